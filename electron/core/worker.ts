import './web-crypto.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isReading } from '../../shared/ipc/reading-calls.ts';
import { fail, VigieError, type Reply } from '../../shared/ipc/reply.ts';
import { compileZone } from '../../shared/calendar/compile-zone.ts';
import { LEDGER_ZONE } from '../../shared/expertise/month.ts';
import { createBackupService } from './backup/backup-service.ts';
import { BACKUP_THREAD, runInThread } from './backup/run-in-thread.ts';
import { removeDatabase } from './backup/whole-file.ts';
import { pathOf } from './chosen-files.ts';
import { machineClock } from './clock.ts';
import { openCore, type Core, type Notify } from './core.ts';
import { makeReadOnlyCopy, type ReadOnlyCopy } from './db/read-only-copy.ts';
import { errorFacts, type Log } from './log.ts';
import { createRouter, type Route } from './router.ts';
import { warmUp } from './warm-up.ts';
import { machineScheduler } from './watch/scheduler.ts';
import type { WorkerMessage, WorkerRequest, WorkerStart } from './worker-protocol.ts';

/** How often commits of other processes (the command line) are looked for. */
const WATCH_MS = 1000;
/** Sample data is made anew when it is older: its countdowns have all run out by then. */
const SAMPLE_MAX_AGE_MS = 12 * 3_600_000;

const port = parentPort;
if (port === null) throw new Error('the core runs in a worker thread');

const start = workerData as WorkerStart;
const send = (message: WorkerMessage): void => port.postMessage(message);
const log: Log = (level, event, facts = {}) => send({ kind: 'log', level, event, facts });

type Opened = { readonly core: Core; readonly route: Route };
let opened: Opened | null = null;

const runBackup = runInThread(join(__dirname, BACKUP_THREAD), log);
const notify: Notify = (name, payload) => send({ kind: 'notice', name, payload });

/** What is answered about backups of a database that cannot be opened, or is only read: they are the way on. */
const routeUnopened = (lastSeq: () => number = () => 0): Route => {
  const { handlers } = createBackupService({
    ...{ path: start.path, lastSeq, clock: machineClock, scheduler: machineScheduler, log, notify, pathOf },
    ...{ zone: () => compileZone(LEDGER_ZONE), options: { isAutomatic: false, run: runBackup } },
  });
  return createRouter('core', handlers, log);
};
let unopened: Route | null = null;

const open = (path = start.path): Core =>
  openCore({
    path,
    clock: start.clockOffsetMs === 0 ? machineClock : { nowMs: () => Date.now() + start.clockOffsetMs },
    log,
    notify,
    recordedBy: { actor: start.actor, workstation: start.workstation },
    backups: { isAutomatic: start.workspace === 'own' && path === start.path, run: runBackup },
  });

const openSamples = async (): Promise<Core> => {
  // What was left of samples that were being made anew holds nothing of anybody's.
  if (start.isDisposable && !existsSync(start.path)) removeDatabase(start.path);
  let core = open();
  const oldest = core.database.connection.prepare('SELECT min(recorded_at_ms) FROM event').pluck().get();
  if (start.isDisposable && typeof oldest === 'number' && Date.now() - oldest > SAMPLE_MAX_AGE_MS) {
    core.close();
    removeDatabase(start.path);
    core = open();
  }
  await core.fillWithSamples();
  return core;
};

let copy: ReadOnlyCopy | null = null;

/** What is read of a copy is told of the file that it is of; what would change it is refused. */
const routeReadOnly = ({ handlers, events }: Core, copied: string): Route => {
  const route = createRouter('core', handlers, log);
  const backups = routeUnopened(events.lastSeq);
  return async (name, input, caller) => {
    if (name.startsWith('backup:')) return backups(name, input, caller);
    if (!isReading(name))
      return fail('db/opened-read-only', 'The queue is open to be read only: nothing can be changed.');
    const reply = await route(name, input, caller);
    if (reply.ok) return reply;
    const { code, message, values } = reply.error;
    return fail(code, message.replaceAll(copied, start.path), values);
  };
};

