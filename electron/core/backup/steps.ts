import { setImmediate as later } from 'node:timers/promises';
import { VigieError } from '../../../shared/ipc/reply.ts';

/** How far something long has come; `total` is 0 where nobody knows. */
export type Progress = { readonly phase: string; readonly done: number; readonly total: number };

/** Something long that stops now and then to tell how far it is. */
export type Steps<Result> = Generator<Progress, Result>;

/** Who wants it, and who is told. */
export type Hooks = { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void };

export const NO_HOOKS: Hooks = { signal: new AbortController().signal, onProgress: () => {} };

/** How long other work waits at most for a slice. */
const SLICE_MS = 40;

export const refuseCancelled = (signal: AbortSignal): void => {
  if (signal.aborted) throw new VigieError('backup/cancelled', 'It was stopped, and nothing of it was kept.');
};

/** To the end, in slices; whatever ends it, what it opened is closed. */
export const runSteps = async <Result>(steps: Steps<Result>, { signal, onProgress }: Hooks): Promise<Result> => {
  try {
    for (;;) {
      refuseCancelled(signal);
      const endsAtMs = performance.now() + SLICE_MS;
      let step: IteratorResult<Progress, Result>;
      do {
        step = steps.next();
        if (step.done === true) return step.value;
      } while (performance.now() < endsAtMs);
      onProgress(step.value);
      await later();
    }
  } finally {
    steps.return(undefined as never);
  }
};

/** One thing that takes long at a time: the next is refused until it has ended. */
export const createTurn = (onProgress: Hooks['onProgress']) => {
  let running: AbortController | null = null;
  return {
    isTaken: (): boolean => running !== null,
    stop: (): void => running?.abort(),
    run: async <Result>(work: (hooks: Hooks) => Promise<Result>): Promise<Result> => {
      if (running !== null) {
        throw new VigieError('backup/under-way', 'A backup is being made or looked at. Wait until it is done.');
      }
      running = new AbortController();
      try {
        return await work({ signal: running.signal, onProgress });
      } finally {
        running = null;
      }
    },
  };
};
