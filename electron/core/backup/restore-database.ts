import BetterSqlite from 'better-sqlite3';
import { closeSync, existsSync, linkSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import { asFault } from '../db/sqlite-fault.ts';
import { carryErasures } from '../privacy/carry-erasures.ts';
import { importExport } from './import-export.ts';
import { makeBackup } from './make-backup.ts';
import { openReadOnly, refuseMissing } from './open-read-only.ts';
import { runSteps, type Hooks } from './steps.ts';
import { stampOf } from './stamp.ts';
import { asFileFault, codeOf, keepPrivate, stagedPath, placeOver, remainsOf, removeDatabase } from './whole-file.ts';

/** Whether a file is an export and no database. */
export const isExport = (path: string): boolean => {
  refuseMissing(path);
  const handle = openSync(path, 'r');
  try {
    const first = Buffer.alloc(1);
    readSync(handle, first, 0, 1, 0);
    return first.toString() === '{';
  } finally {
    closeSync(handle);
  }
};

/** A copy of what is to be restored, whole and verified, under a name of its own. */
export const stageRestore = async (from: string, staged: string, clock: PresentClock, hooks: Hooks): Promise<void> => {
  if (isExport(from)) await runSteps(importExport(from, staged, clock), hooks);
  else await makeBackup(from, staged, hooks);
};

const UNREADABLE: ReadonlySet<string> = new Set([
  'db/damaged',
  'db/not-a-database',
  'disk/failed',
  'db/cannot-open',
  'db/read-only',
]);

/**
 * Whether SQLite reads it as a database at all; found out without writing anything. What is none of ours to replace is refused: a folder,
 * another program's database, one of a newer Vigie.
 */
const isDatabase = (path: string): boolean => {
  try {
    openReadOnly(path).connection.close();
    return true;
  } catch (error) {
    const code = error instanceof VigieError ? error.code : '';
    if (code === 'db/emptied') return statSync(path).size > 0;
    if (UNREADABLE.has(code)) return false;
    throw error;
  }
};

const inUse = (path: string): VigieError =>
  new VigieError(
    'backup/in-use',
    `${path} is open in Vigie or another program. Close that first; nothing was changed.`,
  );

/**
 * Makes sure that nobody has it open, with all of it in its one file afterwards; one that is damaged stays as it is. Whether it is alone in
 * its one file now.
 */
export const takeAlone = (path: string): boolean => {
  // SQLite would write into what it takes for an empty or a new database.
  if (!isDatabase(path)) return false;
  let connection: BetterSqlite.Database | null = null;
  try {
    connection = new BetterSqlite(path, { fileMustExist: true, timeout: 500 });
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN EXCLUSIVE');
    connection.exec('COMMIT');
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
    return true;
  } catch (error) {
    const fault = asFault(error, path);
    connection?.close();
    if (fault instanceof VigieError && fault.code === 'db/locked') throw inUse(path);
    if (!(fault instanceof VigieError) || !UNREADABLE.has(fault.code)) throw fault;
    return false;
  }
};

const freeName = (path: string, nowMs: InstantMs): string => {
  const stem = `${path}.replaced-${stampOf(nowMs)}`;
  for (let i = 1; ; i++) {
    const name = i === 1 ? stem : `${stem}-${i}`;
    if (!existsSync(name) && remainsOf(name).length === 0) return name;
  }
};

type Kept = {
  /** Null where there was nothing. */
  readonly name: string | null;
  /** Gives it its own name back, as far as it was taken. */
  readonly giveBack: () => void;
};

/** Another name for the one file; it goes by both where the file system knows links. */
const nameTwice = (path: string, kept: string): (() => void) => {
  try {
    linkSync(path, kept);
    return () => rmSync(kept, { force: true });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    renameSync(path, kept);
    return () => renameSync(kept, path);
  }
};

/**
 * Gives the present database another name beside it; from one moment to the next, there is a whole one at its path. Of one whose main file is
 * gone, what remains gets the name: nothing of it may be read into what takes the place.
 */
const keepPresent = (path: string, nowMs: InstantMs): Kept => {
  const remains = remainsOf(path);
  const isThere = existsSync(path);
  if (!isThere && remains.length === 0) return { name: null, giveBack: () => {} };
  const kept = freeName(path, nowMs);
  const giveBack = isThere ? nameTwice(path, kept) : () => {};
  // Only one that is damaged or without its main file still has these: they are part of what is kept.
  const isOneFile = isThere && remains.every((suffix) => suffix === '-shm');
  for (const suffix of remains) {
    if (isOneFile) rmSync(path + suffix, { force: true });
    else renameSync(path + suffix, kept + suffix);
  }
  return { name: isThere ? kept : `${kept}${remains[0] ?? ''}`, giveBack };
};

/** Puts what is staged in the place of the present one, unless somebody has opened that since it was alone. */
const swap = (staged: string, path: string, nowMs: InstantMs, isAlone: boolean): string | null => {
  const refuseOpened = (): void => {
    if (isAlone && remainsOf(path).some((suffix) => suffix !== '-shm')) throw inUse(path);
  };
  refuseOpened();
  const { name, giveBack } = keepPresent(path, nowMs);
  try {
    if (name !== null) keepPrivate(name);
    refuseOpened();
    placeOver(staged, path);
  } catch (error) {
    if (isAlone) giveBack();
    throw error;
  }
  return name;
};

export type Restored = { readonly keptAs: string | null };

/**
 * Replaces a database by a backup or an export. First what replaces it is copied and verified, then the present one is kept beside it under
 * another name, then the copy takes its place. Refused while anybody has the database open. Failed or killed at any point, the database at
 * `path` is the old one or the new one, whole.
 */
export const restoreDatabase = async (
  path: string,
  from: string,
  clock: PresentClock,
  hooks: Hooks,
): Promise<Restored> => {
  const staged = stagedPath(path);
  try {
    await stageRestore(from, staged, clock, hooks);
    carryErasures(path, staged, clock);
    const isAlone = existsSync(path) && takeAlone(path);
    return { keptAs: swap(staged, path, clock.nowMs(), isAlone) };
  } catch (error) {
    throw asFault(asFileFault(error, path), path);
  } finally {
    removeDatabase(staged);
  }
};
