import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleTickets } from '../../electron/core/sample/sample-tickets.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { queueAsOf } from '../../electron/core/queue/queue-as-of.ts';
import { QUEUE_SORTS, QUEUE_VIEWS, type QueueFilter, type QueueRow } from '../../shared/ipc/schemas.ts';
import { readClock } from '../../shared/sla/clock.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const ALL: QueueFilter = { ...EMPTY_FILTER, view: 'all' };
const BY_DUE = { by: 'due', isDescending: false } as const;
let world: World;
let everyRow: QueueRow[];

const pageOf = async (filter: Partial<QueueFilter>, offset = 0, limit = 200, sort = BY_DUE as never) =>
  world.call('queue:get-page', { filter: { ...ALL, ...filter }, sort, offset, limit });

const allRows = async (filter: Partial<QueueFilter>): Promise<QueueRow[]> => {
  const rows: QueueRow[] = [];
  for (;;) {
    const page = await pageOf(filter, rows.length);
    rows.push(...page.rows);
    if (page.rows.length === 0) return rows;
  }
};

beforeAll(async () => {
  world = createWorld({ now: NOW });
  await world.core.imports.take(sampleTickets(instant(NOW)));
  await world.core.imports.take(seedTickets({ count: 1500, seed: 5, nowMs: instant(NOW) }));
  everyRow = await allRows({});
});
afterAll(() => world.close());

const stateOf = (row: QueueRow): string => readClock(row.resolution, world.core.rules, instant(NOW)).state;
const isOpen = (row: QueueRow): boolean => row.state !== 'resolved' && row.state !== 'closed';

