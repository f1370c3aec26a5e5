import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueAsOf } from '../../electron/core/queue/queue-as-of.ts';
import { createReplayService, type ReplayService } from '../../electron/core/queue/replay-service.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { createFakeTime, type FakeTime } from '../support/fake-time.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const PAST = instant('2026-11-17T14:00:00Z');
const ME = { name: 'tester', role: 'agent', level: 'L1' } as const;
let world: World;
let replays: ReplayService;
let time: FakeTime;

beforeAll(async () => {
  world = createWorld({ now: NOW });
  await world.core.imports.take(seedTickets({ count: 1500, seed: 5, nowMs: instant(NOW) }));
  const { database, events, rules } = world.core;
  time = createFakeTime(NOW);
  const { scheduler } = time;
  replays = createReplayService({ database, events, rules, scheduler, onProgress: () => {} });
});
afterAll(async () => {
  await replays.close();
  world.close();
});

describe('the queue as it stood', () => {
  it('lists what the command line lists as of that instant, in its order', async () => {
    const { queue } = await replays.at(PAST);
    const rows = queue.page(
      { ...EMPTY_FILTER, view: 'all' },
      { by: 'due', isDescending: false },
      { offset: 0, limit: 2000 },
      {
        nowMs: PAST,
        me: ME,
      },
    );
    const told = queueAsOf(world.core.events, world.core.rules, PAST, Infinity);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.length).toBeLessThan(1500);
    expect(rows.map(({ reference, state, assignee }) => [reference, state, assignee])).toEqual(
      told.rows.map(({ reference, state, assignee }) => [reference, state, assignee]),
    );
  });

  it('keeps the ids of the tickets', async () => {
    const { queue } = await replays.at(PAST);
    const [row] = queue.page(
      EMPTY_FILTER,
      { by: 'opened', isDescending: false },
      { offset: 0, limit: 1 },
      { nowMs: PAST, me: ME },
    );
    const present = await world.call('ticket:get-detail', { id: row?.id ?? 0 });
    expect(present.row.reference).toBe(row?.reference);
  });

  it('is kept while it is looked at, and closed a minute after it was left', async () => {
    const { database } = await replays.at(PAST);
    time.pass(3_600_000);
    expect(database.connection.open).toBe(true);
    replays.leave();
    time.pass(59_000);
    expect((await replays.at(PAST)).database).toBe(database);
    time.pass(3_600_000);
    expect(database.connection.open).toBe(true);
    replays.leave();
    replays.leave();
    time.pass(60_000);
    await Promise.resolve();
    expect(database.connection.open).toBe(false);
    expect((await replays.at(PAST)).database.connection.open).toBe(true);
  });

  it('is made once for all that ask for the same instant, and gives way to another', async () => {
    const [a, b] = [replays.at(PAST), replays.at(PAST)];
    expect(a).toBe(b);
    const superseded = replays.at(PAST - 1000);
    const last = replays.at(PAST - 2000);
    await expect(superseded).rejects.toMatchObject({ code: 'replay/superseded' });
    expect((await last).atMs).toBe(PAST - 2000);
  });
});
