import { describe, expect, it } from 'vitest';
import { freshdesk } from '../../../shared/import/freshdesk.ts';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { collect, folded, issuesOf, told, toldOf } from './collect.ts';

const readAll = (...values: readonly unknown[]) => {
  const issues: string[] = [];
  const add = ({ line, reason }: { readonly line: number; readonly reason: string }): void => {
    issues.push(`${line}: ${reason}`);
  };
  const reader = freshdesk.createReader({
    zone: { id: 'UTC', changesAtMs: [], offsetsMs: [0] },
    tierOf: (customer) => (customer === 'Poseidon' ? 'gold' : undefined),
    levelOf: () => undefined,
    nowMs: Date.UTC(2026, 5, 1),
    onError: add,
    onWarning: add,
  });
  for (const value of values) {
    const intake = reader.open('x.json', { kind: 'json', value });
    if (intake.kind !== 'records') throw new Error(intake.kind);
    intake.records.forEach((record, index) => intake.take(record, index + 1));
  }
  const tickets = [...reader.finish()].filter((ticket): ticket is ImportedTicket => ticket !== null);
  return { tickets, issues };
};

const ticket = (more: Record<string, unknown> = {}) => ({
  id: 1,
  subject: 'S',
  status: 2,
  priority: 4,
  source: 3,
  created_at: '2026-01-01T10:00:00+05:30',
  updated_at: '2026-01-02T10:00:00Z',
  requester_id: 9,
  ...more,
});

describe("Freshdesk's own answers", () => {
  it('reads the list, the search and the single ticket', async () => {
    for (const [name, priority] of [
      ['all_tickets', 'P4'],
      ['search_tickets', 'P4'],
      ['ticket_1', 'P4'],
    ] as const) {
      const collected = await collect('auto', [`formats/freshdesk/${name}.json`]);
      expect(collected.profile).toBe('freshdesk');
      expect(folded(collected, '1')).toMatchObject({ priority, channel: 'portal' });
    }
  });

  it('reads offsets', async () => {
    const collected = await collect('freshdesk', ['formats/freshdesk/all_tickets.json']);
    expect(toldOf(collected, '1')).toEqual(['2014-12-31T02:27 opened P4']);
    expect(folded(collected, '1')).toMatchObject({ assignee: 'Sam Kingston', requester: 'Rachel' });
  });

  it('adds conversations to their ticket, private ones too', async () => {
    const collected = await collect('auto', [
      'formats/freshdesk/conversations.json',
      'formats/freshdesk/ticket_1.json',
    ]);
    expect(toldOf(collected, '1')).toEqual([
      '2016-05-18T04:36 opened P4',
      '2016-05-19T05:36 commented',
      '2016-05-19T05:36 commented',
      '2020-06-17T20:23 responded',
    ]);
    expect(collected.tickets[0]?.events[1]).toMatchObject({ isPublic: false, text: 'This is a private note' });
  });

  it('reports the second ticket of a reference', async () => {
    const collected = await collect('freshdesk', ['formats/freshdesk/search_tickets.json']);
    expect(issuesOf(collected.warnings)).toEqual([
      "2: 1 was told already by record 1 of 'search_tickets.json'; the later one was taken",
    ]);
    expect(folded(collected, '1').title).toBe('This is another ticket');
  });
});

