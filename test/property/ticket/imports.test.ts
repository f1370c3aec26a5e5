import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { PRIORITIES, SHIPPED_TIERS } from '../../../shared/sla/policy.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { decideImport } from '../../../shared/ticket/decide-import.ts';
import { inTicketOrder, type Opened, type TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { isFinished, LEVELS } from '../../../shared/ticket/ticket.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const OPENED_MS = Date.UTC(2026, 2, 27);
const name = fc.option(fc.constantFrom('agent 01', 'agent 02', 'Réseau'));
const assignment = { level: fc.constantFrom(...LEVELS), group: name, assignee: name };

const opening = fc
  .record({
    ...assignment,
    priority: fc.option(fc.constantFrom(...PRIORITIES)),
    tier: fc.constantFrom(...SHIPPED_TIERS),
    title: fc.option(fc.constantFrom('Backup failed', 'Panne du réseau', '')),
    requester: name,
  })
  .map((facts): Opened => ({
    ...{ atMs: OPENED_MS, kind: 'opened', source: 'generic', reference: 'T-1', category: 'incident', isBeta: false },
    ...{ customer: 'Port de Sète', channel: null, language: null },
    ...facts,
  }));

const LIFE = ['responded', 'paused', 'resumed', 'activated', 'resolved', 'reopened', 'closed'] as const;
const whenMs = fc.integer({ min: 0, max: 20 }).map((hours) => OPENED_MS + hours * 3_600_000);
const event: fc.Arbitrary<TicketEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ atMs: whenMs, kind: fc.constantFrom(...LIFE) }) },
  fc.record({
    atMs: whenMs,
    kind: fc.constant('awaited' as const),
    waitedFor: fc.constantFrom('vendor', 'problem', 'evidence'),
  }),
  fc.record({ atMs: whenMs, kind: fc.constant('priorityChanged' as const), priority: fc.constantFrom(...PRIORITIES) }),
  fc.record({ atMs: whenMs, kind: fc.constant('assigned' as const), ...assignment }),
  fc.record({
    atMs: whenMs,
    kind: fc.constant('commented' as const),
    author: name,
    isPublic: fc.boolean(),
    text: fc.string({ maxLength: 8 }),
  }),
);

const imported = (events: readonly TicketEvent[], coverage: 'history' | 'snapshot'): ImportedTicket => ({
  ...{ source: 'generic', reference: 'T-1', coverage, file: 'export.csv', line: 2 },
  events: inTicketOrder(events),
  asOfMs: Math.max(...events.map(({ atMs }) => atMs)),
});

const histories = fc
  .tuple(opening, fc.array(event, { maxLength: 12 }))
  .map(([first, rest]) => imported([first, ...rest], 'history'));

/** As exports tell it: a first response, then how it stands, and comments. */
const snapshots = fc
  .record({
    first: opening,
    responded: fc.option(whenMs),
    condition: fc.option(
      fc.record({ atMs: whenMs, kind: fc.constantFrom('paused', 'activated', 'resolved', 'closed') }),
    ),
    reopenedMs: fc.option(whenMs),
    comments: fc.array(
      event.filter(({ kind }) => kind === 'commented'),
      { maxLength: 3 },
    ),
  })
  .map(({ first, responded, condition, reopenedMs, comments }) => {
    const events: TicketEvent[] = [first, ...comments];
    if (responded !== null) events.push({ atMs: responded, kind: 'responded' });
    if (condition !== null) events.push({ atMs: condition.atMs, kind: condition.kind as 'paused' });
    if (reopenedMs !== null && condition === null)
      events.push({ atMs: reopenedMs, kind: 'resolved' }, { atMs: reopenedMs, kind: 'reopened' });
    return imported(events, 'snapshot');
  });

const accepted = (known: readonly TicketEvent[], told: ImportedTicket): readonly TicketEvent[] => {
  const decision = decideImport(known, told);
  if (decision.kind === 'refused') throw new Error(decision.reason);
  return decision.events;
};

describe('importing', () => {
  it('the same history twice adds nothing', () => {
    fc.assert(
      fc.property(histories, (told) => {
        expect(accepted(accepted([], told), told)).toEqual([]);
      }),
      runs(3_000),
    );
  });

  it('the same snapshot twice adds nothing', () => {
    fc.assert(
      fc.property(snapshots, (told) => {
        expect(accepted(accepted([], told), told)).toEqual([]);
      }),
      runs(3_000),
    );
  });

  it('a part of a history and then all of it comes to the same as all at once', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (told, cut) => {
        const part = { ...told, events: told.events.slice(0, 1 + (cut % told.events.length)) };
        const first = accepted([], part);
        const known = [...first, ...accepted(first, told)];
        expect(known).toHaveLength(told.events.length);
        expect(accepted(known, told)).toEqual([]);
        expect(accepted(known, part)).toEqual([]);
        expect(foldTicket(known)).toEqual(foldTicket(told.events));
      }),
      runs(3_000),
    );
  });

  it('a later snapshot is taken, and the second time adds nothing', () => {
    fc.assert(
      fc.property(snapshots, snapshots, (one, two) => {
        const shiftMs = one.asOfMs - OPENED_MS + 3_600_000;
        const moved = two.events.map((event, i) => (i === 0 ? event : { ...event, atMs: event.atMs + shiftMs }));
        const later = { ...imported(moved, 'snapshot'), asOfMs: two.asOfMs + shiftMs };
        const known = accepted([], one);
        const after = [...known, ...accepted(known, later)];
        expect(accepted(after, later)).toEqual([]);
        const [ticket, told] = [foldTicket(after), foldTicket(later.events)];
        expect([ticket?.title, ticket?.level, ticket?.group, ticket?.assignee]).toEqual([
          ...[told?.title, told?.level, told?.group, told?.assignee],
        ]);
        expect(isFinished(ticket?.state ?? 'new')).toBe(isFinished(told?.state ?? 'new'));
        expect(ticket?.state === 'waitingCustomer').toBe(told?.state === 'waitingCustomer');
      }),
      runs(3_000),
    );
  });
});

it('foldTicket does not depend on the order of arrival of events of different instants', () => {
  const apart = histories.filter(({ events }) => new Set(events.map(({ atMs }) => atMs)).size === events.length);
  const shuffled = apart.chain(({ events: [first, ...rest] }) =>
    fc.tuple(fc.constant([first as TicketEvent, ...rest]), fc.shuffledSubarray(rest, { minLength: rest.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, rest]) => {
      expect(foldTicket([events[0] as TicketEvent, ...rest])).toEqual(foldTicket(events));
    }),
    runs(2_000),
  );
});
