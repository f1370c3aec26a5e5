import BetterSqlite from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { asFileFault } from '../backup/whole-file.ts';
import type { Log } from '../log.ts';
import { makeDatabaseFile } from './make-file.ts';
import { migrate, refuseUnfit } from './migrate.ts';
import { asFault } from './sqlite-fault.ts';

declare const writing: unique symbol;
/** Proof that a write transaction is open: what changes rows asks for one, so that it cannot be called outside `write`. */
export type Writer = {
  readonly [writing]: true;
  /** Notes a ticket for the broadcast after commit. */
  readonly changed: (ticketId: number) => void;
  /** Notes that what lists and counts are made from has changed, where no ticket tells it. */
  readonly touched: () => void;
};

export type Connection = BetterSqlite.Database;

/** The only doors to the database. Both are synchronous; both turn faults of SQLite into sentences. */
export type Database = {
  readonly path: string;
  readonly connection: Connection;
  readonly read: <Result>(fn: () => Result) => Result;
  /** One immediate transaction: all of it or nothing. The broadcast follows the commit. One within another is part of it. */
  readonly write: <Result>(fn: (writer: Writer) => Result) => Result;
  /** One transaction over many turns, for a database that nobody else works with; left before its end, nothing of it stays. */
  readonly fill: <Step, Result>(fn: (writer: Writer) => Generator<Step, Result>) => Generator<Step, Result>;
  /** Another text after each commit of this connection that lists and counts depend on, and after any of others. */
  readonly dataVersion: () => string;
  readonly close: () => void;
};

type Options = {
  /** A file, `:memory:`, or nothing for one on disk that goes when it is closed. */
  readonly path: string;
  readonly log: Log;
  /** Called after each commit that changed tickets, with those. */
  readonly onCommit: (ticketIds: readonly number[]) => void;
  /** How long to wait for another process's lock. */
  readonly lockTimeoutMs?: number;
  /** Refuse to make a file that is not there. */
  readonly mustExist?: boolean;
};

const isInMemory = (path: string): boolean => path === ':memory:' || path === '';

const refuseFolder = (path: string, mustExist: boolean): void => {
  if (isInMemory(path)) return;
  if (existsSync(path)) {
    if (statSync(path).isDirectory())
      throw new VigieError('db/is-directory', `${path} is a folder. Name a database file in it.`);
  } else if (mustExist) {
    throw new VigieError('db/missing', `${path} does not exist. Check its name, or make it by importing into it.`);
  }
};

/** Opens a database and brings it to the present schema; throws a VigieError that says what is wrong and what to do. */
export const openDatabase = ({ path, log, onCommit, lockTimeoutMs = 3000, mustExist = false }: Options): Database => {
  refuseFolder(path, mustExist);
  let connection: Connection;
  try {
    if (!isInMemory(path)) makeDatabaseFile(path, log);
    connection = new BetterSqlite(path, { timeout: lockTimeoutMs });
  } catch (error) {
    throw asFault(asFileFault(error, path), path);
  }
  try {
    // Before anything is set: what is refused stays as it is, byte for byte.
    refuseUnfit(connection, isInMemory(path));
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('cache_size = -32768');
    connection.pragma('temp_store = MEMORY');
    migrate(connection, log, { isNew: isInMemory(path) });
  } catch (error) {
    connection.close();
    throw asFault(error, path);
  }
  let commits = 0;
  let open: Writer | null = null;
  const makeWriter = (changed: (ticketId: number) => void, touched: () => void): Writer =>
    ({ changed, touched }) as Writer;
  const guarded = <Result>(fn: () => Result): Result => {
    try {
      return fn();
    } catch (error) {
      throw asFault(error, path);
    }
  };
  return {
    path,
    connection,
    read: guarded,
    write: (fn) => {
      if (open !== null) return fn(open);
      const ids = new Set<number>();
      let isTouched = false;
      const writer = makeWriter(
        (ticketId) => void ids.add(ticketId),
        () => {
          isTouched = true;
        },
      );
      open = writer;
      let result: ReturnType<typeof fn>;
      try {
        result = guarded(() => connection.transaction(() => fn(writer)).immediate());
      } finally {
        open = null;
      }
      if (isTouched || ids.size > 0) commits++;
      if (ids.size > 0) onCommit([...ids]);
      return result;
    },
    fill: function* (fn) {
      const writer = makeWriter(
        () => {},
        () => {},
      );
      connection.exec('BEGIN IMMEDIATE');
      open = writer;
      try {
        const result = yield* fn(writer);
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        throw asFault(error, path);
      } finally {
        open = null;
        if (connection.inTransaction) connection.exec('ROLLBACK');
      }
    },
    dataVersion: () => `${commits}.${String(connection.pragma('data_version', { simple: true }))}`,
    close: () => connection.close(),
  };
};
