import { expect, it } from 'vitest';
import { DAY_MS } from '../../shared/time/instant.ts';
import { createWorld, instant } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';

it('the sample workspace has sessions to come, some that wait, and none that an expert could not hold', async () => {
  const world = createWorld({ now: NOW });
  await world.core.fillWithSamples();
  const span = { fromMs: instant(NOW), toMs: instant(NOW) + 30 * DAY_MS };
  const { rows } = await world.call('coaching:list', { ...span, experts: null, customerId: null });
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['planned', 'confirmed', 'cancelled']));
  expect(await world.call('coaching:list-asked', {})).toHaveLength(2);
  expect((await world.call('expert:list', {})).map(({ name }) => name)).toEqual(['expert 01', 'expert 02']);
  for (const { id } of rows) {
    const { conflicts } = await world.call('coaching:get', { id });
    expect(conflicts.filter(({ severity }) => severity === 'blocks')).toEqual([]);
  }

  // What was held is in the ledger too, and one of them has its report.
  const before = { fromMs: instant(NOW) - 90 * DAY_MS, toMs: instant(NOW) };
  const held = await world.call('coaching:list', { ...before, experts: null, customerId: null });
  expect(new Set(held.rows.map(({ state }) => state))).toEqual(new Set(['done']));
  expect(held.rows.map(({ startMs }) => new Date(startMs ?? 0).getUTCDay() % 6)).not.toContain(0);
  const pages = await Promise.all(held.rows.map(({ id }) => world.call('coaching:get', { id })));
  expect(pages.every(({ workId }) => workId !== null)).toBe(true);
  expect(pages.flatMap(({ reports }) => reports.map(({ language }) => language))).toEqual(['fr']);
  world.close();
});
