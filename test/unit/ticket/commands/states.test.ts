import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/ticket/decide.ts';
import type { TicketCommandKind } from '../../../../shared/ticket/command.ts';
import {
  AGENT,
  COMMANDS,
  CONDITIONS,
  decided,
  eventsOf,
  EXPERT,
  fold,
  KINDS,
  LEAD,
  NOW,
  other,
  OTHER_LEVEL,
  verdict,
  type Condition,
} from './desk.ts';

/** What each command meets, from the meaning of the words: `ok`, or the code of the refusal without `ticket/`. */
const ALL_OK = 'ok ok ok ok ok ok ok ok ok ok';
const OPEN_ONLY = 'ok ok ok ok ok ok finished finished ok finished';
const ESCALATED_ONLY =
  'not-escalated not-escalated not-escalated not-escalated not-escalated not-escalated finished finished ok finished';

/** For agents; a lead may do it on whatever is open. */
const LEADS_ONLY = 'not-lead not-lead not-lead not-lead not-lead not-lead finished finished not-lead finished';

const MATRIX: Readonly<Record<TicketCommandKind, string>> = {
  //        new active waitingCustomer waitingVendor waitingProblem waitingEvidence resolved closed escalated merged
  respond: ALL_OK,
  note: ALL_OK,
  waitForCustomer: OPEN_ONLY,
  waitForOther: 'ok ok waits-for-customer ok ok ok finished finished ok finished',
  customerAnswered:
    'not-waiting not-waiting ok not-waiting not-waiting not-waiting finished finished not-waiting finished',
  continue: 'ok unchanged waits-for-customer ok ok ok finished finished unchanged finished',
  resolve: OPEN_ONLY,
  reopen: 'not-finished not-finished not-finished not-finished not-finished not-finished ok ok not-finished merged',
  close:
    'not-resolved not-resolved not-resolved not-resolved not-resolved not-resolved ok unchanged not-resolved unchanged',
  changePriority: OPEN_ONLY,
  assign: OPEN_ONLY,
  take: OPEN_ONLY,
  edit: ALL_OK,
  tag: ALL_OK,
  escalate: 'ok ok ok ok ok ok finished finished already-escalated finished',
  acceptEscalation: ESCALATED_ONLY,
  returnEscalation: ESCALATED_ONLY,
  acknowledge: LEADS_ONLY,
  engageExpertise: OPEN_ONLY,
  link: ALL_OK,
  unlink: ALL_OK,
  mergeInto: OPEN_ONLY,
  unmerge: 'not-merged not-merged not-merged not-merged not-merged not-merged not-merged not-merged not-merged ok',
  keepTime: ALL_OK,
};

const cells = KINDS.flatMap((kind) =>
  MATRIX[kind].split(' ').map((wanted, i) => ({ kind, condition: CONDITIONS[i] as Condition, wanted })),
);

it('has a verdict for each of the 24 commands in each of the 8 states, escalated and merged', () => {
  expect(CONDITIONS.join(' ')).toBe(
    'new active waitingCustomer waitingVendor waitingProblem waitingEvidence resolved closed escalated merged',
  );
  expect(cells).toHaveLength(240);
});

describe('the fixtures stand as they are called', () => {
  it.each(CONDITIONS)('%s', (condition) => {
    const { state, escalatedTo, mergedInto } = fold(eventsOf(condition));
    const states = { escalated: 'active', merged: 'closed' } as Partial<Record<Condition, string>>;
    expect(state).toBe(states[condition] ?? condition);
    expect(escalatedTo).toBe(condition === 'escalated' ? 'L2' : null);
    expect(mergedInto?.reference).toBe(condition === 'merged' ? 'VIG-3' : undefined);
  });
});

