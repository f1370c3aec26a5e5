import BetterSqlite from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { importExport } from '../../electron/core/backup/import-export.ts';
import { makeBackup } from '../../electron/core/backup/make-backup.ts';
import { previewFrom } from '../../electron/core/backup/preview-from.ts';
import { restoreDatabase } from '../../electron/core/backup/restore-database.ts';
import { salvage } from '../../electron/core/backup/salvage.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { writeExport } from '../../electron/core/backup/write-export.ts';
import { SCHEMA_VERSION } from '../../electron/core/db/migrations.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { deskOf } from '../support/desk-calls.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const clock = { nowMs: () => instant(NOW) };
const freshPath = tempPaths();

/** A database whose backup is older than it: two more tickets, and a draft. */
const grow = async (world: World): Promise<void> => {
  const desk = deskOf(world);
  await desk.open();
  await desk.open();
  await world.call('draft:save', { key: 'a', body: 'x' });
};

let path = '';
let backup = '';
beforeEach(async () => {
  [path, backup] = [freshPath(), freshPath()];
  const world = createWorld({ now: NOW, path });
  await world.core.imports.take(seedTickets({ count: 60, seed: 3, nowMs: instant(NOW) }));
  await makeBackup(path, backup, NO_HOOKS);
  await grow(world);
  world.close();
});

