import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;

beforeAll(() => {
  world = createWorld({ now: '2026-11-23T08:00:00Z' });
  desk = deskOf(world);
});
afterAll(() => world.close());

it('tells for every open ticket of a customer what another tier would mean from now on, and writes nothing', async () => {
  const P1 = { priority: 'P1', impact: 'high', urgency: 'high', customer: 'Port', newCustomerTier: 'silver' } as const;
  const first = await desk.open(P1);
  const done = await desk.open(P1);
  await desk.run(done.id, { kind: 'resolve', text: 'done' });
  await desk.open({ ...P1, customer: 'Other', newCustomerTier: 'silver' });
  world.setNow('2026-11-23T09:00:00Z');
  const before = world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();
  const gold = await world.call('customer:what-if', { customer: 'Port', tier: 'gold' });
  // Silver: eight hours from 08:00. Gold from 09:00 on: four hours from then, which is sooner.
  expect(gold).toMatchObject({
    checked: 1,
    moved: [{ id: first.id, fromDueAtMs: instant('2026-11-23T16:00:00Z'), toDueAtMs: instant('2026-11-23T13:00:00Z') }],
    entitlement: { expertAccess: 'always', monthlyMinutes: 120 },
  });
  // A ticket keeps the best commitment that it was given.
  expect(await world.call('customer:what-if', { customer: 'Port', tier: 'bronze' })).toMatchObject({ moved: [] });
  expect(world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get()).toBe(before);
  expect(await world.reply('customer:what-if', { customer: '', tier: 'gold' })).toMatchObject({
    error: { code: 'call/invalid-input' },
  });
});
