import { Worker } from 'node:worker_threads';
import { isReading } from '../../shared/ipc/reading-calls.ts';
import { fail, type Failure, type Reply } from '../../shared/ipc/reply.ts';
import { errorFacts, type Log } from '../core/log.ts';
import type { Caller } from '../core/router.ts';
import type { WorkerMessage, WorkerRequest, WorkerStart } from '../core/worker-protocol.ts';

/** A worker that lived shorter than this died of its own start: starting it again more than once would only repeat that. */
const SHORT_LIFE_MS = 5_000;

/** So many ends within this time are no accident: it stays down until somebody says to try again. */
const MOST_ENDS = 4;
const WITHIN_MS = 60_000;

const CLOSING: Failure = { code: 'core/stopped', message: 'Vigie is closing.' };
const GIVEN_UP: Failure = {
  code: 'core/given-up',
  message:
    'The queue closed several times in a row, and was not opened again. The log says why; what was saved is there.',
};

type Waiting = { readonly name: string; readonly settle: (reply: Reply<unknown>) => void };

/** What is answered to a call that the core took with it. */
const lost = (name: string): Reply<never> =>
  isReading(name)
    ? fail('core/restarted', 'The queue had to be opened again. What was saved is there; ask again.')
    : fail(
        'command/unsure',
        'The queue had to be opened again while this was being done: it may have been done or not. What is shown now is what holds.',
      );

/** Hears the core's notices, not checked yet. */
type Hear = (name: string, payload: unknown) => void;

/**
 * Keeps the core's worker: starts it, passes calls to it and its notices on, and starts it again if it dies. What was being asked then is
 * answered with a failure that says so.
 */
export const createCoreHost = (file: string, log: Log) => {
  let hear: Hear = () => {};
  let onStarted = (): void => {};
  const waiting = new Map<number, Waiting>();
  let why = CLOSING;
  let endedAtMs: readonly number[] = [];
  let worker: Worker | null = null;
  let started: WorkerStart | null = null;
  let lastId = 0;

  const abandon = (): void => {
    for (const { name, settle } of waiting.values()) settle(lost(name));
    waiting.clear();
  };

  const hasGivenUp = (): boolean => endedAtMs.length >= MOST_ENDS;

  const receive = (message: WorkerMessage): void => {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.settle(message.reply);
        waiting.delete(message.id);
        return;
      case 'log':
        log(message.level, message.event, message.facts);
        return;
      case 'notice':
        hear(message.name, message.payload);
    }
  };

  const start = (workerData: WorkerStart): void => {
    if (worker !== null) throw new Error('a core runs already: stop it first');
    started = workerData;
    const startedAtMs = Date.now();
    const made = new Worker(file, { workerData });
    worker = made;
    made.on('message', receive);
    made.on('error', (error) => log('error', 'core/crashed', errorFacts(error)));
    made.on('exit', (code) => {
      if (worker !== made) return;
      worker = null;
      abandon();
      endedAtMs = [...endedAtMs, Date.now()].filter((ms) => ms > Date.now() - WITHIN_MS);
      const isOfItsStart = Date.now() - startedAtMs < SHORT_LIFE_MS && endedAtMs.length > 1;
      if (started === null || hasGivenUp() || isOfItsStart) {
        log('error', 'core/stopped', { code });
        return;
      }
      log('warn', 'core/restarting', { code });
      startAgain(started);
    });
    onStarted();
  };

  /** Windows ask again for all that they show. */
  const startAgain = (workerData: WorkerStart): void => {
    start(workerData);
    hear('data:changed', { ticketIds: null });
    hear('core:restarted', {});
  };

  /** Ends it; `because` is what is answered to whoever asks until it is started again. */
  const stop = async (because: Failure = CLOSING): Promise<void> => {
    const old = worker;
    why = because;
    endedAtMs = [];
    worker = null;
    started = null;
    if (old === null) return;
    const ended = new Promise((resolve) => old.once('exit', resolve));
    old.postMessage({ kind: 'stop' } satisfies WorkerRequest);
    await ended;
    abandon();
  };

  return {
    start,
    stop,
    /** Whether there is a worker; calls to one that died of its start would start it again. */
    isUp: (): boolean => worker !== null,
    /** Who hears the notices from now on; before, no window could have shown anything. */
    hearWith: (listener: Hear): void => {
      hear = listener;
    },
    /** Called whenever a worker is started from now on: it knows nothing of what the one before was told. */
    onStart: (listener: () => void): void => {
      onStarted = listener;
    },
    call: (name: string, input: unknown, caller: Caller): Promise<Reply<unknown>> =>
      new Promise((resolve) => {
        // One that died at its start is tried again when somebody asks, until that was in vain too often.
        if (worker === null && started !== null && !hasGivenUp()) startAgain(started);
        if (worker === null) {
          const { code, message } = started === null ? why : GIVEN_UP;
          resolve(fail(code, message));
          return;
        }
        const id = ++lastId;
        waiting.set(id, { name, settle: resolve });
        worker.postMessage({ kind: 'call', id, name, input, caller } satisfies WorkerRequest);
      }),
  };
};

export type CoreHost = ReturnType<typeof createCoreHost>;