const preview = (of = path, from = backup) => previewFrom(of, from, clock, NO_HOOKS);
const restore = (from = backup) => restoreDatabase(path, from, clock, NO_HOOKS);
const eventsIn = (of: string): unknown => {
  const db = new BetterSqlite(of, { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM event').pluck().get();
  } finally {
    db.close();
  }
};
const beside = (of: string) =>
  readdirSync(dirname(of)).filter(
    (name) => name.startsWith(basename(of)) && name !== basename(of) && !/-(wal|shm)$/.test(name),
  );

describe('a restore', () => {
  it('tells what would be gone and what would come back, and changes nothing', async () => {
    const before = readFileSync(path);
    const told = await preview();
    expect(told.onlyThere).toEqual([]);
    expect(told.onlyHere).toContainEqual({
      ...{ subject: 'ticket', kind: 'opened', count: 2, lastRecordedAtMs: instant(NOW) },
    });
    expect(told.tables).toEqual(
      expect.arrayContaining([
        { table: 'counter', onlyHere: 1, onlyThere: 0 },
        { table: 'draft', onlyHere: 1, onlyThere: 0 },
      ]),
    );
    expect(told.here?.tickets).toBe(told.there.tickets + 2);
    const back = await preview(backup, path);
    expect(back.onlyThere).toEqual(told.onlyHere);
    expect(back.onlyHere).toEqual([]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('puts the backup in the place, and keeps what was there beside it', async () => {
    const [was, wanted] = [eventsIn(path), eventsIn(backup)];
    const { keptAs } = await restore();
    expect(eventsIn(path)).toBe(wanted);
    expect(keptAs).toBe(`${path}.replaced-20261123T090000Z`);
    expect(eventsIn(keptAs ?? '')).toBe(was);
    expect(await runSteps(checkDatabase(path, clock), NO_HOOKS)).toMatchObject({ isSound: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    // And the other way round, from what was kept.
    const again = await restore(keptAs ?? '');
    expect(eventsIn(path)).toBe(was);
    expect(again.keptAs).toBe(`${path}.replaced-20261123T090000Z-2`);
    expect(beside(path)).toHaveLength(2);
  });

  it('takes an export too', async () => {
    const lines = freshPath();
    await runSteps(writeExport(backup, lines, { clock }), NO_HOOKS);
    expect(await preview(path, lines)).toEqual(await preview());
    await restore(lines);
    expect(await preview(path, backup)).toMatchObject({ onlyHere: [], onlyThere: [], tables: [] });
  });

  it('is refused while somebody has the database open, and changes nothing', async () => {
    const world = createWorld({ now: NOW, path });
    await world.call('draft:save', { key: 'b', body: 'x' });
    const was = eventsIn(path);
    await expect(restore()).rejects.toMatchObject({ code: 'backup/in-use' });
    await world.call('draft:save', { key: 'c', body: 'x' });
    expect(eventsIn(path)).toBe(was);
    world.close();
    expect(beside(path)).toEqual([]);
  });

  it('is refused where somebody opens the database right before it is replaced', async () => {
    const was = eventsIn(path);
    let other: BetterSqlite.Database | null = null;
    // The time is asked for once it is known that nobody has it open.
    const late = {
      nowMs: () => {
        other = new BetterSqlite(path);
        other.exec('CREATE TABLE stray (a)');
        return clock.nowMs();
      },
    };
    await expect(restoreDatabase(path, backup, late, NO_HOOKS)).rejects.toMatchObject({ code: 'backup/in-use' });
    expect(beside(path)).toEqual([]);
    (other as BetterSqlite.Database | null)?.close();
    expect(eventsIn(path)).toBe(was);
    const db = new BetterSqlite(path);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'stray'").pluck().get()).toBe(1);
    db.close();
  });

  it.each([
    [
      'of a newer schema',
      'db/newer-schema',
      (db: BetterSqlite.Database) => db.pragma(`user_version = ${SCHEMA_VERSION + 10}`),
    ],
    ['of another program', 'db/not-vigie', (db: BetterSqlite.Database) => db.pragma('application_id = 1')],
  ])('refuses a backup %s', async (_name, code, spoil) => {
    const db = new BetterSqlite(backup);
    spoil(db);
    db.close();
    await expect(preview()).rejects.toMatchObject({ code });
    await expect(restore()).rejects.toMatchObject({ code });
    expect(beside(path)).toEqual([]);
  });

  it('refuses a damaged backup', async () => {
    const bytes = readFileSync(backup);
    bytes.fill(0xab, 20 * 4096, 30 * 4096);
    writeFileSync(backup, bytes);
    await expect(restore()).rejects.toMatchObject({ code: 'db/damaged' });
    expect(beside(path)).toEqual([]);
  });

  it.each([
    ['damaged in the middle', (bytes: Buffer) => bytes.fill(0xab, 20 * 4096, 30 * 4096)],
    ['no database any more', (bytes: Buffer) => bytes.fill(0xab)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 40_000)],
    ['empty', () => Buffer.alloc(0)],
  ])('takes the place of one that is %s, which is kept as it is', async (_name, spoil) => {
    const bytes = spoil(readFileSync(path));
    writeFileSync(path, bytes);
    const told = await preview();
    expect(told.here).toBeNull();
    expect(told.unreadable).not.toBeNull();
    const { keptAs } = await restore();
    expect(readFileSync(keptAs ?? '').equals(bytes)).toBe(true);
    expect(eventsIn(path)).toBe(eventsIn(backup));
    expect(createWorld({ now: NOW, path }).close()).toBeUndefined();
  });

  it.each([
    ['of a newer Vigie', 'db/newer-schema', `PRAGMA user_version = ${SCHEMA_VERSION + 10}`],
    ['of another program', 'db/not-vigie', 'PRAGMA application_id = 1'],
  ])('never takes the place of a database %s', async (_name, code, spoil) => {
    const db = new BetterSqlite(path);
    db.exec(spoil);
    db.close();
    const bytes = readFileSync(path);
    await expect(restore()).rejects.toMatchObject({ code });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(beside(path)).toEqual([]);
  });

  it('never takes the place of a folder', async () => {
    const taken = freshPath();
    mkdirSync(taken);
    writeFileSync(join(taken, 'theirs'), 'x');
    await expect(restoreDatabase(taken, backup, clock, NO_HOOKS)).rejects.toMatchObject({ code: 'db/is-directory' });
    expect(readdirSync(taken)).toEqual(['theirs']);
    expect(beside(taken)).toEqual([]);
  });

  it('takes the place of a database with nothing in it, unless somebody has it open', async () => {
    const nothing = freshPath();
    const db = new BetterSqlite(nothing);
    db.exec('CREATE TABLE a (b); DROP TABLE a; BEGIN; SELECT * FROM sqlite_schema');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    await expect(restoreDatabase(nothing, backup, clock, NO_HOOKS)).rejects.toMatchObject({ code: 'backup/in-use' });
    db.close();
    const bytes = readFileSync(nothing);
    const { keptAs } = await restoreDatabase(nothing, backup, clock, NO_HOOKS);
    expect(readFileSync(keptAs ?? '').equals(bytes)).toBe(true);
    expect(eventsIn(nothing)).toBe(eventsIn(backup));
  });

  it('keeps the last changes of a damaged one with it', async () => {
    writeFileSync(path, readFileSync(path).fill(0xab, 0, 40_000));
    writeFileSync(`${path}-wal`, 'its last changes');
    const { keptAs } = await restore();
    expect(readFileSync(`${keptAs ?? ''}-wal`, 'utf8')).toBe('its last changes');
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it.each(['-wal', '-journal'])(
    'puts a %s aside that lies where the main file is gone, and replays none of it',
    async (suffix) => {
      const nowhere = freshPath();
      const other = new BetterSqlite(path);
      other.pragma('journal_mode = WAL');
      other.exec('CREATE TABLE stray (a)');
      const bytes = readFileSync(`${path}-wal`);
      other.close();
      writeFileSync(nowhere + suffix, bytes);
      writeFileSync(`${nowhere}-shm`, 'as it was');
      const { keptAs } = await restoreDatabase(nowhere, backup, clock, NO_HOOKS);
      const stem = `${nowhere}.replaced-20261123T090000Z`;
      expect(keptAs).toBe(stem + suffix);
      expect(readFileSync(stem + suffix).equals(bytes)).toBe(true);
      expect(readFileSync(`${stem}-shm`, 'utf8')).toBe('as it was');
      expect(existsSync(nowhere + suffix)).toBe(false);
      const db = new BetterSqlite(nowhere);
      expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'stray'").all()).toEqual([]);
      db.close();
      expect(eventsIn(nowhere)).toBe(eventsIn(backup));
    },
  );

  it.each(['-wal', '-journal', '-shm'])(
    'a backup or an import makes no database beside a %s of another',
    async (suffix) => {
      const [to, lines] = [freshPath(), freshPath()];
      await runSteps(writeExport(backup, lines, { clock }), NO_HOOKS);
      writeFileSync(to + suffix, 'of another');
      await expect(makeBackup(path, to, NO_HOOKS)).rejects.toMatchObject({ code: 'file/exists' });
      await expect(runSteps(importExport(lines, to, clock), NO_HOOKS)).rejects.toMatchObject({ code: 'file/exists' });
      expect(existsSync(to)).toBe(false);
      expect(readFileSync(to + suffix, 'utf8')).toBe('of another');
    },
  );

  it('makes a database where there is none', async () => {
    const nowhere = freshPath();
    expect(await restoreDatabase(nowhere, backup, clock, NO_HOOKS)).toEqual({ keptAs: null });
    expect(eventsIn(nowhere)).toBe(eventsIn(backup));
  });
});

describe('what can be read of a damaged database', () => {
  const salvageTo = (to: string) => runSteps(salvage(path, to, clock), NO_HOOKS);

  it('is exported, and goes into a new one', async () => {
    const world = createWorld({ now: NOW, path });
    await world.core.imports.take(seedTickets({ count: 1500, seed: 4, nowMs: instant(NOW) }));
    world.close();
    const total = Number(eventsIn(path));
    const db = new BetterSqlite(path, { readonly: true });
    const [page] = db
      .prepare<[], number>(
        `SELECT pageno FROM dbstat WHERE name = 'event' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 20`,
      )
      .pluck()
      .all();
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0xab, ((page ?? 0) - 1) * 4096, (page ?? 0) * 4096);
    writeFileSync(path, bytes);
    const [lines, copy] = [freshPath(), freshPath()];
    await expect(runSteps(writeExport(path, lines, { clock }), NO_HOOKS)).rejects.toMatchObject({ code: 'db/damaged' });
    expect(existsSync(lines)).toBe(false);
    const { rows, lost } = await salvageTo(lines);
    expect(Object.keys(lost)).toEqual(['event']);
    expect(rows['event']).toBeGreaterThan(total - 100);
    expect(rows['event']).toBeLessThan(total);
    await runSteps(importExport(lines, copy, clock), NO_HOOKS);
    expect(eventsIn(copy)).toBe(rows['event']);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is said to be nothing where it is nothing', async () => {
    writeFileSync(path, readFileSync(path).fill(0xab));
    await expect(salvageTo(freshPath())).rejects.toMatchObject({ code: 'export/nothing-readable' });
  });
});
