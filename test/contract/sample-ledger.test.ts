import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  await world.core.fillWithSamples();
});
afterAll(() => world.close());

it('the sample workspace shows every kind of entitlement, packs, overage, and work of the last months', async () => {
  const { rows } = await world.call('customer:list', { text: '', tier: null });
  expect(new Set(rows.map(({ entitlement }) => entitlement.reason))).toEqual(
    new Set(['tier', 'firstMonths', 'firstMonthsOver', 'notDated', 'pack', 'none']),
  );
  expect(await world.call('expertise:list-pending', {})).toHaveLength(1);
  const { rows: consumed, standings } = await world.call('expertise:get-consumption', {
    ...{ fromMonth: 2026 * 12 + 8, toMonth: 2026 * 12 + 10, customerId: null },
  });
  expect(new Set(consumed.map(({ month }) => month)).size).toBe(3);
  expect(standings.filter(({ packEndsAtMs }) => packEndsAtMs !== null).length).toBeGreaterThan(0);
  expect(rows.every(({ name }) => name !== '')).toBe(true);
});
