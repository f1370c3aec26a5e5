import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alarmed } from '../../shared/ipc/watch-schemas.ts';
import { DEFAULT_POLICY } from '../../shared/sla/policy.ts';
import { DEFAULT_WATCH_RULES } from '../../shared/watch/watch-rules.ts';
import { deskOf } from '../support/desk-calls.ts';
import { createFakeTime, type FakeTime } from '../support/fake-time.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let time: FakeTime;
let world: World;
beforeEach(() => {
  time = createFakeTime('2026-11-23T09:00:00Z');
  world = createWorld({ time });
});
afterEach(() => world.close());

/** A gold P1: at risk three quarters through its four hours, by the clock round. */
const p1 = () => deskOf(world).open({ priority: 'P1', impact: null, urgency: null, title: 'portal down' });
/** What was told, in its order: each notice as the kinds in it. */
const told = (): string[] =>
  world.heard
    .filter(({ name }) => name === 'watch:alarmed')
    .map(({ payload }) => (payload as Alarmed).alarms.map(({ kind }) => kind).join('+'));

describe('the watch, where a version of the rules begins', () => {
  it('tells that other rules hold, when they begin, and follows the new due times', async () => {
    await world.call('watch:follow', { rules: DEFAULT_WATCH_RULES });
    await p1();
    const slower = {
      ...DEFAULT_POLICY,
      resolution: {
        ...DEFAULT_POLICY.resolution,
        P1: { ...DEFAULT_POLICY.resolution.P1, targetMin: { ...DEFAULT_POLICY.resolution.P1.targetMin, gold: 600 } },
      },
    };
    world.become({ role: 'lead' });
    await world.call('policy:save', {
      ...{ fromMs: instant('2026-11-23T11:00:00Z'), policyJson: JSON.stringify(slower), note: null },
    });
    time.passUntil('2026-11-23T15:00:00Z');
    expect(told()).toEqual(['policy']);
    time.passUntil('2026-11-23T20:00:00Z');
    expect(told()).toEqual(['policy', 'atRisk', 'breached']);
  });

  it('tells nothing again because a version of the rules begins that leaves the clock as it is', async () => {
    await world.call('watch:follow', { rules: DEFAULT_WATCH_RULES });
    await p1();
    await deskOf(world).open({ priority: 'P3', impact: null, urgency: null, title: 'slow' });
    const week = { ...DEFAULT_POLICY.business.week, 6: [[540, 720]] as const };
    const open = { ...DEFAULT_POLICY, business: { ...DEFAULT_POLICY.business, week } };
    world.become({ role: 'lead' });
    await world.call('policy:save', {
      ...{ fromMs: instant('2026-11-23T12:30:00Z'), policyJson: JSON.stringify(open), note: null },
    });
    time.passUntil('2026-11-23T12:20:00Z');
    expect(told()).toEqual(['atRisk']);
    time.passUntil('2026-11-23T12:50:00Z');
    expect(told()).toEqual(['atRisk', 'policy']);
    expect((await world.call('watch:list', {})).alarms.filter(({ kind }) => kind === 'atRisk')).toHaveLength(1);
  });
});
