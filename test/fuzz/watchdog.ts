import { Worker } from 'node:worker_threads';

/** Looks from a thread of its own at the run that is being done: what hangs cannot look at itself. */
const LOOK = `
  const { workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  const { cells, limitMs } = workerData;
  let last = -1;
  let sinceMs = Date.now();
  setInterval(() => {
    const now = Atomics.load(cells, 1);
    if (now !== last) { last = now; sinceMs = Date.now(); return; }
    if (now === 0 || Date.now() - sinceMs < limitMs) return;
    writeSync(2, 'fuzz: hangs, seed ' + Atomics.load(cells, 0) + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 250);
`;

/** Kills this process, saying which seed it was at, where one run takes longer than the limit. */
export const startWatchdog = (limitMs: number) => {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(LOOK, { eval: true, workerData: { cells, limitMs } });
  worker.unref();
  let runs = 0;
  return {
    begin: (seed: number): void => {
      Atomics.store(cells, 0, seed);
      Atomics.store(cells, 1, ++runs);
    },
    /** Nothing is being run. */
    rest: (): void => void Atomics.store(cells, 1, 0),
    stop: async (): Promise<void> => void (await worker.terminate()),
  };
};
