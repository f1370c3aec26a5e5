import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../shared/sla/policy.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const TOMORROW = instant('2026-11-23T23:00:00Z');
let world: World;
let path: string;
const freshPath = tempPaths();

const ticket = (title: string, priority: 'P1' | 'P3') =>
  world.call('ticket:create', {
    ...{ customer: 'Nordlys', title, description: null, category: 'incident', isBeta: false, priority },
    ...{ impact: null, urgency: null, priorityReason: null, channel: 'phone', language: 'fr', platform: null },
    ...{ requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: 'gold' },
  });

beforeEach(async () => {
  path = freshPath();
  world = createWorld({ now: NOW, path });
  world.become({ name: 'ada' });
  await ticket('portal down', 'P1');
  await ticket('slow', 'P3');
  world.become({ name: 'lea', role: 'lead' });
});
afterEach(() => world.close());

const faster: Policy = {
  ...DEFAULT_POLICY,
  resolution: {
    ...DEFAULT_POLICY.resolution,
    P3: { ...DEFAULT_POLICY.resolution.P3, targetMin: { ...DEFAULT_POLICY.resolution.P3.targetMin, gold: 60 } },
  },
};
const json = JSON.stringify(faster);
const dueOf = async (priority: string): Promise<number | null> => {
  const { EMPTY_FILTER } = await import('../../shared/queue/empty-filter.ts');
  const sort = { by: 'due', isDescending: false } as const;
  const { rows } = await world.call('queue:get-page', { filter: EMPTY_FILTER, sort, offset: 0, limit: 10 });
  const row = rows.find((one) => one.priority === priority);
  return row?.resolution.kind === 'running' ? row.resolution.dueAtMs : null;
};

