import BetterSqlite from 'better-sqlite3';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { PresentClock } from '../clock.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { asFault } from '../db/sqlite-fault.ts';
import { silentLog } from '../log.ts';
import { fillFromExport, type Filled } from './fill-from-export.ts';
import { integrityOf, refuseMissing } from './open-read-only.ts';
import { refold, type Unfoldable } from './refold.ts';
import type { Steps } from './steps.ts';
import {
  asFileFault,
  makePrivate,
  partialPath,
  placeNew,
  refuseExistingDatabase,
  removeDatabase,
} from './whole-file.ts';

export type ImportedExport = Filled & { readonly unfoldable: readonly Unfoldable[] };

/**
 * Makes a new database of an export: the same rows, brought to the present schema, and everything folded anew. Never writes over a file;
 * stopped or failed, it leaves none.
 */
export function* importExport(from: string, to: string, clock: PresentClock): Steps<ImportedExport> {
  refuseMissing(from);
  refuseExistingDatabase(to);
  const partial = partialPath(to);
  try {
    makePrivate(partial);
    const raw = new BetterSqlite(partial);
    let told: Filled;
    try {
      raw.pragma('journal_mode = WAL');
      // What is being made is thrown away where it is not finished, and written to disk once it is.
      raw.pragma('synchronous = OFF');
      raw.pragma('foreign_keys = OFF');
      told = yield* fillFromExport(from, raw);
      migrate(raw, silentLog, { isCopied: false });
    } finally {
      raw.close();
    }
    const database = openDatabase({ path: partial, log: silentLog, onCommit: () => {} });
    let unfoldable: readonly Unfoldable[];
    try {
      database.connection.pragma('synchronous = OFF');
      database.connection.pragma('foreign_keys = OFF');
      unfoldable = yield* refold(database, clock);
      const [complaint] = integrityOf(database.connection, 1);
      if (complaint !== undefined && !told.header.isSalvaged) {
        throw new VigieError('export/broken', `${from} makes no sound database (${complaint}). Nothing was written.`);
      }
    } finally {
      database.close();
    }
    placeNew(partial, to);
    return { ...told, unfoldable };
  } catch (error) {
    throw asFault(asFileFault(error, to), to);
  } finally {
    removeDatabase(partial);
  }
}
