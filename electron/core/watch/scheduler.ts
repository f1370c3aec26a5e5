import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import { SECOND_MS } from '../../../shared/time/instant.ts';

/** Timers and the clock that they go by: the machine's, or a test's. */
export type Scheduler = {
  /** Runs once after a time of at most 2^31 − 1 ms; the result calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Never set by anybody: it tells how long it really was. */
  readonly monotonicMs: () => number;
  /** How long the machine has been on, sleep included; never set by anybody either, to the second. */
  readonly uptimeMs: () => number;
};

export const machineScheduler: Scheduler = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  monotonicMs: () => performance.now(),
  uptimeMs: () => uptime() * SECOND_MS,
};
