import { describe, expect, it } from 'vitest';
import type { StandingClock } from '../../../shared/sla/clock.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { presentClock, promiseOf } from '../../../shared/sla/present.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/time/instant.ts';
import type { ClockEvent } from '../../../shared/sla/clock-event.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import type { Priority } from '../../../shared/sla/policy.ts';

const rules = compilePolicy(DEFAULT_POLICY);
const at = (text: string): number => Date.parse(text);

/** The two clocks of an incident opened with a priority and tier, followed by more events. */
const incident = (opened: string, priority: Priority, tier: string, more: readonly ClockEvent[] = []) => {
  const events: ClockEvent[] = [{ atMs: at(opened), type: 'opened', priority, tier }, ...more];
  const clocks = standingClocks({ category: 'incident', isBeta: false }, events, rules, Infinity);
  if (clocks === null) throw new Error('no clocks');
  return clocks;
};

const stop = (when: string, type: 'paused' | 'resolved' | 'responded'): ClockEvent => ({ atMs: at(when), type });

describe('a clock that always runs', () => {
  // P1 gold: 4 hours, at risk with less than one hour left.
  const { resolution } = incident('2026-03-17T08:00:00Z', 'P1', 'gold');

  it('counts down to its due instant', () => {
    expect(presentClock(resolution, rules, at('2026-03-17T08:30:00Z'))).toEqual({
      state: 'running',
      time: { kind: 'countdown', leftMs: 3.5 * HOUR_MS },
      usedShare: 0.125,
      isPaused: false,
      opensAtMs: null,
    });
  });

  it('is at risk from three quarters on', () => {
    expect(presentClock(resolution, rules, at('2026-03-17T10:59:59Z')).state).toBe('running');
    expect(presentClock(resolution, rules, at('2026-03-17T11:00:00Z')).state).toBe('atRisk');
  });

  it('is still at risk at the due instant and breached one second later', () => {
    expect(presentClock(resolution, rules, at('2026-03-17T12:00:00Z'))).toMatchObject({
      state: 'atRisk',
      time: { kind: 'countdown', leftMs: 0 },
      usedShare: 1,
    });
    expect(presentClock(resolution, rules, at('2026-03-17T12:00:01Z'))).toMatchObject({
      state: 'breached',
      time: { kind: 'overdue', overMs: SECOND_MS },
      usedShare: 1,
    });
  });

  it('shows the due instant while a day or more is left', () => {
    const day = incident('2026-03-17T08:00:00Z', 'P2', 'silver').resolution;
    expect(presentClock(day, rules, at('2026-03-17T08:00:00Z')).time).toEqual({
      kind: 'dueAt',
      dueAtMs: at('2026-03-18T08:00:00Z'),
    });
    expect(presentClock(day, rules, at('2026-03-17T08:00:01Z')).time.kind).toBe('countdown');
  });
});

describe('a clock in business hours', () => {
  // P3 gold: 27 counted hours from Monday 09:00 in Paris are due on Wednesday at 18:00.
  const { resolution } = incident('2026-03-16T08:00:00Z', 'P3', 'gold');

  it('shows the day and time while it is due in a later opening', () => {
    expect(presentClock(resolution, rules, at('2026-03-17T10:00:00Z'))).toMatchObject({
      time: { kind: 'dueAt', dueAtMs: at('2026-03-18T17:00:00Z') },
      opensAtMs: null,
    });
  });

  it('counts down within the opening in which it is due', () => {
    expect(presentClock(resolution, rules, at('2026-03-18T15:00:00Z')).time).toEqual({
      kind: 'countdown',
      leftMs: 2 * HOUR_MS,
    });
  });

  it('stands still outside opening hours, and says when it goes on', () => {
    expect(presentClock(resolution, rules, at('2026-03-17T22:00:00Z'))).toMatchObject({
      state: 'running',
      time: { kind: 'left', leftMs: 9 * HOUR_MS },
      opensAtMs: at('2026-03-18T08:00:00Z'),
    });
    expect(presentClock(resolution, rules, at('2026-03-16T22:00:00Z'))).toMatchObject({
      time: { kind: 'dueAt' },
      opensAtMs: at('2026-03-17T08:00:00Z'),
    });
  });

  it('due at closing time, it has nothing left until the next opening', () => {
    expect(presentClock(resolution, rules, at('2026-03-18T20:00:00Z'))).toMatchObject({
      state: 'atRisk',
      time: { kind: 'left', leftMs: 0 },
    });
    expect(presentClock(resolution, rules, at('2026-03-19T08:00:01Z'))).toMatchObject({
      state: 'breached',
      time: { kind: 'overdue', overMs: SECOND_MS },
    });
  });
});

describe('a clock that is stopped', () => {
  it('paused keeps what is left', () => {
    const { resolution } = incident('2026-03-17T08:00:00Z', 'P1', 'gold', [stop('2026-03-17T09:00:00Z', 'paused')]);
    expect(presentClock(resolution, rules, at('2026-03-20T09:00:00Z'))).toEqual({
      state: 'paused',
      time: { kind: 'left', leftMs: 3 * HOUR_MS },
      usedShare: 0.25,
      isPaused: true,
      opensAtMs: null,
    });
  });

  it('paused after its target is breached and says that it waits', () => {
    const { resolution } = incident('2026-03-17T08:00:00Z', 'P1', 'gold', [stop('2026-03-17T12:30:00Z', 'paused')]);
    expect(presentClock(resolution, rules, at('2026-03-20T09:00:00Z'))).toMatchObject({
      state: 'breached',
      time: { kind: 'overdue', overMs: 30 * MINUTE_MS },
      isPaused: true,
    });
  });

  it('finished is met or late', () => {
    const met = incident('2026-03-17T08:00:00Z', 'P1', 'gold', [stop('2026-03-17T09:00:00Z', 'resolved')]);
    expect(presentClock(met.resolution, rules, at('2026-03-20T09:00:00Z')).time).toEqual({
      kind: 'met',
      elapsedMs: HOUR_MS,
    });
    const late = incident('2026-03-17T08:00:00Z', 'P1', 'gold', [stop('2026-03-17T08:33:00Z', 'responded')]);
    expect(presentClock(late.firstResponse, rules, at('2026-03-20T09:00:00Z'))).toMatchObject({
      state: 'breached',
      time: { kind: 'late', overMs: 18 * MINUTE_MS },
    });
  });
});

describe('a clock without a target', () => {
  it('best effort shows elapsed time', () => {
    const { resolution } = incident('2026-03-17T08:00:00Z', 'P1', 'standard');
    expect(presentClock(resolution, rules, at('2026-03-17T13:20:00Z'))).toMatchObject({
      state: 'bestEffort',
      time: { kind: 'elapsed', elapsedMs: 5 * HOUR_MS + 20 * MINUTE_MS },
      usedShare: null,
    });
  });

  it('none shows nothing', () => {
    expect(presentClock({ kind: 'none' }, rules, 0)).toMatchObject({ state: 'none', time: { kind: 'nothing' } });
  });
});

it('says whose promise a target is', () => {
  const source = (clock: StandingClock) => promiseOf(clock, rules);
  expect(source(incident('2026-03-17T08:00:00Z', 'P1', 'gold').resolution)).toBe('contractual');
  expect(source(incident('2026-03-17T08:00:00Z', 'P2', 'gold').resolution)).toBe('internal');
  expect(source(incident('2026-03-17T08:00:00Z', 'P1', 'gold').firstResponse)).toBe('internal');
  expect(source({ kind: 'none' })).toBeNull();
});
