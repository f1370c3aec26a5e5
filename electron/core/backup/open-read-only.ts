import BetterSqlite from 'better-sqlite3';
import { statSync } from 'node:fs';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Connection } from '../db/database.ts';
import { APPLICATION_ID } from '../db/migrate.ts';
import { SCHEMA_VERSION } from '../db/migrations.ts';
import { asFault } from '../db/sqlite-fault.ts';

export type ReadOnly = { readonly connection: Connection; readonly schema: number };

const numberOf = (connection: Connection, pragma: string): number =>
  Number(connection.pragma(pragma, { simple: true }));

const emptied = (path: string): VigieError =>
  new VigieError(
    'db/emptied',
    `${path} is empty: it holds nothing, not even a database. Restore a backup, or move it away.`,
  );

export const refuseMissing = (path: string): void => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new VigieError('db/missing', `${path} does not exist. Check its name.`);
  if (stat.isDirectory()) throw new VigieError('db/is-directory', `${path} is a folder. Name a database file in it.`);
  if (stat.size === 0) throw emptied(path);
};

/** A database of Vigie, of this schema or an older one, to be read and never written. */
export const openReadOnly = (path: string): ReadOnly => {
  refuseMissing(path);
  let connection: Connection | null = null;
  try {
    connection = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 3000 });
    if (numberOf(connection, 'application_id') !== APPLICATION_ID) {
      if (connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) throw emptied(path);
      throw new VigieError(
        'db/not-vigie',
        `${path} is no database of Vigie. Choose another file; this one was left as it is.`,
      );
    }
    const schema = numberOf(connection, 'user_version');
    if (schema > SCHEMA_VERSION) {
      throw new VigieError(
        'db/newer-schema',
        `${path} was written by a newer Vigie (schema ${schema}; this one knows ${SCHEMA_VERSION}). Update Vigie to use it; nothing was changed.`,
      );
    }
    return { connection, schema };
  } catch (error) {
    connection?.close();
    throw asFault(error, path);
  }
};

/** Reads from a database and closes it, whatever happens; faults of SQLite are sentences. */
export const reading = async <Result>(path: string, read: (db: ReadOnly) => Result): Promise<Awaited<Result>> => {
  const db = openReadOnly(path);
  try {
    return await read(db);
  } catch (error) {
    throw asFault(error, path);
  } finally {
    db.connection.close();
  }
};

/** Whether SQLite reads it and finds every page, index and reference as it should be; what it complains of, in its words. */
export const integrityOf = (connection: Connection, most = 20): string[] => {
  const said = connection.prepare<[], string>(`PRAGMA integrity_check(${most})`).pluck().all();
  const strays = connection
    .prepare<[], { table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
    .all();
  return [
    ...said.filter((line) => line !== 'ok'),
    ...strays.slice(0, most).map(({ table, rowid, parent }) => `${table} row ${rowid ?? '?'} refers to no ${parent}`),
  ];
};
