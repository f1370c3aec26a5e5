import BetterSqlite from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/core/db/database.ts';
import { SCHEMA_VERSION } from '../../electron/core/db/migrations.ts';
import { silentLog } from '../../electron/core/log.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let made = 0;
const freshPath = (): string => join(folder, `${++made}.db`);

const open = (path: string, more: { mustExist?: boolean } = {}) =>
  openDatabase({ path, log: silentLog, onCommit: () => {}, lockTimeoutMs: 50, ...more });

const codeOf = (fn: () => unknown): string => {
  try {
    fn();
    return 'no failure';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('opening a database', () => {
  it('makes one with the present schema, and opens it again', () => {
    const path = freshPath();
    open(path).close();
    const again = open(path);
    expect(again.connection.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(again.connection.pragma('journal_mode', { simple: true })).toBe('wal');
    again.close();
  });

  it('refuses a newer schema and changes nothing', () => {
    const path = freshPath();
    open(path).close();
    const raw = new BetterSqlite(path);
    raw.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
    raw.close();
    expect(codeOf(() => open(path))).toBe('db/newer-schema');
    const after = new BetterSqlite(path);
    expect(after.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 10);
    after.close();
  });

  it("refuses another program's database and leaves it as it is", () => {
    const path = freshPath();
    const raw = new BetterSqlite(path);
    raw.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
    raw.close();
    const bytes = readFileSync(path);
    expect(codeOf(() => open(path))).toBe('db/not-vigie');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const after = new BetterSqlite(path);
    expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['theirs']);
    after.close();
  });

  it('refuses a file that is no database, byte for byte unchanged', () => {
    const path = freshPath();
    writeFileSync(path, 'number,incident_state\nINC1,New\n'.repeat(100));
    const before = readFileSync(path);
    expect(codeOf(() => open(path))).toBe('db/not-a-database');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a folder, a missing folder, and a missing file that must exist', () => {
    const path = freshPath();
    mkdirSync(path);
    expect(codeOf(() => open(path))).toBe('db/is-directory');
    expect(codeOf(() => open(join(folder, 'nowhere', 'a.db')))).toBe('db/cannot-open');
    expect(codeOf(() => open(join(folder, 'missing.db'), { mustExist: true }))).toBe('db/missing');
  });

  it('says so when another program holds the lock', () => {
    const path = freshPath();
    open(path).close();
    const other = new BetterSqlite(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    expect(codeOf(() => open(path).write(() => {}))).toBe('db/locked');
    other.exec('ROLLBACK');
    other.close();
  });

  it('never changes or deletes an event', () => {
    const db = open(':memory:');
    db.connection
      .prepare(
        `INSERT INTO event (event_id, subject, subject_id, kind, occurred_at_ms, recorded_at_ms, actor, workstation, payload)
         VALUES (zeroblob(16), 'ticket', 1, 'opened', 0, 0, 'a', 'w', '{}')`,
      )
      .run();
    expect(() => db.connection.exec("UPDATE event SET kind = 'resolved'")).toThrow('append-only');
    expect(() => db.connection.exec('DELETE FROM event')).toThrow('append-only');
    db.close();
  });

  it('rolls a failed write back whole and broadcasts only what was committed', () => {
    const told: (readonly number[])[] = [];
    const db = openDatabase({ path: ':memory:', log: silentLog, onCommit: (ids) => void told.push(ids) });
    const insert = db.connection.prepare("INSERT INTO customer (name, tier) VALUES (?, 'gold')");
    expect(() =>
      db.write((writer) => {
        insert.run('a');
        writer.changed(1);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(told).toEqual([]);
    db.write((writer) => {
      insert.run('b');
      writer.changed(7);
      writer.changed(7);
    });
    expect(told).toEqual([[7]]);
    expect(db.connection.prepare('SELECT name FROM customer').pluck().all()).toEqual(['b']);
    db.close();
  });
});
