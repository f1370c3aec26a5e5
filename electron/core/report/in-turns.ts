import { setImmediate as later } from 'node:timers/promises';
import { VigieError } from '../../../shared/ipc/reply.ts';

/** How long the worker stays with a report before it lets other calls through. */
const SLICE_MS = 40;

/** What was read did not stay as it was. */
export const LEFT_OFF = Symbol('left off');

const checkWanted = (signal: AbortSignal): void => {
  if (signal.aborted) throw new VigieError('report/cancelled', 'The report was left.');
};

/** Goes on for a slice; undefined where it is not at its end. */
const goOn = <Result>(steps: Generator<void, Result>): { readonly result: Result } | undefined => {
  const endsAtMs = performance.now() + SLICE_MS;
  do {
    const step = steps.next();
    if (step.done === true) return { result: step.value };
  } while (performance.now() < endsAtMs);
  return undefined;
};

type InTurns = {
  <Result>(steps: Generator<void, Result>, signal: AbortSignal): Promise<Result>;
  <Result>(
    steps: Generator<void, Result>,
    signal: AbortSignal,
    isSame: () => boolean,
  ): Promise<Result | typeof LEFT_OFF>;
};

/** Runs what yields now and then to its end and lets other calls through in between; left off where what it reads has changed by then. */
export const inTurns: InTurns = async <Result>(
  steps: Generator<void, Result>,
  signal: AbortSignal,
  isSame: () => boolean = () => true,
): Promise<Result> => {
  try {
    for (;;) {
      checkWanted(signal);
      const done = goOn(steps);
      if (done !== undefined) return done.result;
      await later();
      if (!isSame()) return LEFT_OFF as never;
    }
  } finally {
    // What it opened is closed, whatever ended it.
    steps.return(undefined as never);
  }
};

/** To the end at once. */
export const atOnce = <Result>(steps: Generator<void, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