describe('a Freshdesk ticket', () => {
  const eventsOf = (...values: readonly unknown[]): string[] => (readAll(...values).tickets[0]?.events ?? []).map(told);

  it('counts priorities the other way', () => {
    const priorities = [1, 2, 3, 4].map((priority) => {
      const [read] = readAll([ticket({ priority })]).tickets;
      return foldTicket(read?.events ?? [])?.priority;
    });
    expect(priorities).toEqual(['P4', 'P3', 'P2', 'P1']);
  });

  it('is named by its company and group', () => {
    const { tickets } = readAll(
      [ticket({ company_id: 2, group_id: 1 })],
      [{ id: 2, name: 'Poseidon', domains: [] }],
      [{ id: 1, name: 'Entertainers', unassigned_for: '30m' }],
    );
    expect(foldTicket(tickets[0]?.events ?? [])).toMatchObject({
      customer: 'Poseidon',
      tier: 'gold',
      group: 'Entertainers',
    });
  });

  it('has been waiting since pending_since', () => {
    expect(eventsOf([ticket({ status: 3, stats: { pending_since: '2026-01-01T09:00:00Z' } })])).toEqual([
      '2026-01-01T04:30 opened P1',
      '2026-01-01T09:00 paused',
    ]);
  });

  it('was answered by the first public reply of an agent, where stats do not tell', () => {
    const reply = (at: string, more: object) => ({ ticket_id: 1, created_at: at, body_text: 'x', user_id: 2, ...more });
    expect(
      eventsOf(
        [ticket()],
        [
          reply('2026-01-01T05:00:00Z', { incoming: true, private: false }),
          reply('2026-01-01T05:10:00Z', { incoming: false, private: true }),
          reply('2026-01-01T05:20:00Z', { incoming: false, private: false }),
        ],
      ),
    ).toEqual([
      '2026-01-01T04:30 opened P1',
      '2026-01-01T05:00 commented',
      '2026-01-01T05:10 commented',
      '2026-01-01T05:20 commented',
      '2026-01-01T05:20 responded',
    ]);
  });

  it('was reopened after its resolution', () => {
    const stats = { resolved_at: '2026-01-01T06:00:00Z', reopened_at: '2026-01-01T07:00:00Z' };
    expect(eventsOf([ticket({ stats })])).toEqual([
      '2026-01-01T04:30 opened P1',
      '2026-01-01T06:00 resolved',
      '2026-01-01T07:00 reopened',
    ]);
  });

  it('is left out where it was deleted or is spam, and reported', () => {
    const { tickets, issues } = readAll([ticket({ deleted: true }), ticket({ id: 2, spam: true }), ticket({ id: 3 })]);
    expect(tickets.map((each) => each.reference)).toEqual(['3']);
    expect(issues).toHaveLength(2);
  });

  it('costs only itself where it cannot be read', () => {
    const { tickets, issues } = readAll([
      ticket({ created_at: 'yesterday' }),
      17,
      ticket({ id: null }),
      ticket({ id: 4, status: 99, priority: 77 }),
    ]);
    expect(tickets.map((each) => each.reference)).toEqual(['4']);
    expect(issues.toSorted()).toEqual([
      "1: 1: created_at 'yesterday' is not a time from 1970 to 2099 that Vigie can read",
      '2: is no record of Freshdesk that Vigie knows',
      '3: has no id, so it belongs to no ticket',
      "4: priority '77' is not one that Vigie knows; left unknown",
      "4: state '99' is not one that Vigie knows; the ticket's condition was left as it was",
    ]);
  });
});

describe("Freshdesk's CSV export", () => {
  it('is read by its headers', () => {
    const names =
      'Ticket ID,Subject,Status,Priority,Source,Agent,Group,Created time,Last update time,Initial response time,Resolved time,Company name'.split(
        ',',
      );
    expect(freshdesk.recognise({ kind: 'table', names })).toBeGreaterThan(0.8);
    const reader = freshdesk.createReader({
      zone: { id: 'UTC', changesAtMs: [], offsetsMs: [0] },
      tierOf: () => undefined,
      levelOf: () => undefined,
      nowMs: Date.UTC(2026, 5, 1),
      onError: () => undefined,
      onWarning: () => undefined,
    });
    const intake = reader.open('x.csv', { kind: 'table', names });
    if (intake.kind !== 'rows') throw new Error(intake.kind);
    intake.take(
      '7,S,Resolved,Urgent,Portal,Ann,Desk,2026-01-01 10:00:00,2026-01-02 10:00:00,2026-01-01 10:05:00,2026-01-01 11:00:00,Acme'.split(
        ',',
      ),
      2,
    );
    expect([...reader.finish()].flatMap((each) => (each?.events ?? []).map(told))).toEqual([
      '2026-01-01T10:00 opened P1',
      '2026-01-01T10:05 responded',
      '2026-01-01T11:00 resolved',
    ]);
  });
});
