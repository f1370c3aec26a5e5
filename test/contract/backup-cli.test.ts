import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import BetterSqlite from 'better-sqlite3';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { deskOf } from '../support/desk-calls.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = tempFolder();
const NOW = '2026-09-20T09:00:00Z';
const SCRIPT = join(root, 'electron/provision/vigie.mjs');
const BUILT = join(root, 'out/cli/cli.js');

const vigie = (...args: readonly string[]) => {
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    ...{ encoding: 'utf8', cwd: folder, env },
  });
  return { status, stdout, stderr };
};

const fill = async (name: string, count: number) => {
  const world = createWorld({ now: NOW, path: join(folder, name) });
  await world.core.imports.take(seedTickets({ count, seed: 8, nowMs: instant(NOW) }));
  return world;
};

beforeAll(async () => {
  // Builds what is not built yet, which it says.
  vigie('help');
  (await fill('own.db', 40)).close();
}, 120_000);

describe('the command line keeps a database safe', { timeout: 180_000 }, () => {
  it('checks, backs up, tells what restoring would change, restores, and keeps what was there', async () => {
    const checked = vigie('check', '--db', 'own.db');
    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toMatch(/ticket: 40 rows, 0 different[\s\S]+\nsound\n$/);
    const backup = JSON.parse(vigie('backup', '--db', 'own.db', '--to', 'copy.db', '--json').stdout);
    expect(backup).toMatchObject({ tickets: 40, to: 'copy.db' });
    expect(vigie('backup', '--db', 'own.db', '--to', 'copy.db')).toMatchObject({
      ...{ status: 2, stderr: 'vigie: copy.db is there already. Name another file: nothing is ever written over.\n' },
    });

    const world = createWorld({ now: NOW, path: join(folder, 'own.db') });
    await deskOf(world).open();
    const refused = vigie('restore', '--db', 'own.db', '--from', 'copy.db', '--yes');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(
      /^vigie: own\.db is open in Vigie or another program\. Close that first; nothing was changed\.\n$/,
    );
    world.close();

    const preview = vigie('restore', '--db', 'own.db', '--from', 'copy.db');
    expect(preview.status).toBe(0);
    expect(preview.stdout).toMatch(/^would be gone: \d+ events$/m);
    expect(preview.stdout).toMatch(/^ {2}1 ticket\.opened, the last recorded 2026-09-20T09:00:00Z$/m);
    expect(preview.stdout).toContain('Nothing was changed. With --yes it is done.');
    expect(JSON.parse(vigie('check', '--db', 'own.db', '--json').stdout).folds.tables.ticket.rows).toBe(41);

    const done = vigie('restore', '--db', 'own.db', '--from', 'copy.db', '--yes', '--json');
    const { keptAs } = JSON.parse(done.stdout);
    expect(JSON.parse(vigie('check', '--db', 'own.db', '--json').stdout).folds.tables.ticket.rows).toBe(40);
    expect(JSON.parse(vigie('check', '--db', keptAs, '--json').stdout).folds.tables.ticket.rows).toBe(41);
  });

  it('exports everything and makes a database of it again', () => {
    const told = JSON.parse(vigie('export', '--db', 'own.db', '--to', 'own.jsonl', '--json').stdout);
    expect(told.lost).toEqual({});
    const lines = readFileSync(join(folder, 'own.jsonl'), 'utf8').trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'vigie-export', version: 1, isSalvaged: false });
    expect(vigie('import-export', '--from', 'own.jsonl', '--db', 'again.db').status).toBe(0);
    const again = JSON.parse(vigie('export', '--db', 'again.db', '--to', 'again.jsonl', '--json').stdout);
    expect(again.sha256).toBe(told.sha256);
    expect(vigie('restore', '--db', 'own.db', '--from', 'again.jsonl').stdout).toContain('Both hold the same.');
  });

  it('says that a database is not sound, and exports what can be read of it', () => {
    writeFileSync(join(folder, 'bad.db'), readFileSync(join(folder, 'copy.db')));
    const db = new BetterSqlite(join(folder, 'bad.db'));
    db.exec(
      "UPDATE ticket SET state = 'closed' WHERE ticket_id = (SELECT ticket_id FROM ticket WHERE state <> 'closed')",
    );
    db.close();
    const told = vigie('check', '--db', 'bad.db');
    expect(told.status).toBe(1);
    expect(told.stdout).toMatch(/ticket: 40 rows, 1 different\n {4}\d+: state is 'closed', folds to '\w+'\n/);
    expect(told.stdout).toMatch(/NOT SOUND/);
    const salvaged = vigie('export', '--db', 'bad.db', '--to', 'bad.jsonl', '--salvage');
    expect(salvaged.status).toBe(0);
    expect(vigie('import-export', '--from', 'bad.jsonl', '--db', 'mended.db').status).toBe(0);
    expect(vigie('check', '--db', 'mended.db').status).toBe(0);
  });

  it('stopped by Ctrl+C, leaves nothing half', async () => {
    (await fill('large.db', 4000)).close();
    const before = readdirSync(folder).toSorted();
    const child = spawn(process.execPath, [BUILT, 'export', '--db', 'large.db', '--to', 'large.jsonl'], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (!readdirSync(folder).some((name) => name.endsWith('.part'))) return;
        clearInterval(look);
        resolve();
      }, 2);
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(2);
    expect(stderr).toBe('vigie: It was stopped, and nothing of it was kept.\n');
    expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(
      before.filter((name) => !/-(wal|shm)$/.test(name)),
    );
  });

  it('in a folder that cannot be written, says so and changes nothing', () => {
    const own = join(folder, 'read-only');
    mkdirSync(own);
    const path = join(own, 'own.db');
    writeFileSync(path, readFileSync(join(folder, 'own.db')));
    chmodSync(path, 0o444);
    chmodSync(own, 0o555);
    // Nothing is forbidden to the superuser: somebody else asks.
    const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if (process.getuid?.() === 0) chmodSync(folder, 0o755);
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [BUILT, ...args], { encoding: 'utf8', cwd: '/', ...identity });
    for (const args of [['queue'], ['backup', '--to', join(own, 'x.db')], ['export', '--to', join(own, 'x.jsonl')]]) {
      const { status, stderr } = run(...args, '--db', path);
      expect([args[0], status]).toEqual([args[0], 2]);
      expect(stderr).toMatch(/^vigie: .+ (cannot be (opened|written)|can be read)[^\n]+\n$/);
    }
    expect(existsSync(join(own, 'x.db'))).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o444);
    expect(readFileSync(path).equals(readFileSync(join(folder, 'own.db')))).toBe(true);
    chmodSync(own, 0o755);
  });

  it.each([
    ['check', ['check']],
    ['a check of nothing', ['check', '--db', 'nowhere.db']],
    ['a backup to nowhere', ['backup', '--db', 'own.db', '--to', 'no/where/x.db']],
    ['a restore from nothing', ['restore', '--db', 'own.db', '--from', 'nowhere.db']],
    ['a restore from a text', ['restore', '--db', 'own.db', '--from', 'text.csv', '--yes']],
    ['an export over a file', ['export', '--db', 'own.db', '--to', 'own.db']],
    ['an import over a database', ['import-export', '--from', 'own.jsonl', '--db', 'own.db']],
    ['an import of a text', ['import-export', '--from', 'text.csv', '--db', 'new.db']],
  ])('says in one sentence what is wrong with %s', (_name, args) => {
    writeFileSync(join(folder, 'text.csv'), 'a,b\n1,2\n'.repeat(300));
    const { status, stdout, stderr } = vigie(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^vigie: .+\.\n$/);
    expect(stderr).not.toContain('this should not have happened');
  });
});
