import BetterSqlite from 'better-sqlite3';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { isStaged, makePrivate, partialPath, placeNew, removeDatabase } from '../backup/whole-file.ts';
import type { Log } from '../log.ts';
import { migrate } from './migrate.ts';

const beside = (path: string): string | undefined => [`${path}-wal`, `${path}-journal`].find((one) => existsSync(one));

/** A restore that was killed may have given the database its other name, and nothing its place yet. */
const refuseCutOff = (path: string): void => {
  const [folder, name] = [dirname(path), basename(path)];
  const left = !existsSync(folder)
    ? []
    : readdirSync(folder).filter((file) => file.startsWith(`${name}.replaced-`) || isStaged(file, name));
  const last = left.toSorted().at(-1);
  if (last === undefined) return;
  throw new VigieError(
    'db/restore-cut-off',
    `${path} is gone, and ${join(folder, last)}, which a restore left, is still there. Restore that or a backup; to begin anew, move away what a restore left: ${left.join(', ')}.`,
  );
};

/** What stands where a database was: it is told, and never taken for a new one. */
const refuseRemains = (path: string): void => {
  if (existsSync(path)) {
    if (statSync(path).size > 0) return;
    throw new VigieError(
      'db/emptied',
      `${path} is empty: its data was lost outside Vigie. Restore a backup, or move the file away to begin anew.`,
    );
  }
  const remains = beside(path);
  if (remains === undefined) return refuseCutOff(path);
  if (statSync(remains).size === 0) {
    rmSync(remains, { force: true });
    return refuseCutOff(path);
  }
  throw new VigieError(
    'db/main-file-gone',
    `${path} is gone, and ${remains} with its last changes is still there. Put ${path} back beside it, or restore a backup; to begin anew, move it away.`,
  );
};

/**
 * Makes a database where there is none: under another name until it is whole, so that what is at a path is a database of ours or was
 * damaged from outside. An existing one is left alone.
 */
export const makeDatabaseFile = (path: string, log: Log): void => {
  refuseRemains(path);
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) {
    throw new VigieError('db/cannot-open', `${path} cannot be made: its folder does not exist. Make the folder first.`);
  }
  const partial = partialPath(path);
  try {
    makePrivate(partial);
    const connection = new BetterSqlite(partial);
    try {
      connection.pragma('journal_mode = WAL');
      migrate(connection, log);
    } finally {
      connection.close();
    }
    placeNew(partial, path);
  } catch (error) {
    // Another process was faster: its database is the one.
    if (!(error instanceof VigieError && error.code === 'file/exists')) throw error;
  } finally {
    removeDatabase(partial);
  }
};
