import BetterSqlite from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { restoreDatabase } from '../../electron/core/backup/restore-database.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { openDatabase } from '../../electron/core/db/database.ts';
import { SCHEMA_VERSION } from '../../electron/core/db/migrations.ts';
import { silentLog } from '../../electron/core/log.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { VigieError } from '../../shared/ipc/reply.ts';
import { BY_DUE, CALL, codeOf, deskOf } from '../support/desk-calls.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const freshPath = tempPaths();
let good = '';

beforeAll(async () => {
  good = freshPath();
  const world = createWorld({ now: NOW, path: good });
  await world.core.imports.take(seedTickets({ count: 200, seed: 3, nowMs: instant(NOW) }));
  world.close();
});

const copy = (): string => {
  const path = freshPath();
  copyFileSync(good, path);
  return path;
};

const faultOf = (fn: () => unknown): VigieError => {
  try {
    fn();
  } catch (error) {
    if (error instanceof VigieError) return error;
    throw error;
  }
  throw new Error('nothing failed');
};

const open = (path: string) => openDatabase({ path, log: silentLog, onCommit: () => {}, lockTimeoutMs: 50 });
const check = (path: string) => runSteps(checkDatabase(path, { nowMs: () => instant(NOW) }), NO_HOOKS);
const beside = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)) && name !== basename(path));
const PAGE = { filter: { ...EMPTY_FILTER, view: 'all' }, sort: BY_DUE, offset: 0, limit: 200, asOfMs: null } as const;

/** Says what, where, and what to do. */
const expectSentence = ({ message }: VigieError, path: string): void => {
  expect(message).toContain(path);
  expect(message).toMatch(/(Restore|restore|Choose|Check|Put|Free|go on with|Update)/);
};

