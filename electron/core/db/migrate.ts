import type BetterSqlite from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Log } from '../log.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';

/** 'Vige' in ASCII: marks a SQLite file as ours. */
const APPLICATION_ID = 0x56_69_67_65;

const pragma = (db: BetterSqlite.Database, name: string): number => Number(db.pragma(name, { simple: true }));

const refuseForeign = (db: BetterSqlite.Database): void => {
  if (pragma(db, 'application_id') === APPLICATION_ID) return;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables === 0) return;
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

/** A copy of an attempt that failed, or of another file that had this name, is never written over. */
const freePath = (stem: string): string => {
  for (let i = 1; ; i++) {
    const path = `${stem}${i === 1 ? '' : `-${i}`}.bak`;
    if (!existsSync(path)) return path;
  }
};

/**
 * Brings a database to the present schema, after a copy of it beside the file where it held anything. Refuses a newer schema and a foreign
 * file. Every migration runs in the one transaction: a failure leaves the file as it was.
 */
export const migrate = (db: BetterSqlite.Database, log: Log): void => {
  refuseForeign(db);
  const from = pragma(db, 'user_version');
  refuseNewer(db, from);
  const pending = MIGRATIONS.filter(({ version }) => version > from);
  if (pending.length === 0) return;
  if (from > 0 && !db.memory) {
    const copy = freePath(`${db.name}.before-${SCHEMA_VERSION}`);
    db.prepare('VACUUM INTO ?').run(copy);
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
};
