import BetterSqlite from 'better-sqlite3';
import type { BackupFacts } from '../../../shared/backup/backup.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { asFault } from '../db/sqlite-fault.ts';
import { factsOf, verifiedFacts } from './facts.ts';
import { openReadOnly, reading } from './open-read-only.ts';
import { refuseCancelled, runSteps, type Hooks } from './steps.ts';
import {
  asFileFault,
  makePrivate,
  partialPath,
  placeNew,
  refuseExistingDatabase,
  removeDatabase,
  settle,
} from './whole-file.ts';

/** Pages copied before anybody is listened to: 4 MB. */
const PAGES_AT_ONCE = 1000;

/** One file alone, which can be read where nothing can be written. */
const closeWal = (path: string): void => {
  const connection = new BetterSqlite(path);
  try {
    connection.pragma('journal_mode = DELETE');
  } finally {
    connection.close();
  }
  settle(path);
};

const copyPages = async (from: string, partial: string, { signal, onProgress }: Hooks): Promise<BackupFacts> => {
  const source = openReadOnly(from);
  const { connection } = source;
  try {
    // One state of it, whoever writes meanwhile: the copy never begins again.
    connection.exec('BEGIN');
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    makePrivate(partial);
    await connection.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        refuseCancelled(signal);
        onProgress({ phase: 'copy', done: totalPages - remainingPages, total: totalPages });
        return PAGES_AT_ONCE;
      },
    });
    closeWal(partial);
    return await runSteps(factsOf(source), { signal, onProgress });
  } finally {
    connection.close();
  }
};

const refuseOther = (copied: BackupFacts, source: BackupFacts, path: string): void => {
  if (JSON.stringify(copied) === JSON.stringify(source)) return;
  throw new VigieError(
    'backup/not-equal',
    `The backup of ${path} did not hold what it should, and was not kept. Check the disk, then try again.`,
  );
};

/**
 * Copies one state of a database to a new file, while others read and write it, and opens the copy: what SQLite finds whole, with every row
 * that the source has, gets its name. Never writes over a file; stopped or failed, it leaves none.
 */
export const makeBackup = async (from: string, to: string, hooks: Hooks): Promise<BackupFacts> => {
  refuseExistingDatabase(to);
  const partial = partialPath(to);
  try {
    const source = await copyPages(from, partial, hooks);
    const copied = await reading(partial, (db) => runSteps(verifiedFacts(db), hooks));
    refuseOther(copied, source, from);
    placeNew(partial, to);
    return copied;
  } catch (error) {
    throw asFault(asFileFault(error, to), to);
  } finally {
    removeDatabase(partial);
  }
};
