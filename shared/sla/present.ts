import { openFrom } from '../calendar/calendar.ts';
import { HOUR_MS, type InstantMs } from '../time/instant.ts';
import { readClock, type Clock, type StandingClock } from './clock.ts';
import { atRiskAfterMs, type Priority, type Rules, type TargetSource } from './policy.ts';

/** What a clock's icon, word and colour say. `atRisk` is a part of running (sla/SPEC: 8). */
export type ShownState = 'running' | 'atRisk' | 'breached' | 'paused' | 'met' | 'bestEffort' | 'none';

/** Which figure stands for a clock at an instant. Durations are counted time, in ms and never negative. */
export type ShownTime =
  | { readonly kind: 'nothing' }
  /** Time is passing towards the due instant, without a closed hour before it. */
  | { readonly kind: 'countdown'; readonly leftMs: number }
  /** What is left stands still: waiting for the customer, or outside opening hours. */
  | { readonly kind: 'left'; readonly leftMs: number }
  /** Past its target, and not finished. */
  | { readonly kind: 'overdue'; readonly overMs: number }
  /** Due beyond the present or the next opening, or more than a day away: the instant says more than the hours. */
  | { readonly kind: 'dueAt'; readonly dueAtMs: InstantMs }
  /** Best effort has no due time. */
  | { readonly kind: 'elapsed'; readonly elapsedMs: number }
  /** Finished within its target. */
  | { readonly kind: 'met'; readonly elapsedMs: number }
  /** Finished after its target. */
  | { readonly kind: 'late'; readonly overMs: number };

export type PresentedClock = {
  readonly state: ShownState;
  readonly time: ShownTime;
  /** How much of the target is used, 0 to 1; null where there is no target. */
  readonly usedShare: number | null;
  /** Waiting for the customer; a breached clock can be too. */
  readonly isPaused: boolean;
  /** From when time counts again where the desk is closed now; null while time counts, and for a clock that is stopped anyway. */
  readonly opensAtMs: InstantMs | null;
};

const COUNTDOWN_BELOW_MS = 24 * HOUR_MS;

const NOTHING: PresentedClock = {
  state: 'none',
  time: { kind: 'nothing' },
  usedShare: null,
  isPaused: false,
  opensAtMs: null,
};

type Running = Extract<StandingClock, { kind: 'running' }>;

const presentRunning = (standing: Running, clock: Clock, rules: Rules, nowMs: InstantMs): PresentedClock => {
  const { targetMs, dueAtMs, duty } = standing;
  const openMs = openFrom(rules.calendars[standing.calendar], nowMs);
  const opensAtMs = openMs > nowMs ? openMs : null;
  const usedShare = targetMs === 0 ? 1 : Math.min(1, clock.elapsedMs / targetMs);
  const leftMs = targetMs - clock.elapsedMs;
  if (leftMs < 0) {
    return { state: 'breached', time: { kind: 'overdue', overMs: -leftMs }, usedShare, isPaused: false, opensAtMs };
  }
  const isAtRisk = clock.elapsedMs >= atRiskAfterMs(rules.policy, duty?.priority ?? null, targetMs);
  const isWithinOneOpening = dueAtMs - openMs === leftMs || leftMs === 0;
  const time: ShownTime =
    !isWithinOneOpening || leftMs >= COUNTDOWN_BELOW_MS
      ? { kind: 'dueAt', dueAtMs }
      : opensAtMs === null
        ? { kind: 'countdown', leftMs }
        : { kind: 'left', leftMs };
  return { state: isAtRisk ? 'atRisk' : 'running', time, usedShare, isPaused: false, opensAtMs };
};

type Stopped = Extract<StandingClock, { kind: 'stopped' }>;

const presentStopped = ({ targetMs, elapsedMs, isPaused }: Stopped): PresentedClock => {
  const leftMs = targetMs - elapsedMs;
  const usedShare = targetMs === 0 ? 1 : Math.min(1, elapsedMs / targetMs);
  const shown = { usedShare, isPaused, opensAtMs: null };
  if (leftMs < 0) {
    return {
      ...shown,
      state: 'breached',
      time: isPaused ? { kind: 'overdue', overMs: -leftMs } : { kind: 'late', overMs: -leftMs },
    };
  }
  return isPaused
    ? { ...shown, state: 'paused', time: { kind: 'left', leftMs } }
    : { ...shown, state: 'met', time: { kind: 'met', elapsedMs } };
};

/** What a cell shows of a standing clock at an instant: a state, one figure and the share that is used. Words are the window's. */
export const presentClock = (standing: StandingClock, rules: Rules, nowMs: InstantMs): PresentedClock => {
  switch (standing.kind) {
    case 'none':
      return NOTHING;
    case 'bestEffort': {
      const { elapsedMs } = readClock(standing, rules, nowMs);
      const { isPaused } = standing;
      return { state: 'bestEffort', time: { kind: 'elapsed', elapsedMs }, usedShare: null, isPaused, opensAtMs: null };
    }
    case 'running':
      return presentRunning(standing, readClock(standing, rules, nowMs), rules, nowMs);
    case 'stopped':
      return presentStopped(standing);
  }
};

/** Whose promise a resolution target is: the offer's (`contractual`) or our own (`internal`); null where nothing is promised. */
export const promiseOf = (standing: StandingClock, rules: Rules): TargetSource | null => {
  if (standing.kind !== 'running' && standing.kind !== 'stopped') return null;
  const priority: Priority | null = standing.duty?.priority ?? null;
  return priority === null ? 'internal' : rules.policy.resolution[priority].source;
};
