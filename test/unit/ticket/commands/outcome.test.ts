import { describe, expect, it } from 'vitest';
import { foldTicket } from '../../../../shared/ticket/apply.ts';
import type { TicketCommand, TicketCommandKind } from '../../../../shared/ticket/command.ts';
import type { Ticket } from '../../../../shared/ticket/ticket.ts';
import {
  COMMANDS,
  DAY,
  decided,
  eventsFrom,
  eventsOf,
  fold,
  HOUR,
  LEAD,
  NOW,
  OPENED,
  SINCE,
  verdict,
  type Condition,
} from './desk.ts';

/** How the ticket stands once the command's events are added. */
const after = (condition: Condition, command: TicketCommand): Ticket => {
  const events = eventsOf(condition);
  const more = command.kind === 'acknowledge' ? ({ actor: LEAD, escalationStep: 'half' } as const) : {};
  return fold([...events, ...eventsFrom(decided(events, command, more))]);
};

const LOGS_ASKED = { waitReason: 'logs asked', wakeAtMs: NOW + 2 * DAY, remindAtMs: NOW + DAY } as const;
const NO_WAIT = { waitReason: null, wakeAtMs: null, remindAtMs: null } as const;

/** What each command changes of a ticket, by hand; everything else stays as it was. */
const CHANGES: readonly (readonly [TicketCommandKind, Condition, Partial<Ticket>])[] = [
  ['respond', 'new', { state: 'active', stateSinceMs: NOW, respondedAtMs: NOW }],
  ['respond', 'waitingCustomer', { respondedAtMs: NOW }],
  ['respond', 'resolved', { respondedAtMs: NOW }],
  ['note', 'new', {}],
  [...(['waitForCustomer', 'active'] as const), { state: 'waitingCustomer', stateSinceMs: NOW, ...LOGS_ASKED }],
  ['waitForCustomer', 'waitingCustomer', LOGS_ASKED],
  ['waitForOther', 'active', { state: 'waitingVendor', stateSinceMs: NOW }],
  ['waitForOther', 'waitingProblem', { state: 'waitingVendor', stateSinceMs: NOW }],
  ['waitForOther', 'waitingVendor', {}],
  ['customerAnswered', 'waitingCustomer', { state: 'active', stateSinceMs: NOW, ...NO_WAIT }],
  ['continue', 'new', { state: 'active', stateSinceMs: NOW }],
  ['continue', 'waitingEvidence', { state: 'active', stateSinceMs: NOW }],
  ['resolve', 'active', { state: 'resolved', stateSinceMs: NOW, resolvedAtMs: NOW }],
  [
    ...(['resolve', 'waitingCustomer'] as const),
    { state: 'resolved', stateSinceMs: NOW, resolvedAtMs: NOW, ...NO_WAIT },
  ],
  ['reopen', 'resolved', { state: 'active', stateSinceMs: NOW, resolvedAtMs: null, reopenCount: 1 }],
  ['reopen', 'closed', { state: 'active', stateSinceMs: NOW, resolvedAtMs: null, closedAtMs: null, reopenCount: 1 }],
  ['close', 'resolved', { state: 'closed', stateSinceMs: NOW, closedAtMs: NOW }],
  ['changePriority', 'active', { priority: 'P1', impact: 'high', urgency: 'high' }],
  ['assign', 'active', { assignee: 'dan' }],
  ['take', 'active', { assignee: 'ada' }],
  ['edit', 'closed', { title: 'VPN down at two sites' }],
  ['tag', 'new', { tags: ['vpn', 'nsx'] }],
  ['escalate', 'active', { escalatedTo: 'L3' }],
  ['acceptEscalation', 'escalated', { escalatedTo: null, level: 'L2', assignee: 'ada' }],
  ['returnEscalation', 'escalated', { escalatedTo: null, bounceCount: 1 }],
  ['engageExpertise', 'active', { expertiseAtMs: NOW }],
  [
    ...(['link', 'active'] as const),
    {
      links: [
        { ticketId: 9, reference: 'VIG-9' },
        { ticketId: 2, reference: 'VIG-2' },
      ],
    },
  ],
  ['unlink', 'active', { links: [] }],
  [
    ...(['mergeInto', 'active'] as const),
    {
      ...{ state: 'closed', stateSinceMs: NOW, resolvedAtMs: NOW, closedAtMs: NOW },
      mergedInto: { ticketId: 2, reference: 'VIG-2' },
    },
  ],
  [
    ...(['unmerge', 'merged'] as const),
    { state: 'active', stateSinceMs: NOW, resolvedAtMs: null, closedAtMs: null, mergedInto: null, reopenCount: 1 },
  ],
  ['acknowledge', 'active', { acknowledged: 'half' }],
  ['keepTime', 'active', { spentMs: HOUR / 2 }],
];

