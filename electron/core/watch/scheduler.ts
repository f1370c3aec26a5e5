import { performance } from 'node:perf_hooks';

/** Timers and the clock that they go by: the machine's, or a test's. */
export type Scheduler = {
  /** Runs once after a time of at most 2^31 − 1 ms; the result calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Never set by anybody: it tells how long it really was. */
  readonly monotonicMs: () => number;
};

export const machineScheduler: Scheduler = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  monotonicMs: () => performance.now(),
};
