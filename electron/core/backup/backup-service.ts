import { keptBackups, nextBackupAtMs } from '../../../shared/backup/rotation.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { BackupRow, BackupSource } from '../../../shared/ipc/backup-calls.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { HOUR_MS, MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { pathOf as pathOfSelection } from '../chosen-files.ts';
import type { Notify } from '../core.ts';
import { errorFacts, type Log } from '../log.ts';
import type { Caller, Handlers } from '../router.ts';
import type { Scheduler } from '../watch/scheduler.ts';
import { createBackupFolder, type FoundBackup } from './backup-folder.ts';
import { createTurn } from './steps.ts';
import type { RunTask } from './task.ts';
import { asFileFault, makePrivateFolder } from './whole-file.ts';

export type BackupOptions = {
  /** Whether one is made every day. */
  readonly isAutomatic: boolean;
  /** Makes them: in a thread of its own, or here in slices (`runTask`). */
  readonly run: RunTask;
};

type Parts = {
  /** The database's file; `:memory:` has no backups. */
  readonly path: string;
  /** How many events were recorded in it; 0 where it cannot be opened. */
  readonly lastSeq: () => number;
  readonly clock: PresentClock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly notify: Notify;
  readonly zone: () => Zone;
  readonly pathOf: typeof pathOfSelection;
  readonly options: BackupOptions | null;
};

/** The first look, once what a start needs is done. */
const FIRST_LOOK_MS = 3 * MINUTE_MS;
/** A machine that slept is late by at most this. */
const LOOK_EVERY_MS = HOUR_MS;
/** After one that could not be made. */
const AGAIN_MS = HOUR_MS;

type BackupHandlers = Pick<
  Handlers<'core'>,
  'backup:list' | 'backup:make' | 'backup:preview-restore' | 'backup:cancel'
>;

type LastFailure = CallOutput<'backup:list'>['lastFailure'];

/** A core that was opened for one command makes no backups. */
const runNothing: RunTask = () => Promise.reject(new Error('nobody said where backups are made'));

const toRow = ({ path: _path, ...row }: FoundBackup): BackupRow => row;

/** Backups of the open database: made every day and when somebody wants one, listed, rotated, and compared with what is there. */
export const createBackupService = (parts: Parts) => {
  const { path, lastSeq, clock, scheduler, log, notify, zone, pathOf, options } = parts;
  const isOnDisk = path !== ':memory:' && path !== '';
  const isAutomatic = isOnDisk && options?.isAutomatic === true;
  const run = options?.run ?? runNothing;
  const folder = createBackupFolder(path);
  const turn = createTurn(({ phase, done, total }) => notify('backup:progressed', { phase, done, total }));
  let lastFailure: LastFailure = null;
  let failedAtMs: InstantMs | null = null;

  /** Those that a clock gone wrong has dated after now are left out: they are kept until their time has come. */
  const automaticUntil = (nowMs: InstantMs): FoundBackup[] =>
    folder.all().filter(({ kind, madeAtMs }) => kind === 'automatic' && madeAtMs <= nowMs);
  const nextAtMs = (): InstantMs => {
    const nowMs = clock.nowMs();
    const dueAtMs = nextBackupAtMs(automaticUntil(nowMs)[0]?.madeAtMs ?? null, nowMs);
    return failedAtMs === null || failedAtMs > nowMs ? dueAtMs : Math.max(dueAtMs, failedAtMs + AGAIN_MS);
  };

  const make = async (kind: 'automatic' | 'manual'): Promise<FoundBackup> => {
    if (!isOnDisk)
      throw new VigieError('backup/not-here', 'This database is in memory alone: there is nothing to back up.');
    const made = await turn.run(async (hooks) => {
      const nowMs = clock.nowMs();
      try {
        makePrivateFolder(folder.folder);
        folder.sweep(nowMs);
        const to = folder.newPath(kind, nowMs);
        folder.note(to, await run({ kind: 'make', path, to }, hooks));
        return to;
      } catch (error) {
        throw asFileFault(error, folder.folder);
      }
    });
    const found = folder.all().find((one) => one.path === made);
    if (found === undefined) throw new Error('a backup that was made is not there');
    log('info', 'backup/made', { kind, sizeBytes: found.sizeBytes });
    notify('backup:changed', {});
    return found;
  };

  const rotate = (): void => {
    const automatic = automaticUntil(clock.nowMs());
    const stay = keptBackups(
      automatic.map(({ madeAtMs }) => madeAtMs),
      zone(),
    );
    for (const one of automatic) {
      if (stay.has(one.madeAtMs)) continue;
      folder.remove(one.path);
      log('info', 'backup/rotated', { madeAtMs: one.madeAtMs });
    }
  };

  let callOff = (): void => {};
  let isStopped = false;
  const lookIn = (ms: number): void => {
    callOff = scheduler.after(ms, () => void look());
  };
  const untilNextLookMs = (): number => {
    try {
      return Math.min(LOOK_EVERY_MS, Math.max(MINUTE_MS, nextAtMs() - clock.nowMs()));
    } catch (error) {
      log('error', 'backup/folder-not-read', errorFacts(error));
      return LOOK_EVERY_MS;
    }
  };
  const tellFailure = (error: unknown): void => {
    const atMs = clock.nowMs();
    failedAtMs = atMs;
    const isKnown = error instanceof VigieError;
    log('error', 'backup/automatic-failed', isKnown ? { code: error.code } : errorFacts(error));
    lastFailure = {
      atMs,
      ...(isKnown
        ? { code: error.code, message: error.message }
        : { code: 'backup/failed', message: 'It could not be done. The log says why.' }),
    };
    notify('backup:changed', {});
  };
  const look = async (): Promise<void> => {
    try {
      if (nextAtMs() > clock.nowMs() || turn.isTaken()) return;
      await make('automatic');
      [lastFailure, failedAtMs] = [null, null];
      rotate();
    } catch (error) {
      if (!isStopped) tellFailure(error);
    } finally {
      if (!isStopped) lookIn(untilNextLookMs());
    }
  };
  if (isAutomatic) lookIn(FIRST_LOOK_MS);

  const sourceOf = (from: BackupSource, caller: Caller): string => {
    if (from.kind === 'chosen') return pathOf(caller, from.selectionId, 'read');
    const found = folder.pathOf(from.id);
    if (found === undefined)
      throw new VigieError('backup/unknown', 'This backup is not there any more. Look at the list.');
    return found;
  };

  const handlers: BackupHandlers = {
    'backup:list': () => {
      const all = isOnDisk ? folder.all() : [];
      const newest = all.find(({ kind, held }) => kind !== 'replaced' && held !== null);
      return {
        backups: all.map(toRow),
        nextAtMs: isAutomatic ? nextAtMs() : null,
        isRunning: turn.isTaken(),
        lastFailure,
        isBehind: lastSeq() < (newest?.held?.events ?? 0),
      };
    },
    'backup:make': async () => toRow(await make('manual')),
    'backup:preview-restore': async ({ from }, caller) => {
      const { here, onlyHere, onlyThere, tables, ...rest } = await turn.run((hooks) =>
        run({ kind: 'preview', path, from: sourceOf(from, caller) }, hooks),
      );
      return { ...rest, here, onlyHere: [...onlyHere], onlyThere: [...onlyThere], tables: [...tables] };
    },
    'backup:cancel': () => {
      turn.stop();
      return {};
    },
  };

  return {
    handlers,
    stop: (): void => {
      isStopped = true;
      callOff();
      turn.stop();
    },
  };
};
