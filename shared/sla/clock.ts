import { countedMs, instantAfter, openFrom } from '../calendar/calendar.ts';
import type { InstantMs } from '../time/instant.ts';
import { atRiskAfterMs, type CalendarName, type Priority, type Rules, type TierId } from './policy.ts';

/** The promise that a clock answers for: which priority and tier made it, and from when it counts. */
export type Duty = { readonly priority: Priority; readonly tier: TierId; readonly startMs: InstantMs };

/**
 * A clock as the events left it. It holds from the last event to the next, so it is computed once per event and read at any
 * instant: nothing has to be written while time passes.
 */
export type StandingClock =
  /** No clock: no commitment and no objective exists. */
  | { readonly kind: 'none' }
  /** No due time, only elapsed time: `elapsedMs` counted up to `sinceMs`, and running on from there unless that is null. */
  | {
      readonly kind: 'bestEffort';
      readonly calendar: CalendarName;
      readonly elapsedMs: number;
      readonly sinceMs: InstantMs | null;
      readonly isPaused: boolean;
      /** A duty that is gone had a target and was past it. */
      readonly hasBreached?: boolean;
    }
  /**
   * Counting: `elapsedMs` up to `sinceMs` and on from there. It reaches `targetMs` at `dueAtMs`, which may be past.
   * `hasBreached`: a duty that is gone was past its target. `duty` is null for a first response.
   */
  | {
      readonly kind: 'running';
      readonly calendar: CalendarName;
      readonly duty: Duty | null;
      readonly targetMs: number;
      readonly elapsedMs: number;
      readonly sinceMs: InstantMs;
      readonly dueAtMs: InstantMs;
      readonly hasBreached: boolean;
      /**
       * After this instant another duty in force is past its target while the governing one is not yet: that one is due at closing time and
       * breaches only at the next opening. Absent where no duty is past its target before the governing one.
       */
      readonly othersBreachAfterMs?: InstantMs;
    }
  /**
   * Paused or finished: `dueAtMs` is null unless the target was reached before the stop, since a stopped clock has no due time.
   * `hasBreached`: a duty that is gone, or another one in force, was past its target.
   */
  | {
      readonly kind: 'stopped';
      readonly calendar: CalendarName;
      readonly isPaused: boolean;
      readonly duty: Duty | null;
      readonly targetMs: number;
      readonly elapsedMs: number;
      readonly dueAtMs: InstantMs | null;
      readonly hasBreached: boolean;
    };

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'bestEffort' | 'none';

/** A clock read at an instant (sla/SPEC: Resolution clock). */
export type Clock = {
  readonly state: ClockState;
  readonly isPaused: boolean;
  readonly targetMs: number | null;
  readonly elapsedMs: number;
  /** Negative where the target is past. */
  readonly remainingMs: number | null;
  readonly dueAtMs: InstantMs | null;
  readonly everBreached: boolean;
};

const NO_CLOCK: Clock = {
  state: 'none',
  isPaused: false,
  targetMs: null,
  elapsedMs: 0,
  remainingMs: null,
  dueAtMs: null,
  everBreached: false,
};

/** Reads a standing clock at an instant that is not before the events it was made from. */
export const readClock = (standing: StandingClock, rules: Rules, atMs: InstantMs): Clock => {
  switch (standing.kind) {
    case 'none':
      return NO_CLOCK;
    case 'bestEffort': {
      const { elapsedMs, sinceMs, isPaused, hasBreached = false } = standing;
      const calendar = rules.calendars[standing.calendar];
      return {
        state: 'bestEffort',
        isPaused,
        targetMs: null,
        elapsedMs: sinceMs === null ? elapsedMs : elapsedMs + countedMs(calendar, sinceMs, atMs),
        remainingMs: null,
        dueAtMs: null,
        everBreached: hasBreached,
      };
    }
    case 'running': {
      const { targetMs, dueAtMs, othersBreachAfterMs = Infinity } = standing;
      const elapsedMs = standing.elapsedMs + countedMs(rules.calendars[standing.calendar], standing.sinceMs, atMs);
      const isBreached = elapsedMs > targetMs;
      return {
        state: isBreached ? 'breached' : 'running',
        isPaused: false,
        targetMs,
        elapsedMs,
        remainingMs: targetMs - elapsedMs,
        dueAtMs,
        everBreached: standing.hasBreached || isBreached || atMs > othersBreachAfterMs,
      };
    }
    case 'stopped': {
      const { targetMs, elapsedMs, isPaused, dueAtMs } = standing;
      const isBreached = elapsedMs > targetMs;
      return {
        state: isBreached ? 'breached' : isPaused ? 'paused' : 'met',
        isPaused,
        targetMs,
        elapsedMs,
        remainingMs: targetMs - elapsedMs,
        dueAtMs,
        everBreached: standing.hasBreached || isBreached,
      };
    }
  }
};

/** The instants at which a running clock changes its state by the mere passing of time. */
export type Turns = {
  /** From this instant on it is at risk. */
  readonly atRiskAtMs: InstantMs;
  /** After this instant it is breached: the due time, or the next opening where it is due at closing time. */
  readonly breachAfterMs: InstantMs;
};

/** When a running clock turns; null for a clock that no passing of time changes. */
export const turnsOf = (standing: StandingClock, rules: Rules): Turns | null => {
  if (standing.kind !== 'running') return null;
  const calendar = rules.calendars[standing.calendar];
  const { targetMs, elapsedMs, sinceMs, dueAtMs } = standing;
  const riskAfterMs = atRiskAfterMs(rules.policy, standing.duty?.priority ?? null, targetMs);
  return {
    atRiskAtMs: instantAfter(calendar, sinceMs, riskAfterMs - elapsedMs),
    breachAfterMs: elapsedMs > targetMs ? dueAtMs : openFrom(calendar, Math.max(dueAtMs, sinceMs)),
  };
};
