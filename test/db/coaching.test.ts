import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBooked } from '../../shared/coaching/session.ts';
import { coachingOf } from '../support/coaching-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
beforeEach(() => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  world.become({ name: 'Eva', role: 'expert' });
});
afterEach(() => world.close());

const plan = (sql: string): string =>
  world.core.database.connection
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => detail)
    .join('; ');

it('what an expert has at a time is looked up on an index', () => {
  const where = `expert = 'Eva' AND start_at_ms < 2 AND start_at_ms > 1 AND end_at_ms > 1 AND state IN ('planned', 'confirmed')`;
  expect(plan(`SELECT session_id FROM session WHERE ${where} ORDER BY start_at_ms`)).toMatch(
    /^SEARCH session USING INDEX session_by_expert \(expert=\? AND start_at_ms>\? AND start_at_ms<\?\)$/,
  );
});

it('the times of a list are looked up on an index', () => {
  const where = `start_at_ms IS NOT NULL AND start_at_ms < 2 AND start_at_ms > 1`;
  expect(plan(`SELECT expert FROM session WHERE ${where} ORDER BY start_at_ms, session_id`)).toContain(
    'SEARCH session USING INDEX session_by_start',
  );
});

it('exceptions of maintenance are append-only', async () => {
  world.become({ role: 'lead' });
  await world.call('maintenance:save-exception', {
    ...{ kind: 'added', platforms: ['NUP'], reason: 'x', customerId: null },
    ...{ startMs: instant('2026-12-05T10:00:00Z'), endMs: instant('2026-12-05T11:00:00Z') },
  });
  const { connection } = world.core.database;
  expect(() => connection.exec('DELETE FROM maintenance_exception')).toThrow(/append-only/);
  expect(() => connection.exec("UPDATE maintenance_exception SET reason = 'y'")).toThrow(/append-only/);
});

it('a write that is refused leaves neither events nor rows', async () => {
  const of = coachingOf(world);
  const id = await ledgerOf(world).customer('Nordlys', 'silver');
  await of.plan(id, '2026-12-11T09:00:00Z', '2026-12-11T10:00:00Z');
  const count = (): unknown => world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();
  const before = count();
  const series = of.session(id, '2026-11-27T09:00:00Z', '2026-11-27T10:00:00Z', {
    recurrence: { everyWeeks: 1, count: 4, untilMs: null },
  });
  expect((await world.reply('coaching:plan', series)).ok).toBe(false);
  expect(count()).toBe(before);
  const { rows } = await of.list('2026-11-01T00:00:00Z', '2027-01-01T00:00:00Z');
  expect(rows.filter(({ state }) => isBooked(state))).toHaveLength(1);
  expect((await world.call('coaching:get-path', { customerId: id })).sessions).toHaveLength(1);
});