describe('a database whose file was harmed', () => {
  it('emptied, it is refused and stays as it is', () => {
    const path = freshPath();
    writeFileSync(path, '');
    const fault = faultOf(() => open(path));
    expect(fault.code).toBe('db/emptied');
    expectSentence(fault, path);
    expect(statSync(path).size).toBe(0);
    expect(beside(path)).toEqual([]);
  });

  it('with nothing in it, as where its last changes held everything and were deleted, it is refused', () => {
    const path = freshPath();
    const db = new BetterSqlite(path);
    db.exec('CREATE TABLE a (b); DROP TABLE a');
    db.close();
    const before = readFileSync(path);
    const fault = faultOf(() => open(path));
    expect(fault.code).toBe('db/emptied');
    expectSentence(fault, path);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('gone while its last changes are there, it is not made anew', () => {
    const path = freshPath();
    writeFileSync(`${path}-wal`, 'committed changes');
    const fault = faultOf(() => open(path));
    expect(fault.code).toBe('db/main-file-gone');
    expectSentence(fault, path);
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('committed changes');
  });

  it.each([
    ['.replaced-20261123T090000Z', 'put aside by a restore'],
    ['.restored.0a1b2c3d.part', 'staged by a restore'],
  ])('gone while %s is there, %s that was cut off, it is not made anew until it is restored', async (left) => {
    const path = freshPath();
    copyFileSync(good, path + left);
    const fault = faultOf(() => open(path));
    expect(fault.code).toBe('db/restore-cut-off');
    expectSentence(fault, path);
    expect(fault.message).toContain(path + left);
    expect(existsSync(path)).toBe(false);
    expect(await restoreDatabase(path, path + left, { nowMs: () => instant(NOW) }, NO_HOOKS)).toEqual({ keptAs: null });
    open(path).close();
    expect((await check(path)).events).toBe((await check(good)).events);
  });

  it('gone while only one that was being made for the first time is there, it is made', () => {
    const path = freshPath();
    writeFileSync(`${path}.0a1b2c3d.part`, '');
    open(path).close();
    expect(existsSync(path)).toBe(true);
  });

  it('without its last changes, it is what it was before them, whole', async () => {
    const path = freshPath();
    const world = createWorld({ now: NOW, path });
    await deskOf(world).open();
    const crashed = freshPath();
    // As a crash leaves it, and somebody who cleans up.
    copyFileSync(path, crashed);
    world.close();
    expect(await check(crashed)).toMatchObject({ isSound: true, events: 0 });
    open(crashed).close();
  });

  it.each([
    ['in its head', (bytes: Buffer) => bytes.fill(0xab, 0, 4096), 'db/not-a-database'],
    ['in its schema', (bytes: Buffer) => bytes.fill(0xab, 100, 4096), 'db/damaged'],
    ['by its end', (bytes: Buffer) => bytes.subarray(0, 4096 * 3 + 17), 'db/damaged'],
  ])('damaged %s, it is refused and stays as it is', (_name, spoil, code) => {
    const path = copy();
    writeFileSync(path, spoil(readFileSync(path)));
    const before = readFileSync(path);
    const fault = faultOf(() => {
      const database = open(path);
      try {
        database.read(() => database.connection.prepare('SELECT * FROM event').all());
      } finally {
        database.close();
      }
    });
    expect(fault.code).toBe(code);
    expectSentence(fault, path);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('damaged in one page, it opens, and what needs the page says so', async () => {
    const path = copy();
    const db = new BetterSqlite(path, { readonly: true });
    const [page = 0] = db
      .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'ticket' AND pagetype = 'leaf' LIMIT 1")
      .pluck()
      .all();
    db.close();
    writeFileSync(path, readFileSync(path).fill(0xab, (page - 1) * 4096, page * 4096));
    expect((await check(path).catch((error: unknown) => error)) as { isSound?: boolean }).not.toMatchObject({
      isSound: true,
    });
    const world = createWorld({ now: NOW, path });
    expect(codeOf(await world.reply('queue:get-page', PAGE))).toBe('db/damaged');
    world.close();
  });

  it('cut off at half its length, no call answers as if all were well', async () => {
    const path = copy();
    truncateSync(path, Math.floor(statSync(path).size / 2));
    const code = await (async () => {
      try {
        const world = createWorld({ now: NOW, path });
        try {
          return codeOf(await world.reply('queue:get-page', PAGE));
        } finally {
          world.close();
        }
      } catch (error) {
        return error instanceof VigieError ? error.code : String(error);
      }
    })();
    expect(code).toBe('db/damaged');
  });
});

describe('a full disk', () => {
  it('refuses the command, loses nothing that was acknowledged, and goes on once there is space', async () => {
    const path = copy();
    const world = createWorld({ now: NOW, path });
    const desk = deskOf(world);
    const { connection } = world.core.database;
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages + 5}`);
    const acknowledged: string[] = [];
    let code = 'ok';
    while (code === 'ok') {
      const reply = await world.reply('ticket:create', { ...CALL, description: 'x'.repeat(2_000) });
      if (reply.ok) acknowledged.push(reply.value.row.reference);
      code = codeOf(reply);
    }
    expect(code).toBe('disk/full');
    expect(acknowledged.length).toBeGreaterThan(0);
    connection.pragma('max_page_count = 1000000');
    await desk.open();
    const { rows } = await world.call('queue:get-page', { ...PAGE, filter: { ...PAGE.filter, text: 'Nordlys' } });
    expect(rows.map(({ reference }) => reference)).toEqual(expect.arrayContaining(acknowledged));
    world.close();
    expect(await check(path)).toMatchObject({ isSound: true });
  });

  it('stops an import between two tickets', async () => {
    const path = copy();
    const world = createWorld({ now: NOW, path });
    const { connection } = world.core.database;
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 30}`);
    await expect(
      world.core.imports.take(seedTickets({ count: 3000, seed: 9, nowMs: instant(NOW) })),
    ).rejects.toMatchObject({ code: 'disk/full' });
    world.close();
    expect(await check(path)).toMatchObject({ isSound: true });
  });
});

describe('a migration that fails', () => {
  it('leaves the database as it was, with a copy, and says what to do', () => {
    const path = freshPath();
    const old = new BetterSqlite(path);
    old.exec(readFileSync('test/fixtures/schema/0020.sql', 'utf8'));
    // What a migration wants to make is there already.
    old.exec("CREATE TABLE macro (theirs); INSERT INTO macro VALUES ('kept')");
    old.pragma('user_version = 20');
    old.pragma(`application_id = ${0x56_69_67_65}`);
    old.close();
    const fault = faultOf(() => open(path));
    expect(fault.code).toBe('db/migration-failed');
    expectSentence(fault, path);
    const copyPath = `${path}.before-${SCHEMA_VERSION}.bak`;
    expect(fault.message).toContain(copyPath);
    for (const one of [path, copyPath]) {
      const db = new BetterSqlite(one);
      expect(db.pragma('user_version', { simple: true })).toBe(20);
      expect(db.prepare('SELECT theirs FROM macro').pluck().all()).toEqual(['kept']);
      db.close();
    }
    expect(statSync(copyPath).mode & 0o777).toBe(0o600);
    expect(beside(path).filter((name) => name.endsWith('.part'))).toEqual([]);
    rmSync(copyPath);
  });

  it('does not begin where its copy cannot be kept', () => {
    const path = freshPath();
    const old = new BetterSqlite(path);
    old.exec(readFileSync('test/fixtures/schema/0020.sql', 'utf8'));
    old.exec('CREATE TABLE big (a)');
    old
      .prepare("INSERT INTO big SELECT randomblob(3000) FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]')")
      .run();
    const page = Number(
      old.prepare("SELECT pageno FROM dbstat WHERE name = 'big' AND pagetype = 'leaf' LIMIT 1 OFFSET 2").pluck().get(),
    );
    old.pragma('user_version = 20');
    old.pragma(`application_id = ${0x56_69_67_65}`);
    old.close();
    writeFileSync(path, readFileSync(path).fill(0xab, (page - 1) * 4096, page * 4096));
    expect(faultOf(() => open(path)).code).toBe('db/damaged');
    const db = new BetterSqlite(path, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(20);
    db.close();
    expect(beside(path).filter((name) => /\.(bak|part)/.test(name))).toEqual([]);
  });
});
