import BetterSqlite from 'better-sqlite3';
import { readFileSync, writeFileSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { importExport } from '../../electron/core/backup/import-export.ts';
import { makeBackup } from '../../electron/core/backup/make-backup.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { writeExport } from '../../electron/core/backup/write-export.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const clock = { nowMs: () => instant(NOW) };
const freshPath = tempPaths();
let path = '';

beforeAll(async () => {
  path = freshPath();
  const world = createWorld({ now: NOW, path });
  await world.core.fillWithSamples();
  await world.core.imports.take(seedTickets({ count: 300, seed: 3, nowMs: instant(NOW) }));
  await world.call('draft:save', { key: 'a', body: '{"odd": "JSON that is written otherwise"}' });
  await world.call('draft:save', { key: 'b', body: '["é\\u0000","\u2028",1e400]' });
  world.close();
});

const rowsOf = (of: string, sql: string): unknown[] => {
  const db = new BetterSqlite(of, { readonly: true });
  try {
    return db.prepare(sql).raw().all();
  } finally {
    db.close();
  }
};

const exportTo = (to: string, from = path) => runSteps(writeExport(from, to, { clock }), NO_HOOKS);
const importTo = (from: string, to: string) => runSteps(importExport(from, to, clock), NO_HOOKS);
const partsBeside = (of: string) => readdirSync(dirname(of)).filter((name) => name.endsWith('.part'));

describe('an export', () => {
  it('goes back in: the same log byte for byte, the same folds, the same export', async () => {
    const [lines, copy, again] = [freshPath(), freshPath(), freshPath()];
    const { rows } = await exportTo(lines);
    expect(rows['event']).toBeGreaterThan(1000);
    expect(rows['draft']).toBe(2);
    const { unfoldable } = await importTo(lines, copy);
    expect(unfoldable).toEqual([]);
    for (const [table, order] of [
      ['event', 'seq'],
      ['draft', 'key'],
      ['absence', 'absence_id'],
      ['customer', 'customer_id'],
      ['ticket', 'ticket_id'],
      ['ticket_report', 'ticket_id'],
      ['work_entry', 'work_id'],
      ['session', 'session_id'],
    ]) {
      const sql = `SELECT * FROM ${table} ORDER BY ${order}`;
      expect(rowsOf(copy, sql)).toEqual(rowsOf(path, sql));
    }
    expect(await runSteps(checkDatabase(copy, clock), NO_HOOKS)).toMatchObject({ isSound: true });
    await exportTo(again, copy);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(lines, 'utf8'));
    expect(statSync(lines).mode & 0o777).toBe(0o600);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['broken off', (text: string) => text.slice(0, text.length / 2)],
    ['without its end', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
    ['with a line less', (text: string) => text.replace(/\n\{"table":"draft".*\n/, '\n')],
    ['with a changed figure', (text: string) => text.replace('"recorded_at_ms":1', '"recorded_at_ms":2')],
    ['with a line twice', (text: string) => text.replace(/\n(\{"table":"draft".*\n)/, '\n$1$1')],
    ['with a row that no table takes', (text: string) => text.replace('"table":"draft"', '"table":"sqlite_schema"')],
    ['with a column more', (text: string) => text.replace('"table":"draft","row":{', '"table":"draft","row":{"x":1,')],
  ])('%s is refused, and leaves nothing', async (_name, spoil) => {
    const [lines, spoiled, copy] = [freshPath(), freshPath(), freshPath()];
    await exportTo(lines);
    const text = readFileSync(lines, 'utf8');
    writeFileSync(spoiled, spoil(text));
    expect(readFileSync(spoiled, 'utf8')).not.toBe(text);
    await expect(importTo(spoiled, copy)).rejects.toMatchObject({ code: 'export/broken' });
    expect(statSync(copy, { throwIfNoEntry: false })).toBeUndefined();
    expect(partsBeside(copy)).toEqual([]);
  });

  it('never writes over a file, and refuses what is none of ours or newer', async () => {
    const [lines, other, newer] = [freshPath(), freshPath(), freshPath()];
    await exportTo(lines);
    await expect(exportTo(lines)).rejects.toMatchObject({ code: 'file/exists' });
    await expect(importTo(lines, path)).rejects.toMatchObject({ code: 'file/exists' });
    writeFileSync(other, '{"hello":1}\n');
    await expect(importTo(other, freshPath())).rejects.toMatchObject({ code: 'export/not-ours' });
    writeFileSync(newer, readFileSync(lines, 'utf8').replace(/"schema":\d+/, '"schema":9990'));
    await expect(importTo(newer, freshPath())).rejects.toMatchObject({ code: 'db/newer-schema' });
  });

  it('that is stopped leaves nothing', async () => {
    const to = freshPath();
    const stop = new AbortController();
    const hooks = { signal: stop.signal, onProgress: () => stop.abort() };
    const lines = freshPath();
    await exportTo(lines);
    await expect(runSteps(importExport(lines, to, clock), hooks)).rejects.toMatchObject({ code: 'backup/cancelled' });
    expect(statSync(to, { throwIfNoEntry: false })).toBeUndefined();
    expect(partsBeside(to)).toEqual([]);
  });
});

describe('a backup', () => {
  it('is a database of its own with all that was there, for its owner alone', async () => {
    const to = freshPath();
    const facts = await makeBackup(path, to, NO_HOOKS);
    expect(facts.events).toBe(rowsOf(path, 'SELECT count(*) FROM event').flat()[0]);
    expect(await runSteps(checkDatabase(to, clock), NO_HOOKS)).toMatchObject({ isSound: true });
    expect(statSync(to).mode & 0o777).toBe(0o600);
    await expect(makeBackup(path, to, NO_HOOKS)).rejects.toMatchObject({ code: 'file/exists' });
    expect(partsBeside(to)).toEqual([]);
  });

  it('is of one state, while others write', async () => {
    const [live, to] = [freshPath(), freshPath()];
    const world = createWorld({ now: NOW, path: live });
    await world.core.imports.take(seedTickets({ count: 3000, seed: 5, nowMs: instant(NOW) }));
    const before = world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();
    let written = 0;
    const facts = await makeBackup(live, to, {
      ...NO_HOOKS,
      onProgress: () => {
        world.core.database.write(() =>
          world.core.database.connection
            .prepare('INSERT INTO counter (name, value) VALUES (?, 1)')
            .run(`n${++written}`),
        );
      },
    });
    expect(written).toBeGreaterThan(2);
    expect(facts.events).toBe(before);
    expect(rowsOf(to, "SELECT count(*) FROM counter WHERE name LIKE 'n%'").flat()).toEqual([0]);
    world.close();
  });

  it('of a damaged database is refused, and leaves nothing', async () => {
    const [damaged, to] = [freshPath(), freshPath()];
    await makeBackup(path, damaged, NO_HOOKS);
    const bytes = readFileSync(damaged);
    bytes.fill(0xab, 40 * 4096, 60 * 4096);
    writeFileSync(damaged, bytes);
    await expect(makeBackup(damaged, to, NO_HOOKS)).rejects.toMatchObject({ code: 'db/damaged' });
    expect(statSync(to, { throwIfNoEntry: false })).toBeUndefined();
    expect(partsBeside(to)).toEqual([]);
  });
});