describe('an agent of the level that is asked', () => {
  it.each(cells)('$kind on a ticket that is $condition: $wanted', ({ kind, condition, wanted }) => {
    const decision = decided(eventsOf(condition), COMMANDS[kind]);
    expect(verdict(decision)).toBe(wanted);
  });

  it.each(cells)('$kind on $condition says what about which ticket, or adds events of now', (cell) => {
    const decision = decided(eventsOf(cell.condition), COMMANDS[cell.kind]);
    if (decision.kind === 'accepted') {
      expect(decision.events.map(({ atMs }) => atMs)).toEqual([NOW]);
      return;
    }
    expect(decision.code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(decision.reason).toContain('VIG-1');
    expect(decision.values).toHaveProperty('reference', 'VIG-1');
  });
});

describe('an agent of another level', () => {
  it.each(cells)('$kind on $condition', ({ kind, condition, wanted }) => {
    const isForTheLevel = condition === 'escalated' && (kind === 'acceptEscalation' || kind === 'returnEscalation');
    expect(verdict(decided(eventsOf(condition), COMMANDS[kind], { actor: OTHER_LEVEL }))).toBe(
      isForTheLevel ? 'not-your-level' : wanted,
    );
  });
});

describe('a lead, of any level', () => {
  it.each(cells)('$kind on $condition: $wanted', ({ kind, condition, wanted }) => {
    expect(verdict(decided(eventsOf(condition), COMMANDS[kind], { actor: LEAD }))).toBe(
      wanted === 'not-lead' ? 'ok' : wanted,
    );
  });
});

describe('an expert helps and steers nothing', () => {
  const HELP = ['respond', 'note', 'customerAnswered', 'tag', 'link', 'unlink', 'keepTime'];
  it.each(cells)('$kind on $condition', ({ kind, condition, wanted }) => {
    expect(verdict(decided(eventsOf(condition), COMMANDS[kind], { actor: EXPERT }))).toBe(
      HELP.includes(kind) ? wanted : 'access/role',
    );
  });
});

describe('the other ticket', () => {
  const events = eventsOf('active');
  it.each(['link', 'mergeInto'] as const)('%s needs one that exists and is not the ticket itself', (kind) => {
    expect(verdict(decided(events, COMMANDS[kind], { other: null }))).toBe('no-other');
    const itself = { ticketId: 1, ticket: fold(events) };
    expect(verdict(decided(events, { kind, ticketId: 1 }, { other: itself }))).toBe('itself');
  });

  it('that goes on for a merged one is open and is not merged itself', () => {
    for (const condition of CONDITIONS) {
      const isOpen = !['resolved', 'closed', 'merged'].includes(condition);
      const wanted = isOpen ? 'ok' : condition === 'merged' ? 'other-merged' : 'other-finished';
      const said = verdict(decided(events, COMMANDS.mergeInto, { other: other(2, condition) }));
      expect([condition, said]).toEqual([condition, wanted]);
    }
  });

  it('may be in any state to be linked, and hears of it', () => {
    for (const condition of CONDITIONS) {
      expect(decided(events, COMMANDS.link, { other: other(2, condition) })).toMatchObject({
        events: [{ kind: 'linked', ticketId: 2, reference: 'VIG-2' }],
        otherEvents: [{ kind: 'linked', ticketId: 1, reference: 'VIG-1' }],
      });
    }
  });

  it('may be gone when it is unlinked or taken out', () => {
    expect(decided(events, COMMANDS.unlink, { other: null })).toMatchObject({ kind: 'accepted', otherEvents: [] });
    const taken = decided(eventsOf('merged'), COMMANDS.unmerge, { other: null });
    expect(taken).toMatchObject({ kind: 'accepted', events: [{ kind: 'unmerged', reference: 'VIG-3' }] });
    expect(taken).not.toHaveProperty('otherEvents');
  });

  it('hears of a merger and of its end', () => {
    expect(decided(events, COMMANDS.mergeInto)).toMatchObject({
      events: [{ kind: 'merged', ticketId: 2, reference: 'VIG-2' }],
      otherEvents: [{ kind: 'tookIn', ticketId: 1, reference: 'VIG-1' }],
    });
    expect(decided(eventsOf('merged'), COMMANDS.unmerge)).toMatchObject({
      otherEvents: [{ kind: 'gaveBack', ticketId: 1, reference: 'VIG-1' }],
    });
  });
});

it('a ticket that two roles may not touch is refused for the role first', () => {
  const situation = {
    ticketId: 1,
    ticket: fold(eventsOf('closed')),
    other: null,
    customerTier: null,
    entitlement: null,
    nowMs: NOW,
  };
  expect(verdict(decide({ ...situation, actor: EXPERT }, COMMANDS.resolve))).toBe('access/role');
  expect(verdict(decide({ ...situation, actor: AGENT }, COMMANDS.resolve))).toBe('finished');
});
