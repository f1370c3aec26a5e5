import type { Scheduler } from '../../electron/core/watch/scheduler.ts';
import { instant } from './world.ts';

type Timer = { readonly at: number; readonly run: () => void };

/** What a machine's timers hold. */
const LONGEST_MS = 2 ** 31 - 1;

/** A machine's time in a test's hands: it passes, the machine sleeps, or somebody sets the clock. */
export const createFakeTime = (now: string) => {
  let wallMs = instant(now);
  let monoMs = 0;
  let sleptMs = 0;
  const timers = new Set<Timer>();
  const scheduler: Scheduler = {
    monotonicMs: () => monoMs,
    uptimeMs: () => monoMs + sleptMs,
    after: (ms, run) => {
      if (ms > LONGEST_MS) throw new RangeError(`a timer of ${ms} ms would fire at once`);
      const timer = { at: monoMs + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
  const pass = (ms: number): void => {
    const end = monoMs + ms;
    for (;;) {
      const [first] = [...timers].sort((a, b) => a.at - b.at);
      if (first === undefined || first.at > end) break;
      timers.delete(first);
      wallMs += first.at - monoMs;
      monoMs = first.at;
      first.run();
    }
    wallMs += end - monoMs;
    monoMs = end;
  };
  return {
    scheduler,
    nowMs: () => wallMs,
    pass,
    /** Lets time pass until an instant of the wall clock, second by second being too slow for a month: beats are timers too. */
    passUntil: (text: string): void => pass(instant(text) - wallMs),
    /** The machine sleeps until an instant: nothing runs. */
    sleepUntil: (text: string): void => {
      sleptMs += instant(text) - wallMs;
      wallMs = instant(text);
    },
    /** Somebody sets the machine's clock. */
    setWall: (text: string): void => {
      wallMs = instant(text);
    },
    /** Timers that are set, the watchdog's among them. */
    timerCount: () => timers.size,
  };
};

export type FakeTime = ReturnType<typeof createFakeTime>;
