import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filterSql, orderSql } from '../../electron/core/queue/queue-filter-sql.ts';
import { tableSql } from '../../electron/core/queue/queue-table.ts';
import { foldAsOf } from '../../electron/core/ticket/fold-ticket.ts';
import { sampleTickets } from '../../electron/core/sample/sample-tickets.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import type { QueueFilter } from '../../shared/ipc/schemas.ts';
import { decodeFacts, encodeFacts } from '../../shared/report/facts-code.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
let world: World;

beforeAll(async () => {
  world = createWorld({ now: NOW });
  await world.core.imports.take(sampleTickets(instant(NOW)));
  await world.core.imports.take(seedTickets({ count: 2000, seed: 3, nowMs: instant(NOW) }));
});
afterAll(() => world.close());

type Row = {
  reference: string;
  state: string;
  queue_group: number;
  queue_key: number;
  resolution: string;
  version: number;
  opened_at_ms: number;
  waiting_since_ms: number | null;
  escalated_at_ms: number | null;
  facts: string;
};

describe('rows are folds of the log', () => {
  it('folds every ticket again and finds what its row says', () => {
    const row = world.core.database.connection.prepare<[number], Row>(
      `SELECT reference, state, queue_group, queue_key, resolution, version, ticket_report.opened_at_ms,
         waiting_since_ms, escalated_at_ms, facts
       FROM ticket JOIN ticket_report USING (ticket_id) WHERE ticket_id = ?`,
    );
    let compared = 0;
    for (const { ticketId, events, version } of world.core.events.eachTicket()) {
      const folded = foldAsOf(events, world.core.rules, instant(NOW));
      expect(row.get(ticketId)).toEqual({
        reference: folded?.ticket.reference,
        state: folded?.ticket.state,
        queue_group: folded?.queue.group,
        queue_key: folded?.queue.key,
        resolution: JSON.stringify(folded?.clocks.resolution),
        version,
        opened_at_ms: folded?.ticket.openedAtMs,
        waiting_since_ms: folded?.since.waitingMs,
        escalated_at_ms: folded?.since.escalatedMs,
        facts: folded === null ? null : encodeFacts(folded.facts(), folded.ticket.openedAtMs),
      });
      if (folded !== null) {
        const { openedAtMs } = folded.ticket;
        expect(decodeFacts(encodeFacts(folded.facts(), openedAtMs), openedAtMs)).toEqual(folded.facts());
      }
      compared++;
    }
    expect(compared).toBe(world.core.database.connection.prepare('SELECT count(*) FROM ticket').pluck().get());
    expect(compared).toBeGreaterThan(2000);
  });

  it.each([
    ['the whole queue', {}],
    ['a view', { view: 'open' }],
    [
      'what is mine',
      { view: 'mine', owners: ['@me'], clocks: ['running', 'paused'], platforms: ['NUP'], isBeta: false },
    ],
    [
      'what is due',
      { view: 'open', due: { is: 'within', ms: 7_200_000 }, opened: { is: 'beyond', ms: 1 }, escalatedTo: ['L2'] },
    ],
    ['values', { view: 'open', priorities: ['P1', null], tiers: ['gold'], assignees: [null], levels: ['L1', 'L2'] }],
  ] as const)('walks the default order of %s on its index, without sorting or looking up rows', (_name, part) => {
    const filter = { ...EMPTY_FILTER, view: 'all', ...part } as QueueFilter;
    const me = { name: 'tester', role: 'agent', level: 'L1' } as const;
    const where = filterSql(filter, { nowMs: instant(NOW), me });
    const order = orderSql({ by: 'due', isDescending: false });
    const plan = world.core.database.connection
      .prepare<unknown[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT ticket_id FROM ${tableSql(filter, 'due')} WHERE ${where.text} ORDER BY ${order} LIMIT 100 OFFSET 1000`,
      )
      .all(...where.parameters)
      .map(({ detail }) => detail)
      .join('; ');
    expect(plan).toMatch(/USING COVERING INDEX ticket_(by_due|in_order)/);
    expect(plan).not.toContain('TEMP B-TREE');
  });
});
