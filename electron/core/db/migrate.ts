import BetterSqlite from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { asFileFault, makePrivate, partialPath, placeNew, removeDatabase } from '../backup/whole-file.ts';
import type { Log } from '../log.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';
import { asFault } from './sqlite-fault.ts';

/** 'Vige' in ASCII: marks a SQLite file as ours. */
export const APPLICATION_ID = 0x56_69_67_65;

const pragma = (db: BetterSqlite.Database, name: string): number => Number(db.pragma(name, { simple: true }));

const refuseForeign = (db: BetterSqlite.Database, isNew: boolean): void => {
  if (pragma(db, 'application_id') === APPLICATION_ID) return;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables === 0 && isNew) return;
  if (tables === 0) {
    throw new VigieError(
      'db/emptied',
      `${db.name} is a database with nothing in it: its data was lost outside Vigie. Restore a backup, or move the file away to begin anew.`,
    );
  }
  throw new VigieError(
    'db/not-vigie',
    `${db.name} is a database of another program. Choose another file; this one was left as it is.`,
  );
};

const refuseNewer = (db: BetterSqlite.Database, version: number): void => {
  if (version <= SCHEMA_VERSION) return;
  throw new VigieError(
    'db/newer-schema',
    `${db.name} was written by a newer Vigie (schema ${version}; this one knows ${SCHEMA_VERSION}). Update Vigie to open it; nothing was changed.`,
  );
};

/** Refuses what this Vigie must not touch: another program's database, one of a newer schema, and one that holds nothing but may not be new. */
export const refuseUnfit = (db: BetterSqlite.Database, isNew: boolean): void => {
  refuseForeign(db, isNew);
  refuseNewer(db, pragma(db, 'user_version'));
};

/** A copy of an attempt that failed, or of another file that had this name, is never written over. */
const freePath = (stem: string): string => {
  for (let i = 1; ; i++) {
    const path = `${stem}${i === 1 ? '' : `-${i}`}.bak`;
    if (!existsSync(path)) return path;
  }
};

/** A copy as it was before: whole, read again, on disk, for its owner alone; or a failure, and then nothing is migrated. */
const keepCopy = (db: BetterSqlite.Database, version: number): string => {
  const path = freePath(`${db.name}.before-${SCHEMA_VERSION}`);
  const partial = partialPath(path);
  try {
    makePrivate(partial);
    db.prepare('VACUUM INTO ?').run(partial);
    const copy = new BetterSqlite(partial, { readonly: true });
    try {
      const said = copy.pragma('quick_check(1)', { simple: true });
      if (said !== 'ok' || pragma(copy, 'user_version') !== version) {
        throw new VigieError(
          'db/damaged',
          `${db.name} is damaged: the copy before the migration cannot be read. It was left as it is: restore a backup.`,
        );
      }
    } finally {
      copy.close();
    }
    placeNew(partial, path);
  } finally {
    removeDatabase(partial);
  }
  return path;
};

/** The failure of a migration, with what to do; a fault of the environment has its own sentence. */
const failed = (error: unknown, db: BetterSqlite.Database, copy: string | null): unknown => {
  const fault = asFault(asFileFault(error, db.name), db.name);
  if (fault instanceof VigieError) return fault;
  const reason = error instanceof Error ? error.message : String(error);
  const kept = copy === null ? '' : ` A copy of it is ${copy}.`;
  return new VigieError(
    'db/migration-failed',
    `${db.name} could not be brought to the schema of this Vigie (${reason}). Nothing in it was changed; go on with the version that you had.${kept}`,
  );
};

type Range = {
  /** Where to stop; the present schema where nothing is said. */
  readonly to?: number;
  /** Whether a copy is kept beside it: not of a database that is being made. */
  readonly isCopied?: boolean;
  /** Whether it may hold nothing at all yet. */
  readonly isNew?: boolean;
};

/**
 * Brings a database to the present schema, after a copy of it beside the file where it held anything. Refuses a newer schema and a foreign
 * file. Every migration runs in the one transaction: a failure leaves the file as it was.
 */
export const migrate = (
  db: BetterSqlite.Database,
  log: Log,
  { to = SCHEMA_VERSION, isCopied = true, isNew = true }: Range = {},
): void => {
  refuseUnfit(db, isNew);
  const from = pragma(db, 'user_version');
  const pending = MIGRATIONS.filter(({ version }) => version > from && version <= to);
  if (pending.length === 0) return;
  let copy: string | null = null;
  try {
    if (from > 0 && isCopied && !db.memory) {
      copy = keepCopy(db, from);
      log('info', 'db/copied-before-migration', { copy });
    }
    db.transaction(() => {
      // Another process may have migrated it while we waited for the lock.
      const now = pragma(db, 'user_version');
      for (const { version, name, sql } of pending.filter((one) => one.version > now)) {
        db.exec(sql);
        db.pragma(`user_version = ${version}`);
        log('info', 'db/migrated', { version, name });
      }
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }).immediate();
  } catch (error) {
    throw failed(error, db, copy);
  }
};