describe('the queue', () => {
  it('has the order and the clocks that the event log gives', () => {
    const fromLog = queueAsOf(world.core.events, world.core.rules, instant(NOW), Infinity);
    expect(fromLog.rows.map(({ reference }) => reference)).toEqual(everyRow.map(({ reference }) => reference));
    expect(fromLog.rows.map(({ resolution }) => resolution.state)).toEqual(everyRow.map(stateOf));
    expect(fromLog.total).toBe(everyRow.length);
  });

  it('leads with what is breached, then what is due next, paused below, best effort and none last, finished work at the end', () => {
    const open = everyRow.filter(isOpen).map(stateOf);
    const ranks = { breached: 0, running: 1, met: 1, paused: 2, bestEffort: 3, none: 4 } as Record<string, number>;
    expect(open.map((state) => ranks[state])).toEqual(open.map((state) => ranks[state]).sort());
    expect(new Set(open)).toEqual(new Set(['breached', 'running', 'paused', 'bestEffort', 'none']));
    expect(everyRow.findIndex((row) => !isOpen(row))).toBe(open.length);
    const due = everyRow
      .filter(isOpen)
      .flatMap(({ resolution }) => (resolution.kind === 'running' ? [resolution.dueAtMs] : []));
    expect(due).toEqual([...due].sort((a, b) => a - b));
  });

  it.each([
    [{ priorities: ['P1' as const] }, (row: QueueRow) => row.priority === 'P1'],
    [{ tiers: ['gold', 'silver'] }, (row: QueueRow) => row.tier === 'gold' || row.tier === 'silver'],
    [{ levels: ['L2' as const] }, (row: QueueRow) => row.level === 'L2'],
    [{ states: ['waitingCustomer' as const] }, (row: QueueRow) => row.state === 'waitingCustomer'],
    [{ assignees: [null] }, (row: QueueRow) => row.assignee === null],
    [{ assignees: [null, 'agent 03'] }, (row: QueueRow) => row.assignee === null || row.assignee === 'agent 03'],
    [{ view: 'open' as const, priorities: ['P2' as const] }, (row: QueueRow) => isOpen(row) && row.priority === 'P2'],
    [{ view: 'breached' as const }, (row: QueueRow) => isOpen(row) && stateOf(row) === 'breached'],
    [{ view: 'waiting' as const }, (row: QueueRow) => row.state === 'waitingCustomer'],
    [{ view: 'unassigned' as const }, (row: QueueRow) => isOpen(row) && row.assignee === null],
    [{ view: 'finished' as const }, (row: QueueRow) => !isOpen(row)],
  ])('filters %j', async (filter, keeps) => {
    const expected = everyRow.filter(keeps).map(({ id }) => id);
    expect((await allRows(filter)).map(({ id }) => id)).toEqual(expected);
    expect((await pageOf(filter, 0, 1)).total).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('finds words by their beginning, without accents, and takes no operator from the user', async () => {
    const [row] = everyRow;
    expect((await pageOf({ text: row!.reference })).rows.map(({ id }) => id)).toContain(row!.id);
    const accented = everyRow.find(({ customer }) => /é/i.test(customer))!;
    const plain = accented.customer.normalize('NFD').replace(/\p{M}/gu, '');
    expect((await pageOf({ text: plain.slice(0, -1) })).total).toBeGreaterThan(0);
    for (const text of ['"', 'a" OR "b', 'NEAR(', '*', 'title:x', "'; DROP TABLE ticket", '(((', '-', '^', '\u0000']) {
      expect(
        (await world.reply('queue:get-page', { filter: { ...ALL, text }, sort: BY_DUE, offset: 0, limit: 1 })).ok,
      ).toBe(true);
    }
  });

  it('counts each view and each state as its pages do', async () => {
    const counts = await world.call('queue:get-counts', { filter: ALL });
    for (const view of QUEUE_VIEWS)
      expect([view, counts.views[view]]).toEqual([view, (await pageOf({ view }, 0, 1)).total]);
    expect(Object.values(counts.states).reduce((sum, count) => sum + count, 0)).toBe(everyRow.length);
    expect(counts.hasSamples).toBe(true);
  });

  it('counts what a search finds as its pages do, whatever else is filtered', async () => {
    for (const part of [
      {},
      { tiers: ['gold'] },
      { states: ['active' as const], assignees: [null] },
      { view: 'breached' as const },
    ]) {
      const filter = { ...ALL, text: 'ma', ...part };
      const counts = await world.call('queue:get-counts', { filter });
      for (const view of QUEUE_VIEWS) {
        expect([view, counts.views[view]]).toEqual([view, (await pageOf({ ...filter, view }, 0, 1)).total]);
      }
      for (const { tier, count } of counts.tiers) {
        expect([tier, count]).toEqual([tier, (await pageOf({ ...filter, tiers: [tier] }, 0, 1)).total]);
      }
      for (const [state, count] of Object.entries(counts.states)) {
        expect([state, count]).toEqual([state, (await pageOf({ ...filter, states: [state as never] }, 0, 1)).total]);
      }
    }
  });

  it.each(QUEUE_SORTS)('sorts by %s both ways without losing or doubling a row', async (by) => {
    const seen = async (isDescending: boolean): Promise<number[]> => {
      const ids: number[] = [];
      for (let offset = 0; offset < everyRow.length; offset += 200) {
        const sort = { by, isDescending };
        const { rows } = await world.call('queue:get-page', { filter: ALL, sort, offset, limit: 200 });
        ids.push(...rows.map(({ id }) => id));
      }
      return ids;
    };
    const ascending = await seen(false);
    expect(new Set(ascending).size).toBe(everyRow.length);
    expect(await seen(true)).toEqual([...ascending].reverse());
  });

  it('moves a ticket to breached by the mere passing of time', async () => {
    const before = (await pageOf({ view: 'breached' }, 0, 1)).total;
    const next = everyRow.find((row) => isOpen(row) && stateOf(row) === 'running')!;
    if (next.resolution.kind !== 'running') throw new Error('expected a running clock');
    world.setNow(new Date(next.resolution.dueAtMs + 60_000).toISOString());
    expect((await pageOf({ view: 'breached' }, 0, 1)).total).toBeGreaterThan(before);
    world.setNow(NOW);
  });

  it('gives a ticket with all its events in order of time', async () => {
    const detail = await world.call('ticket:get-detail', { id: everyRow[0]!.id });
    expect(detail.row).toEqual(everyRow[0]);
    expect(detail.events[0]?.kind).toBe('opened');
    const instants = detail.events.map(({ atMs }) => atMs);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(await world.reply('ticket:get-detail', { id: 999_999 })).toMatchObject({
      ok: false,
      error: { code: 'ticket/unknown' },
    });
  });

  it('finds where a ticket stands', async () => {
    const { position } = await world.call('queue:find-position', { filter: ALL, sort: BY_DUE, id: everyRow[42]!.id });
    expect(position).toBe(42);
  });
});
