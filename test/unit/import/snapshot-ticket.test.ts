import { describe, expect, it } from 'vitest';
import { ticketFromSnapshot, type Snapshot } from '../../../shared/import/snapshot-ticket.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { told } from './collect.ts';

const NOW = Date.UTC(2026, 5, 1);
const day = (date: number): number => Date.UTC(2026, 0, date);

const read = (more: Partial<Snapshot>) => {
  const warnings: string[] = [];
  const ticket = ticketFromSnapshot(
    {
      ...{
        source: 'generic',
        reference: 'X',
        file: 'f',
        line: 2,
        openedMs: day(1),
        updatedMs: null,
        respondedMs: null,
      },
      ...{
        resolvedMs: null,
        closedMs: null,
        reopenedMs: null,
        waitingSinceMs: null,
        state: null,
        stateName: null,
        priority: null,
      },
      facts: {
        ...{ title: null, category: null, customer: null, requester: null, channel: null, language: null },
        ...{ group: null, assignee: null },
      },
      comments: [],
      ...more,
    },
    { tierOf: () => undefined, levelOf: () => undefined, nowMs: NOW },
    (reason) => warnings.push(reason),
  );
  const events = ticket.events.slice(1).map((event) => told(event).replace('T00:00', ''));
  return { ticket, events, warnings, state: foldTicket(ticket.events)?.state };
};

describe('without a state, the instants say what happened', () => {
  it('open', () => expect(read({})).toMatchObject({ events: [], warnings: [], state: 'new' }));
  it('closed', () =>
    expect(read({ closedMs: day(3) })).toMatchObject({
      events: ['2026-01-03 resolved', '2026-01-03 closed'],
      state: 'closed',
    }));
  it('resolved, then reopened', () =>
    expect(read({ resolvedMs: day(3), reopenedMs: day(4) })).toMatchObject({
      events: ['2026-01-03 resolved', '2026-01-04 reopened'],
      state: 'active',
      warnings: [],
    }));
});

describe('a condition without its start', () => {
  it('holds from the last update', () =>
    expect(read({ state: 'waitingCustomer', updatedMs: day(5) })).toMatchObject({
      events: ['2026-01-05 paused'],
      ticket: { asOfMs: day(5) },
    }));
  it('or from the import, which is when it is first known', () =>
    expect(read({ state: 'waitingVendor' })).toMatchObject({
      events: ['2026-06-01 awaited vendor'],
      ticket: { asOfMs: NOW },
    }));
  it('of a finished ticket is said to be so', () => {
    const finished = read({ state: 'closed', stateName: 'Shut', updatedMs: day(6) });
    expect(finished.events).toEqual(['2026-01-06 resolved', '2026-01-06 closed']);
    expect(finished.warnings).toEqual([
      'is Shut, and nothing tells since when; taken as resolved when it was last updated',
    ]);
    expect(read({ state: 'resolved' })).toMatchObject({
      events: ['2026-06-01 resolved'],
      warnings: [expect.stringContaining('at the import')],
    });
  });
});

describe('reopening', () => {
  it('between a resolution that is not told and the last one is kept', () =>
    expect(read({ state: 'resolved', reopenedMs: day(2), resolvedMs: day(4) })).toMatchObject({
      events: ['2026-01-02 reopened', '2026-01-04 resolved'],
      state: 'resolved',
    }));
  it('between resolution and closure counts', () => {
    const { events, state, ticket } = read({
      state: 'closed',
      resolvedMs: day(2),
      reopenedMs: day(3),
      closedMs: day(5),
    });
    expect(events).toEqual(['2026-01-02 resolved', '2026-01-03 reopened', '2026-01-05 resolved', '2026-01-05 closed']);
    expect([state, foldTicket(ticket.events)?.reopenCount]).toEqual(['closed', 1]);
  });
  it('after the end of a finished ticket is left out, and said to be', () =>
    expect(read({ state: 'resolved', resolvedMs: day(2), reopenedMs: day(3) })).toMatchObject({
      events: ['2026-01-02 resolved'],
      warnings: ['was reopened after its end, yet is finished; the reopening was left out'],
    }));
});

it('makes an active ticket active, by its response where there was one', () => {
  expect(read({ state: 'active', updatedMs: day(2) }).events).toEqual(['2026-01-02 activated']);
  expect(read({ state: 'active', updatedMs: day(3), respondedMs: day(2) }).events).toEqual(['2026-01-02 responded']);
});
