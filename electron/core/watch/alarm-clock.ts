import { SECOND_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Scheduler } from './scheduler.ts';

type Parts = {
  readonly clock: PresentClock;
  readonly scheduler: Scheduler;
  /** Its time has come; the next time, or null where nothing lies ahead. */
  readonly onDue: () => InstantMs | null;
  /** The machine slept, or its clock was set; `onDue` follows. */
  readonly onJump: (byMs: number) => void;
};

/** The longest that a timer can be set. */
const LONGEST_MS = 2 ** 31 - 1;
/** How often the wall clock is compared with the one that nobody sets. */
const BEAT_MS = SECOND_MS;
/** How far they may drift apart before the timer is set anew. */
const DRIFT_MS = 500;
/** A beat that comes so late was slept through, on machines whose clock counts sleep. */
const SLEPT_MS = 5 * SECOND_MS;
/** Never sooner: an instant that does not pass must not keep the core busy. */
const SHORTEST_MS = 5;

/** One timer, set to an instant of the wall clock, that keeps it through sleep and changes of the clock. */
export const createAlarmClock = ({ clock, scheduler, onDue, onJump }: Parts) => {
  let callOff = (): void => {};
  let callOffBeat = (): void => {};
  let isRunning = false;
  /** When the timer fires, by the monotonic clock. */
  let dueAt = Infinity;
  let offsetMs = 0;
  let lastBeat = 0;

  const offset = (): number => clock.nowMs() - scheduler.monotonicMs();

  const set = (delayMs: number): void => {
    callOff();
    const waitMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, delayMs));
    dueAt = scheduler.monotonicMs() + waitMs;
    callOff = scheduler.after(waitMs, fire);
  };

  const fire = (): void => {
    if (!isRunning) return;
    callOff();
    dueAt = Infinity;
    offsetMs = offset();
    const nextMs = onDue();
    // What was looked at has perhaps asked for another look already.
    if (nextMs !== null && scheduler.monotonicMs() + nextMs - clock.nowMs() < dueAt) set(nextMs - clock.nowMs());
  };

  const beat = (): void => {
    const mono = scheduler.monotonicMs();
    const driftMs = offset() - offsetMs;
    const lateMs = mono - lastBeat - BEAT_MS;
    lastBeat = mono;
    if (Math.abs(driftMs) > DRIFT_MS || lateMs > SLEPT_MS) {
      onJump(Math.abs(driftMs) > DRIFT_MS ? driftMs : lateMs);
      fire();
    }
    callOffBeat = scheduler.after(BEAT_MS, beat);
  };

  const stop = (): void => {
    isRunning = false;
    callOff();
    callOffBeat();
  };

  return {
    /** Looks at once, and runs from now on. */
    start: (): void => {
      stop();
      isRunning = true;
      lastBeat = scheduler.monotonicMs();
      callOffBeat = scheduler.after(BEAT_MS, beat);
      fire();
    },
    /** Looks again soon. */
    lookWithin: (ms: number): void => {
      if (isRunning && scheduler.monotonicMs() + ms < dueAt) set(ms);
    },
    stop,
  };
};
