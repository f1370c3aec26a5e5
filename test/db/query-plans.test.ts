import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { QUEUE_VIEWS, type QueueFilter } from '../../shared/ipc/schemas.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
let world: World;
/** What was prepared since the last look, by the very calls. */
let prepared: string[] = [];

beforeAll(async () => {
  world = createWorld({ now: NOW });
  const { connection } = world.core.database;
  const prepare = connection.prepare.bind(connection);
  Object.defineProperty(connection, 'prepare', {
    value: (sql: string) => {
      prepared.push(sql);
      return prepare(sql);
    },
  });
  await world.core.imports.take(seedTickets({ count: 300, seed: 3, nowMs: instant(NOW) }));
});
afterAll(() => world.close());

/** Steps of the plans of what a call prepared that read a whole table of tickets or events, row by row. */
const scansOf = async (act: () => Promise<unknown>): Promise<string[]> => {
  prepared = [];
  await act();
  const { connection } = world.core.database;
  return [...new Set(prepared)].flatMap((sql) => {
    const parameters = Array.from({ length: sql.split('?').length - 1 }, () => null);
    return connection
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .filter(({ detail }) => /^SCAN (ticket|event)\b/.test(detail) && !/USING (COVERING )?INDEX/.test(detail))
      .map(({ detail }) => `${detail}: ${sql}`);
  });
};

const ask = (part: Partial<QueueFilter>, by: 'due' | 'opened' | 'priority' | 'customer' | 'reference' = 'due') =>
  world.call('queue:get-page', {
    ...{ filter: { ...EMPTY_FILTER, ...part }, sort: { by, isDescending: false } },
    ...{ offset: 0, limit: 100 },
  });

describe('the statements of the queue', () => {
  it.each(QUEUE_VIEWS)('read no whole table for the view %s, in any order', async (view) => {
    for (const by of ['due', 'opened', 'priority', 'customer', 'reference'] as const) {
      expect(await scansOf(() => ask({ view }, by))).toEqual([]);
    }
    expect(await scansOf(() => world.call('queue:get-counts', { filter: { ...EMPTY_FILTER, view } }))).toEqual([]);
  });

  it.each([
    ['tiers', { tiers: ['gold'], priorities: ['P1'] }],
    ['tags', { tags: ['none'] }],
    ['a customer', { customers: ['Banque Vercors'] }],
    ['an instant', { due: { is: 'within', ms: 7_200_000 } }],
    ['words', { text: 'tunnel agent' }],
  ] as const)('read none under a filter of %s either', async (_name, part) => {
    for (const view of ['open', 'all'] as const) {
      expect(await scansOf(() => ask({ ...EMPTY_FILTER, ...(part as Partial<QueueFilter>), view }))).toEqual([]);
    }
  });
});

describe('the tally of tickets', () => {
  const differences = (): unknown =>
    world.core.database.connection
      .prepare(
        `SELECT count(*) FROM (
           SELECT tally_key, count FROM ticket_tally EXCEPT
           SELECT json_array(queue_group, state, tier, level, assignee, escalated_to, priority), count(*) FROM ticket GROUP BY 1
         )`,
      )
      .pluck()
      .get();

  it('counts what is there, through commands and their undoing', async () => {
    expect(differences()).toBe(0);
    const { ids } = await world.call('queue:list-ids', {
      filter: EMPTY_FILTER,
      sort: { by: 'due', isDescending: false },
    });
    const targets = ids.slice(0, 10).map((id) => ({ id, expectedVersion: null }));
    await world.call('ticket:run-commands', { targets, commands: [{ kind: 'assign', assignee: 'Noémie' }] });
    expect(differences()).toBe(0);
    const counts = await world.call('queue:get-counts', { filter: { ...EMPTY_FILTER, assignees: ['Noémie'] } });
    expect(counts.views.open).toBe(10);
    await world.call('command:undo', { commandId: null });
    expect(differences()).toBe(0);
  });

  it('counts a search as listing it does, before and after a command', async () => {
    const filter = { ...EMPTY_FILTER, view: 'all', text: 'agent' } as const;
    const counted = async (): Promise<number> => (await world.call('queue:get-counts', { filter })).views.open;
    const listed = async (): Promise<number> => (await ask({ ...filter, view: 'open' })).total;
    expect(await counted()).toBe(await listed());
    const [row] = (await ask({ ...filter, view: 'open' })).rows;
    const targets = [{ id: row?.id ?? 0, expectedVersion: null }];
    await world.call('ticket:run-commands', { targets, commands: [{ kind: 'resolve', text: 'Done' }] });
    expect(await counted()).toBe(await listed());
  });
});

describe('seeded tickets', () => {
  it('are as many, as many of them open, and of as many events as was wanted', () => {
    const nowMs = instant(NOW);
    const all = [...seedTickets({ count: 1000, seed: 2, nowMs, openShare: 0.1, eventsPerTicket: 10 })];
    const events = all.reduce((sum, ticket) => sum + ticket.events.length, 0);
    expect(all).toHaveLength(1000);
    expect(Math.abs(events / 1000 - 10)).toBeLessThan(0.5);
    expect(all.flatMap((ticket) => ticket.events).every(({ atMs }) => atMs <= nowMs)).toBe(true);
    expect(all.filter((ticket) => !ticket.events.some(({ kind }) => kind === 'resolved')).length).toBeLessThan(120);
  });
});