describe('versions of the policy', () => {
  it('are previewed before they are saved: what moves, from and to, and what becomes breached', async () => {
    const preview = await world.call('policy:preview', { fromMs: TOMORROW, policyJson: json });
    expect(preview).toMatchObject({ checked: 2, movedCount: 1, becomesBreachedCount: 1, ceasesBreachedCount: 0 });
    // 27 opening hours from Monday 10:00 in Paris; under the new rules the one hour was over by Monday 11:00.
    expect(preview.moved).toMatchObject([
      { priority: 'P3', fromDueAtMs: instant('2026-11-26T09:00:00Z'), toDueAtMs: instant('2026-11-23T10:00:00Z') },
    ]);
    expect((await world.call('policy:list', {})).versions).toEqual([]);
    expect(await dueOf('P3')).toBe(instant('2026-11-26T09:00:00Z'));
  });

  it('are previewed with what is breached no more, which stays breached once', async () => {
    const { resolution } = DEFAULT_POLICY;
    const targetMin = { ...resolution.P1.targetMin, gold: 24 * 60 };
    const slower = JSON.stringify({
      ...DEFAULT_POLICY,
      resolution: { ...resolution, P1: { ...resolution.P1, targetMin } },
    });
    const preview = await world.call('policy:preview', { fromMs: TOMORROW, policyJson: slower });
    expect(preview).toMatchObject({ movedCount: 1, becomesBreachedCount: 0, ceasesBreachedCount: 1 });
    expect(preview.moved).toMatchObject([
      {
        ...{ priority: 'P1', becomesBreached: false, ceasesBreached: true },
        toDueAtMs: instant('2026-11-24T09:00:00Z'),
      },
    ]);
  });

  it('are previewed once at a time: another preview, or leaving, ends the one before', async () => {
    const draft = { fromMs: TOMORROW, policyJson: json };
    const first = world.call('policy:preview', draft);
    const second = world.call('policy:preview', draft);
    await expect(first).rejects.toThrow('policy/cancelled');
    expect((await second).movedCount).toBe(1);
    const left = world.call('policy:preview', draft);
    await world.call('policy:cancel-preview', {});
    await expect(left).rejects.toThrow('policy/cancelled');
  });

  it('hold from their date on, and after another start', async () => {
    const saved = await world.call('policy:save', { fromMs: TOMORROW, policyJson: json, note: 'faster' });
    expect(saved.versions).toMatchObject([
      { fromMs: TOMORROW, note: 'faster', actor: 'lea', recordedAtMs: instant(NOW) },
    ]);
    expect(world.heard.map(({ name }) => name)).toContain('policy:changed');
    expect(await dueOf('P3')).toBe(instant('2026-11-26T09:00:00Z'));
    world.close();
    world = createWorld({ now: '2026-11-24T09:00:00Z', path });
    expect(await dueOf('P3')).toBe(instant('2026-11-23T10:00:00Z'));
    expect(await dueOf('P1')).toBe(instant('2026-11-23T13:00:00Z'));
    const { versions } = await world.call('clock:get-rules', {});
    expect(versions.map(({ fromMs }) => fromMs)).toEqual([null, TOMORROW]);
  });

  it('are saved whole: what could not be folded then is folded before it is shown', async () => {
    const { connection } = world.core.database;
    connection.exec("CREATE TRIGGER stuck BEFORE UPDATE OF version ON ticket BEGIN SELECT RAISE(ABORT, 'stuck'); END");
    const saved = await world.call('policy:save', { fromMs: instant(NOW), policyJson: json, note: null });
    expect(saved.versions).toHaveLength(1);
    connection.exec('DROP TRIGGER stuck');
    expect(await dueOf('P3')).toBe(instant('2026-11-23T10:00:00Z'));
  });

  it('are previewed and saved in small steps, between which others are answered', async () => {
    for (let i = 0; i < 40; i++) await ticket(`slow ${i}`, 'P3');
    world.heard.length = 0;
    await world.call('policy:preview', { fromMs: TOMORROW, policyJson: json });
    await world.call('policy:save', { fromMs: TOMORROW, policyJson: json, note: null });
    const done = world.heard.flatMap(({ name, payload }) =>
      name === 'policy:progressed' ? [(payload as { done: number }).done] : [],
    );
    expect(done).toEqual([25, 42, 25, 42]);
  });

  it('a closure ahead moves what is due beyond it at once', async () => {
    const closed: Policy = { ...DEFAULT_POLICY, business: { ...DEFAULT_POLICY.business, closures: ['2026-11-25'] } };
    await world.call('policy:save', { fromMs: TOMORROW, policyJson: JSON.stringify(closed), note: null });
    expect(await dueOf('P3')).toBe(instant('2026-11-27T09:00:00Z'));
  });

  it('a version saved later ends those that would begin at or after it', async () => {
    await world.call('policy:save', { fromMs: TOMORROW, policyJson: json, note: null });
    await world.call('policy:save', {
      fromMs: TOMORROW - 1_000,
      policyJson: JSON.stringify(DEFAULT_POLICY),
      note: 'as it was',
    });
    expect((await world.call('clock:get-rules', {})).versions.map(({ fromMs }) => fromMs)).toEqual([
      null,
      TOMORROW - 1_000,
    ]);
    expect((await world.call('policy:list', {})).versions).toHaveLength(2);
  });

  it.each([
    ['the past', instant('2026-11-20T09:00:00Z'), json, 'policy/past'],
    ['garbage', TOMORROW, '{', 'policy/invalid'],
    ['a target of no tier', TOMORROW, JSON.stringify({ ...faster, tiers: ['standard'] }), 'policy/invalid'],
    [
      'a zone that is none',
      TOMORROW,
      JSON.stringify({ ...faster, business: { ...faster.business, zone: 'Mars' } }),
      'policy/invalid',
    ],
    [
      'a target that is never reached',
      TOMORROW,
      JSON.stringify({ ...faster, business: { ...faster.business, week: { 1: [[540, 541]] } } }),
      'policy/invalid',
    ],
    [
      'hours that overlap',
      TOMORROW,
      JSON.stringify({
        ...faster,
        business: {
          ...faster.business,
          week: {
            1: [
              [540, 700],
              [600, 900],
            ],
          },
        },
      }),
      'policy/invalid',
    ],
    [
      'a day that is none',
      TOMORROW,
      JSON.stringify({ ...faster, business: { ...faster.business, closures: ['2026-02-30'] } }),
      'policy/invalid',
    ],
  ])('refuse %s', async (_name, fromMs, policyJson, code) => {
    for (const answer of [
      await world.reply('policy:preview', { fromMs, policyJson }),
      await world.reply('policy:save', { fromMs, policyJson, note: null }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { code } });
    }
    expect((await world.call('policy:list', {})).versions).toEqual([]);
  });

  it('are a lead’s alone, and no garbage', async () => {
    world.become({ role: 'agent' });
    const refused = { ok: false, error: { code: 'access/role' } };
    expect(await world.reply('policy:save', { fromMs: TOMORROW, policyJson: json, note: null })).toMatchObject(refused);
    expect(await world.reply('policy:preview', { fromMs: TOMORROW, policyJson: json })).toMatchObject(refused);
    world.become({ role: 'lead' });
    expect(await world.reply('policy:save', { fromMs: 'x' } as never)).toMatchObject({
      error: { code: 'call/invalid-input' },
    });
  });
});
