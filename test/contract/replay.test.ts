import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueAsOf } from '../../electron/core/queue/queue-as-of.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const asOfMs = instant('2026-11-18T14:00:00Z');
const filter = { ...EMPTY_FILTER, view: 'all' } as const;
const sort = { by: 'due', isDescending: false } as const;
let world: World;

beforeAll(async () => {
  world = createWorld({ now: NOW });
  await world.core.imports.take(seedTickets({ count: 800, seed: 9, nowMs: instant(NOW) }));
});
afterAll(() => world.close());

describe('the queue as it stood', () => {
  it('has the rows, the order and the total of the command line, and says as of when', async () => {
    const page = await world.call('queue:get-page', { filter, sort, offset: 0, limit: 200, asOfMs });
    const told = queueAsOf(world.core.events, world.core.rules, asOfMs, 200);
    expect(page.asOfMs).toBe(asOfMs);
    expect(page.total).toBe(told.total);
    expect(page.total).toBeLessThan(800);
    expect(page.rows.map(({ reference }) => reference)).toEqual(told.rows.map(({ reference }) => reference));
  });

  it('is counted as it stood', async () => {
    const now = await world.call('queue:get-counts', { filter });
    const then = await world.call('queue:get-counts', { filter, asOfMs });
    const { total } = await world.call('queue:get-page', { filter, sort, offset: 0, limit: 1, asOfMs });
    expect(then.views.all).toBe(total);
    expect(then.views.all).toBeLessThan(now.views.all);
    expect(then.views.open + then.views.finished).toBe(then.views.all);
    expect(await world.call('queue:count-filters', { filters: [filter], asOfMs })).toEqual({ counts: [total] });
  });

  it('shows a ticket with what had happened by then', async () => {
    const { rows } = await world.call('queue:get-page', { filter, sort, offset: 0, limit: 200, asOfMs });
    const changed = [];
    for (const { id } of rows) {
      const now = await world.call('ticket:get-detail', { id });
      const then = await world.call('ticket:get-detail', { id, asOfMs });
      expect(then.events.every(({ atMs }) => atMs <= asOfMs)).toBe(true);
      if (then.events.length < now.events.length) changed.push(id);
    }
    expect(changed.length).toBeGreaterThan(2);
    const position = await world.call('queue:find-position', { filter, sort, id: rows[3]?.id ?? 0, asOfMs });
    expect(position).toEqual({ position: 3 });
  });

  it('does not know tickets of later, nor instants ahead', async () => {
    const all = await world.call('queue:get-page', {
      filter,
      sort: { by: 'opened', isDescending: true },
      offset: 0,
      limit: 1,
    });
    const later = all.rows[0]?.id ?? 0;
    expect(await world.reply('ticket:get-detail', { id: later, asOfMs })).toMatchObject({
      error: { code: 'ticket/unknown' },
    });
    const ahead = await world.reply('queue:get-page', { filter, sort, offset: 0, limit: 1, asOfMs: instant(NOW) + 1 });
    expect(ahead).toMatchObject({ error: { code: 'replay/future' } });
  });
});
