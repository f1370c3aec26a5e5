import { describe, expect, it } from 'vitest';
import type { StandingClock } from '../../../shared/sla/clock.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { escalationAt, rankOfStep } from '../../../shared/steering/escalation.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';

const rules = compilePolicy(DEFAULT_POLICY);
const OPENED = 1_800_000_000_000;
const duty = { priority: 'P1', tier: 'gold', startMs: OPENED } as const;
const running = (elapsedMs = 0): StandingClock => ({
  ...{ kind: 'running', calendar: 'always', duty, targetMs: 4 * HOUR_MS, elapsedMs, sinceMs: OPENED },
  ...{ dueAtMs: OPENED + 4 * HOUR_MS - elapsedMs, hasBreached: false },
});
const p1 = (resolution: StandingClock) => ({
  ...({ priority: 'P1', openedAtMs: OPENED, isFinished: false, resolution } as const),
});

describe('the hierarchical escalation of a P1', () => {
  it.each([
    [0, 'creation', 0, 2],
    [2 * HOUR_MS - 1, 'creation', 0, 2],
    [2 * HOUR_MS, 'half', 2, 3],
    [3 * HOUR_MS, 'threeQuarters', 3, 4],
    [4 * HOUR_MS, 'whole', 4, null],
    [40 * HOUR_MS, 'whole', 4, null],
  ] as const)('%i ms after its opening', (afterMs, step, reachedH, nextH) => {
    expect(escalationAt(p1(running()), rules, OPENED + afterMs)).toEqual({
      ...{ step, reachedAtMs: OPENED + reachedH * HOUR_MS },
      nextAtMs: nextH === null ? null : OPENED + nextH * HOUR_MS,
    });
  });

  it('goes by what was counted, not by what passed, and stands while the clock does', () => {
    expect(escalationAt(p1(running(HOUR_MS)), rules, OPENED + HOUR_MS)?.step).toBe('half');
    const paused: StandingClock = {
      ...{ kind: 'stopped', calendar: 'always', isPaused: true, duty, targetMs: 4 * HOUR_MS },
      ...{ elapsedMs: 3 * HOUR_MS, dueAtMs: null, hasBreached: false },
    };
    expect(escalationAt(p1(paused), rules, OPENED + 90 * HOUR_MS)).toEqual({
      ...{ step: 'threeQuarters', reachedAtMs: null, nextAtMs: null },
    });
  });

  it('tells no instant that the clock does not know', () => {
    expect(escalationAt(p1(running(3 * HOUR_MS)), rules, OPENED + 1)).toMatchObject({
      ...{ step: 'threeQuarters', reachedAtMs: OPENED, nextAtMs: OPENED + HOUR_MS },
    });
    expect(escalationAt(p1(running(3.5 * HOUR_MS)), rules, OPENED + 1)?.reachedAtMs).toBeNull();
  });

  it('ends with the ticket', () => {
    expect(escalationAt({ ...p1(running()), isFinished: true }, rules, OPENED)).toBeNull();
  });
});

describe('what has none', () => {
  it('an objective of ours, a clock that there is not, another priority', () => {
    const objective = { ...running(), duty: { ...duty, priority: 'P2' } } as StandingClock;
    const p2 = { ...p1(objective), priority: 'P2' } as const;
    expect(escalationAt(p2, rules, OPENED + 90 * HOUR_MS)).toBeNull();
    expect(escalationAt({ ...p2, resolution: { kind: 'none' } }, rules, OPENED)).toBeNull();
  });

  it('but a P1 without commitment is told of at its creation', () => {
    expect(escalationAt(p1({ kind: 'none' }), rules, OPENED + 90 * HOUR_MS)).toMatchObject({ step: 'creation' });
  });
});

it('steps have an order', () => {
  expect([null, 'creation', 'half', 'threeQuarters', 'whole'].map((step) => rankOfStep(step as null))).toEqual([
    ...[0, 1, 2, 3, 4],
  ]);
});
