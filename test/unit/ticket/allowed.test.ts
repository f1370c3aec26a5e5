import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/access/actor.ts';
import { allowedCommands, COMMAND_KINDS, refusalOf, type KnownTicket } from '../../../shared/ticket/allowed.ts';
import type { TicketCommandKind } from '../../../shared/ticket/command.ts';
import type { TicketState } from '../../../shared/ticket/ticket.ts';

const NOW = 1_000_000_000;
const AGENT: Actor = { name: 'ada', role: 'agent', level: 'L1' };

const ticket = (changes: Partial<KnownTicket> = {}): KnownTicket => ({
  reference: 'V-1',
  state: 'active',
  level: 'L1',
  assignee: null,
  tier: 'gold',
  escalatedTo: null,
  ...changes,
});

const refused = (known: KnownTicket, actor = AGENT): TicketCommandKind[] => {
  const allowed = allowedCommands(known, actor, NOW);
  return COMMAND_KINDS.filter((kind) => !allowed.has(kind));
};

/** What is true, for agents, of a ticket that is neither escalated, linked nor merged. */
const NEVER: readonly TicketCommandKind[] = [
  ...(['acceptEscalation', 'returnEscalation', 'acknowledge', 'unlink', 'unmerge'] as const),
];

describe('what a state leaves out', () => {
  const open: readonly [TicketState, readonly TicketCommandKind[]][] = [
    ['new', ['customerAnswered', 'reopen', 'close']],
    ['active', ['customerAnswered', 'continue', 'reopen', 'close']],
    ['waitingCustomer', ['waitForOther', 'continue', 'reopen', 'close']],
    ['waitingVendor', ['customerAnswered', 'reopen', 'close']],
    ['waitingProblem', ['customerAnswered', 'reopen', 'close']],
    ['waitingEvidence', ['customerAnswered', 'reopen', 'close']],
  ];
  it.each(open)('%s', (state, left) => {
    expect(new Set(refused(ticket({ state })))).toEqual(new Set([...NEVER, ...left]));
  });

  it.each(['resolved', 'closed'] as const)('%s: it is read, answered, tagged and reopened', (state) => {
    const kept: TicketCommandKind[] = ['respond', 'note', 'reopen', 'edit', 'tag', 'link', 'keepTime'];
    const allowed = [...allowedCommands(ticket({ state }), AGENT, NOW)];
    expect(allowed).toEqual(expect.arrayContaining(state === 'resolved' ? [...kept, 'close'] : kept));
    expect(allowed).not.toContain('resolve');
    expect(allowed).not.toContain('waitForCustomer');
    expect(allowed).not.toContain('escalate');
    expect(allowed.includes('close')).toBe(state === 'resolved');
  });
});

describe('what else decides', () => {
  it('a ticket that is mine is not taken again', () => {
    expect(refused(ticket({ assignee: 'ada' }))).toContain('take');
    expect(refused(ticket({ assignee: 'bo' }))).not.toContain('take');
  });

  it('nothing is above level 3', () => expect(refused(ticket({ level: 'L3' }))).toContain('escalate'));

  it('the asked level answers an escalation, or a lead', () => {
    const asked = ticket({ escalatedTo: 'L2' });
    expect(refused(asked)).toEqual(expect.arrayContaining(['escalate', 'acceptEscalation', 'returnEscalation']));
    expect(refused(asked, { ...AGENT, level: 'L2' })).not.toContain('acceptEscalation');
    expect(refused(asked, { ...AGENT, role: 'lead' })).not.toContain('returnEscalation');
  });

  it('a tier opens the door to the experts, or a lead does', () => {
    expect(refused(ticket())).not.toContain('engageExpertise');
    expect(refusalOf('engageExpertise', ticket({ tier: 'standard' }), AGENT, NOW)?.code).toBe('expertise/not-entitled');
    expect(refusalOf('engageExpertise', ticket({ tier: 'bronze' }), AGENT, NOW)?.code).toBe('expertise/not-dated');
    expect(refused(ticket({ tier: 'standard' }), { ...AGENT, role: 'lead' })).not.toContain('engageExpertise');
    expect(refused(ticket({ expertiseAtMs: 5 }))).toContain('engageExpertise');
  });

  it('a merged ticket is taken out again and not reopened', () => {
    const merged = ticket({ state: 'closed', mergedInto: { ticketId: 2, reference: 'V-2' } });
    expect(refused(merged)).toContain('reopen');
    expect(refused(merged)).not.toContain('unmerge');
  });

  it('links can be removed where there are some', () =>
    expect(refused(ticket({ links: [{ ticketId: 2, reference: 'V-2' }] }))).not.toContain('unlink'));

  it('an expert advises and steers nothing', () => {
    const allowed = allowedCommands(ticket(), { ...AGENT, role: 'expert' }, NOW);
    expect([...allowed].sort()).toEqual(['keepTime', 'link', 'note', 'respond', 'tag']);
  });

  it('a ticket that is like a probe already is still allowed what would change it', () => {
    expect(refused(ticket({ priority: 'P1' }))).not.toContain('changePriority');
    expect(refused(ticket({ state: 'waitingCustomer', wakeAtMs: NOW + 86_400_000 }))).not.toContain('waitForCustomer');
  });
});