const provideReadOnly = (because: string): Opened => {
  copy = makeReadOnlyCopy(start.path, because);
  try {
    const core = open(copy.path);
    log('info', 'db/opened-read-only', { path: start.path, because });
    return { core, route: routeReadOnly(core, copy.path) };
  } catch (error) {
    const { path, remove } = copy;
    remove();
    if (!(error instanceof VigieError)) throw error;
    throw new VigieError(error.code, error.message.replaceAll(path, start.path), error.values);
  }
};

/** Opens on the first call and again after a failure, so that 'try again' on the screen is enough. */
const provide = async (): Promise<Opened> => {
  if (opened !== null) return opened;
  if (start.readOnlyBecause !== null) {
    opened = provideReadOnly(start.readOnlyBecause);
    return opened;
  }
  const core = start.workspace === 'sample' ? await openSamples() : open();
  opened = { core, route: createRouter('core', core.handlers, log) };
  log('info', 'db/opened', { path: start.path });
  await warmUp(opened.route);
  return opened;
};

/** What was asked while a lock was waited for gets the same answer: waiting again for each would keep everybody waiting. */
const SAME_FAILURE_MS = 1_000;
let failed: { readonly error: unknown; readonly atMs: number } | null = null;

let opening: Promise<Opened> | null = null;
const provideOnce = (): Promise<Opened> => {
  if (failed !== null && performance.now() - failed.atMs < SAME_FAILURE_MS) return Promise.reject(failed.error);
  opening ??= provide()
    .catch((error: unknown) => {
      failed = { error, atMs: performance.now() };
      throw error;
    })
    .finally(() => (opening = null));
  return opening;
};

type Call = Extract<WorkerRequest, { kind: 'call' }>;

/** The last search of each window: somebody who types on does not wait for what was typed before. */
const lastSearches = new Map<string, number>();

const searchText = z.object({
  text: z.string().optional(),
  filter: z.object({ text: z.string() }).optional(),
  offset: z.number().optional(),
});

/** A search whose window has sent another one since. */
const isSuperseded = async ({ id, name, input, caller }: Call): Promise<boolean> => {
  if (name !== 'queue:get-page' && name !== 'palette:search') return false;
  const { data } = searchText.safeParse(input);
  const isSearch = (data?.text ?? data?.filter?.text ?? '') !== '' && (data?.offset ?? 0) === 0;
  if (!isSearch) return false;
  const key = `${caller.windowId} ${name}`;
  lastSearches.set(key, id);
  // What has arrived meanwhile is read first.
  await new Promise((resolve) => setImmediate(resolve));
  return lastSearches.get(key) !== id;
};

const answer = async (request: Call): Promise<Reply<unknown>> => {
  try {
    if (await isSuperseded(request)) return fail('call/superseded', 'A newer search took its place.');
    const { route } = await provideOnce();
    return await route(request.name, request.input, request.caller);
  } catch (error) {
    if (request.name.startsWith('backup:')) {
      unopened ??= routeUnopened();
      return await unopened(request.name, request.input, request.caller);
    }
    if (error instanceof VigieError) return fail(error.code, error.message);
    log('error', 'db/open-failed', errorFacts(error));
    return fail('db/open-failed', 'The queue could not be opened. The log says why.');
  }
};

let seenVersion = '';
const watch = setInterval(() => {
  if (opened === null) return;
  const version = opened.core.database.dataVersion();
  const isForeign = seenVersion !== '' && version.split('.')[1] !== seenVersion.split('.')[1];
  seenVersion = version;
  if (!isForeign) return;
  send({ kind: 'notice', name: 'data:changed', payload: { ticketIds: null } });
  opened.core.watch.changed(null);
}, WATCH_MS);

/** What is still being opened, or filled with samples, would keep the worker alive after it was closed: it is closed once it is there. */
const stop = async (): Promise<void> => {
  clearInterval(watch);
  await opening?.catch(() => {});
  opened?.core.close();
  copy?.remove();
  port.close();
};

port.on('message', (request: WorkerRequest) => {
  if (request.kind === 'stop') {
    void stop();
    return;
  }
  void answer(request).then((reply) => send({ kind: 'reply', id: request.id, reply }));
});

// Open at once: the window asks while it loads.
void provideOnce().catch(() => {});
