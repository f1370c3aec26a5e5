import { afterEach, expect, it } from 'vitest';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

it('an upgrade at once moves open tickets, however long the core takes over it', async () => {
  let nowMs = instant('2026-11-23T09:00:00Z');
  world = createWorld({
    time: {
      nowMs: () => nowMs++,
      scheduler: { after: () => () => undefined, monotonicMs: () => 0, uptimeMs: () => 0 },
    },
  });
  const { row } = await world.call('customer:save', { id: null, name: 'Phare Ouest', tier: 'standard', sinceMs: null });
  await world.call('ticket:create', {
    ...{ customer: 'Phare Ouest', newCustomerTier: null, title: 'Down', description: null, category: 'incident' },
    ...{ isBeta: false, priority: 'P1', impact: 'high', urgency: 'high', priorityReason: null, channel: 'phone' },
    ...{ language: null, platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null },
  });
  await world.call('customer:change-tier', {
    ...{ id: row.id, tier: 'silver', effectiveAtMs: null, askedBy: 'Inès Roy', askedAtMs: nowMs, channel: 'portal' },
    note: null,
  });
  const { rows } = await world.call('queue:get-page', {
    filter: { ...EMPTY_FILTER, customers: ['Phare Ouest'] },
    ...{ sort: { by: 'due', isDescending: false }, offset: 0, limit: 10 },
  });
  expect(rows).toMatchObject([{ tier: 'silver', resolution: { kind: 'running', targetMs: 8 * 3_600_000 } }]);
});

it('another change has to wait until the one to come is called off, at whatever instant', async () => {
  world = createWorld();
  const { row } = await world.call('customer:save', { id: null, name: 'Phare Ouest', tier: 'gold', sinceMs: null });
  const asked = {
    askedBy: 'Inès Roy',
    askedAtMs: instant('2026-11-23T08:00:00Z'),
    channel: 'support',
    note: null,
  } as const;
  await world.call('customer:change-tier', { id: row.id, tier: 'standard', effectiveAtMs: null, ...asked });
  const again = await world.reply('customer:preview-tier', { id: row.id, tier: 'silver', effectiveAtMs: null });
  expect(again).toMatchObject({ ok: false, error: { code: 'customer/change-to-come' } });
});
