import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storyWords } from '../../electron/core/cli/story-words.ts';
import { storyWordsIn } from '../../renderer/features/explain/use-story-words.ts';
import { clockEventsOf } from '../../renderer/features/explain/story-of.ts';
import { readClock } from '../../shared/sla/clock.ts';
import { explainResolution } from '../../shared/sla/explain.ts';
import { tellStory } from '../../shared/sla/tell-story.ts';
import { deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const LATER = '2026-11-23T10:00:00Z';
let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld();
  desk = deskOf(world);
});
afterEach(() => world.close());

describe('a wait for somebody else', () => {
  it.each([
    ['vendor', 'waitingVendor'],
    ['problem', 'waitingProblem'],
    ['evidence', 'waitingEvidence'],
  ] as const)(
    'for the %s is a state of its own, the clock runs on, and work goes on after it',
    async (waitedFor, state) => {
      const { id } = await desk.open();
      world.setNow(LATER);
      const { row } = await desk.run(id, { kind: 'waitForOther', waitedFor, reason: 'asked' });
      expect(row).toMatchObject({ state });
      expect(await desk.ids({ states: [state] })).toEqual([id]);
      expect(await desk.ids({ view: 'waiting' })).toEqual([]);
      if (row === null) throw new Error('no row');
      expect(readClock(row.resolution, world.core.rules, instant('2026-11-23T11:00:00Z'))).toMatchObject({
        ...{ state: 'running', elapsedMs: 2 * 3_600_000 },
      });
      world.setNow('2026-11-23T11:00:00Z');
      expect((await desk.run(id, { kind: 'continue' })).row).toMatchObject({ state: 'active' });
      expect(await desk.codeOfRun(id, { kind: 'continue' })).toBe('ticket/unchanged');
      expect((await desk.detail(id)).stateSinceMs).toBe(instant('2026-11-23T11:00:00Z'));
    },
  );

  it('is no way out of a wait for the customer', async () => {
    const { id } = await desk.open();
    await desk.run(id, { kind: 'waitForCustomer', reason: 'logs', wakeAtMs: null, remindAtMs: null });
    for (const command of [
      { kind: 'continue' },
      { kind: 'waitForOther', waitedFor: 'evidence', reason: 'x' },
    ] as const) {
      expect(await desk.codeOfRun(id, command)).toBe('ticket/waits-for-customer');
    }
    expect((await desk.detail(id)).row.state).toBe('waitingCustomer');
  });
});

describe('a link', () => {
  it('stands at both tickets and goes from both, from either side', async () => {
    const [a, b] = [await desk.open(), await desk.open({ title: 'VPN down too' })];
    const links = async () => Promise.all([a, b].map(async ({ id }) => (await desk.detail(id)).links));
    await desk.run(a.id, { kind: 'link', ticketId: b.id });
    expect(await links()).toEqual([
      [{ ticketId: b.id, reference: b.reference }],
      [{ ticketId: a.id, reference: a.reference }],
    ]);
    await desk.run(b.id, { kind: 'unlink', ticketId: a.id });
    expect(await links()).toEqual([[], []]);
    expect(await desk.codeOfRun(a.id, { kind: 'unlink', ticketId: b.id })).not.toBe('ok');
  });
});

describe('an edit', () => {
  it('changes what it names, is found by it, and leaves the rest', async () => {
    const { id } = await desk.open();
    const before = await desk.detail(id);
    const facts = { title: 'Tunnel flaps', platform: 'NGP', contact: 'lea@nordlys.example', owner: 'bo' } as const;
    await desk.run(id, { kind: 'edit', facts });
    const after = await desk.detail(id);
    expect(after).toMatchObject({ platform: 'NGP', contact: 'lea@nordlys.example', language: before.language });
    expect(after.row).toMatchObject({ title: 'Tunnel flaps', owner: 'bo', assignee: before.row.assignee });
    expect(after.row.resolution).toEqual(before.row.resolution);
    expect(await desk.ids({ text: 'flaps' })).toEqual([id]);
    expect(await desk.ids({ text: 'vpn' })).toEqual([]);
    expect(await desk.codeOfRun(id, { kind: 'edit', facts })).toBe('ticket/unchanged');
  });

  it('to another customer makes what that one is owed count from the opening', async () => {
    await desk.open({ customer: 'Sète', newCustomerTier: 'silver' });
    const { id } = await desk.open();
    world.setNow(LATER);
    const { row } = await desk.run(id, { kind: 'edit', facts: { customer: 'Sète' } });
    expect(row).toMatchObject({ customer: 'Sète', tier: 'silver' });
    // A P2 of silver: a day.
    expect(row?.resolution).toMatchObject({ dueAtMs: instant('2026-11-24T09:00:00Z') });
  });
});

it('the story of a clock is told in the customer’s language, by the window and by the command line alike', async () => {
  const { id } = await desk.open({ language: 'fr' });
  world.setNow(LATER);
  await desk.run(id, { kind: 'waitForCustomer', reason: 'logs', wakeAtMs: null, remindAtMs: null });
  const detail = await desk.detail(id);
  const { rules } = world.core;
  const { category, isBeta, language } = detail;
  if (language !== 'fr') throw new Error('not French');
  const story = explainResolution({ category, isBeta }, clockEventsOf(detail), rules, instant(LATER));
  if (story === null) throw new Error('not opened');
  const told = tellStory(story, rules, storyWordsIn(language, rules.policy.business.zone));
  expect(told.join(' ')).toMatch(/en attente du client/);
  expect(told).toEqual(tellStory(story, rules, storyWords(language, rules.policy.business.zone)));
  expect(told).not.toEqual(tellStory(story, rules, storyWords('en', rules.policy.business.zone)));
});