describe('what a command leaves of a ticket', () => {
  it.each(CHANGES)('%s on %s', (kind, condition, changes) => {
    const before = fold(eventsOf(condition));
    expect(after(condition, COMMANDS[kind])).toEqual({ ...before, updatedAtMs: NOW, ...changes });
  });

  it('was looked at for every command', () => {
    expect(new Set(CHANGES.map(([kind]) => kind)).size).toBe(Object.keys(COMMANDS).length);
  });

  it('the owner stays whoever works on it, at whatever level', () => {
    expect(fold(eventsOf('active')).owner).toBe('cy');
    for (const [kind, condition] of CHANGES) expect(after(condition, COMMANDS[kind]).owner).toBe('cy');
  });

  it('waits for each of those it may wait for', () => {
    for (const [waitedFor, state] of [
      ['vendor', 'waitingVendor'],
      ['problem', 'waitingProblem'],
      ['evidence', 'waitingEvidence'],
    ] as const) {
      expect(after('active', { kind: 'waitForOther', waitedFor, reason: 'x' }).state).toBe(state);
    }
  });

  it('a note is internal and its author is who wrote it', () => {
    expect(eventsFrom(decided(eventsOf('new'), COMMANDS.note))).toEqual([
      { atMs: NOW, kind: 'commented', author: 'ada', isPublic: false, text: 'seen before' },
    ]);
  });

  it('a mail is recorded with its subject', () => {
    const mail = { kind: 'respond', by: 'mail', subject: 'Your VPN', text: 'Bonjour' } as const;
    expect(eventsFrom(decided(eventsOf('new'), mail))).toEqual([
      { atMs: NOW, kind: 'responded', by: 'mail', subject: 'Your VPN', text: 'Bonjour' },
    ]);
  });

  it('the first response is the earliest one, whenever it was recorded', () => {
    const events = [...eventsOf('active'), ...eventsFrom(decided(eventsOf('active'), COMMANDS.respond))];
    const call = eventsFrom(decided(events, { ...COMMANDS.respond, atMs: SINCE - HOUR }));
    expect(fold([...events, ...call]).respondedAtMs).toBe(SINCE - HOUR);
  });
});

describe('another customer', () => {
  const command = { kind: 'edit', facts: { customer: 'Port de Sète' } } as const;

  it('brings its tier along, from the opening on', () => {
    const events = eventsOf('active');
    const edited = eventsFrom(decided(events, command, { customerTier: 'gold' }));
    expect(edited.map(({ kind }) => kind)).toEqual(['edited', 'openingCorrected']);
    expect(fold([...events, ...edited])).toMatchObject({ customer: 'Port de Sète', tier: 'gold' });
    expect(foldTicket([...events, ...edited], OPENED)).toMatchObject({ tier: 'gold' });
  });

  it('of the same tier, or that nobody knows yet, leaves what is owed', () => {
    for (const customerTier of ['silver', null]) {
      const edited = eventsFrom(decided(eventsOf('active'), command, { customerTier }));
      expect(edited).toEqual([{ atMs: NOW, kind: 'edited', facts: command.facts }]);
    }
  });
});

describe('what is like that already', () => {
  const same = (condition: Condition, command: TicketCommand) =>
    expect([command.kind, verdict(decided(eventsOf(condition), command))]).toEqual([command.kind, 'unchanged']);

  it('is refused as unchanged', () => {
    same('active', { kind: 'continue' });
    same('active', { kind: 'assign', assignee: 'cy' });
    same('active', { kind: 'tag', add: ['vpn', 'vpn'], remove: ['nsx'] });
    same('active', { kind: 'tag', add: [], remove: [] });
    same('active', { kind: 'edit', facts: {} });
    same('active', { kind: 'edit', facts: { title: 'VPN down', language: 'fr', contact: null } });
    same('active', { kind: 'link', ticketId: 9 });
    same('active', { kind: 'unlink', ticketId: 2 });
    same('closed', { kind: 'close' });
    same('waitingCustomer', { kind: 'waitForCustomer', reason: 'trace asked', wakeAtMs: NOW + DAY, remindAtMs: null });
  });

  it('a ticket of mine cannot be taken', () => {
    const events = eventsOf('active', { assignee: 'ada' });
    expect(verdict(decided(events, COMMANDS.take))).toBe('unchanged');
    expect(verdict(decided(events, { kind: 'assign', assignee: null }))).toBe('ok');
  });

  it('what changes is recorded alone', () => {
    const edit = { kind: 'edit', facts: { title: 'VPN down', requester: 'Mme Roy', platform: undefined } } as const;
    expect(eventsFrom(decided(eventsOf('new'), edit))).toEqual([
      { atMs: NOW, kind: 'edited', facts: { requester: 'Mme Roy' } },
    ]);
    const tag = { kind: 'tag', add: ['vpn', 'nsx', 'nsx'], remove: ['edge'] } as const;
    expect(eventsFrom(decided(eventsOf('new'), { ...tag, add: [...tag.add], remove: [...tag.remove] }))).toEqual([
      { atMs: NOW, kind: 'tagged', added: ['nsx'], removed: [] },
    ]);
    expect(after('new', { kind: 'tag', add: ['nsx'], remove: ['vpn'] }).tags).toEqual(['nsx']);
    expect(after('new', { kind: 'tag', add: ['nsx', 'edge'], remove: ['nsx'] }).tags).toEqual(['vpn', 'nsx', 'edge']);
  });
});
