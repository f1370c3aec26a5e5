import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import BetterSqlite from 'better-sqlite3';
import { makeBackup } from '../../electron/core/backup/make-backup.ts';
import { NO_HOOKS } from '../../electron/core/backup/steps.ts';
import { keptTables, columnsOf, quoted } from '../../electron/core/backup/tables.ts';
import { migrate } from '../../electron/core/db/migrate.ts';
import { SCHEMA_VERSION } from '../../electron/core/db/migrations.ts';
import { silentLog } from '../../electron/core/log.ts';
import { seededRandom } from '../../electron/core/sample/random.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';
import { commandFaults } from './command-faults.ts';
import { judgeSound, look } from './judge.ts';
import { bundleVictim, runVictim, type Killed } from './run-victim.ts';

/** How many processes are killed in all; `npm run test:faults` says how many, and which seed. */
const KILLS = Number(process.env['VIGIE_KILLS'] ?? 10);
const SEED = Number(process.env['VIGIE_SEED'] ?? Math.floor(Math.random() * 1e9));
const LOG = resolve('test/fixtures/servicenow-incident-log/incident_event_log_dev.csv');
const NOW = '2026-11-23T09:00:00Z';

const folder = tempFolder();
const random = seededRandom(SEED);
const tally: Record<string, { kills: number; cut: number; acknowledged: number }> = {};
const timeout = 60_000 + KILLS * 15_000;

let seeded = '';
let imported = '';
let old = '';

/** The same log, as a Vigie of an older schema wrote it. */
const writeOld = (path: string, from: string, to: number): void => {
  const db = new BetterSqlite(path);
  db.pragma('foreign_keys = OFF');
  db.pragma('journal_mode = WAL');
  migrate(db, silentLog, { to });
  db.prepare('ATTACH ? AS now').run(from);
  for (const table of [...keptTables(db), 'customer', 'ticket']) {
    const known = new Set(columnsOf(db, table, 'now').map(({ name }) => name));
    const columns = columnsOf(db, table)
      .filter(({ name }) => known.has(name))
      .map(({ name }) => quoted(name))
      .join(', ');
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM now.${table}`);
  }
  db.exec(
    'INSERT INTO main.ticket_search (rowid, reference, title, customer, assignee) SELECT ticket_id, reference, title, customer, assignee FROM main.ticket',
  );
  db.close();
};

beforeAll(async () => {
  process.stdout.write(`kill -9: ${KILLS} processes, VIGIE_SEED=${SEED}\n`);
  bundleVictim();
  seeded = join(folder, 'seeded.db');
  const world = createWorld({ now: NOW, path: seeded });
  await world.core.imports.take(seedTickets({ count: 700, seed: 3, nowMs: instant(NOW) }));
  world.close();
  imported = join(folder, 'imported.db');
  await runVictim(['import', imported, LOG], null);
  old = join(folder, 'old.db');
  writeOld(old, seeded, 20);
}, timeout);

afterAll(() => {
  process.stdout.write(`${JSON.stringify({ seed: SEED, kills: KILLS, ...tally })}\n`);
});

let made = 0;
const freshFolder = (): string => {
  const own = join(folder, `run-${++made}`);
  mkdirSync(own);
  return own;
};

const copyOf = (from: string): string => {
  const path = join(freshFolder(), 'vigie.db');
  copyFileSync(from, path);
  return path;
};

/** Of all kills, these. */
const share = (part: number): number => Math.max(1, Math.round(KILLS * part));

/** Kills the process at random instants of the time that it takes, and has each judged. */
const kill = async (
  mode: string,
  times: number,
  withinMs: number,
  prepare: () => { readonly path: string; readonly more: string },
  judge: (path: string, killed: Killed, more: string) => Promise<void> | void,
): Promise<void> => {
  const of = { kills: 0, cut: 0, acknowledged: 0 };
  tally[mode] = of;
  for (let i = 0; i < times; i++) {
    const { path, more } = prepare();
    const killed = await runVictim([mode, path, more, String(SEED + i)], random.between(0, withinMs));
    of.kills++;
    if (!killed.isDone) of.cut++;
    of.acknowledged += killed.acks.length;
    await judge(path, killed, more);
    rmSync(dirname(path), { recursive: true, force: true });
  }
};

/** How long the process takes when nobody kills it, from its first word on. */
const measure = async (args: readonly string[]): Promise<number> => Math.ceil((await runVictim(args, null)).ranMs);

type Told = { reference: string; events: string };
const ticketsOf = (path: string): Map<string, string> =>
  look(
    path,
    (db) =>
      new Map(
        db
          .prepare<[], Told>(
            `SELECT reference, (SELECT group_concat(kind || occurred_at_ms || payload, char(10)) FROM (
               SELECT * FROM event WHERE subject = 'ticket' AND subject_id = ticket_id ORDER BY occurred_at_ms, seq)) AS events
             FROM ticket`,
          )
          .all()
          .map(({ reference, events }) => [reference, events]),
      ),
  );

const whole = (path: string, schema = SCHEMA_VERSION): void => {
  look(path, (db) => {
    expect([path, db.pragma('integrity_check', { simple: true })]).toEqual([path, 'ok']);
    expect(db.pragma('user_version', { simple: true })).toBe(schema);
  });
};

const filesIn = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => !/\.part(-|$)|-(wal|shm|journal)$/.test(name))
    .toSorted();

describe('kill -9', { timeout }, () => {
  it('during an import: each ticket is whole, and importing again adds the rest', async () => {
    const withinMs = await measure(['import', join(freshFolder(), 'vigie.db'), LOG]);
    const reference = ticketsOf(imported);
    const prepare = () => ({ path: join(freshFolder(), 'vigie.db'), more: LOG });
    await kill('import', share(0.25), withinMs, prepare, async (path, { acks }) => {
      if (existsSync(path)) {
        await judgeSound(path);
        for (const [ticket, events] of ticketsOf(path))
          expect([ticket, events]).toEqual([ticket, reference.get(ticket)]);
        if (acks.length > 0) expect(ticketsOf(path).size).toBe(reference.size);
      }
      await runVictim(['import', path, LOG], null);
      expect(ticketsOf(path)).toEqual(reference);
    });
  });

  it('during commands on many tickets: what was acknowledged is there, and nothing is half there', async () => {
    const prepare = () => ({ path: copyOf(seeded), more: '' });
    await kill('commands', share(0.35), 1500, prepare, async (path, { acks }) => {
      await judgeSound(path);
      expect(commandFaults(path, acks)).toEqual([]);
    });
  });

  it('during a migration: it is migrated or as it was, with its copy whole', async () => {
    const withinMs = await measure(['migrate', copyOf(old), '']);
    const prepare = () => ({ path: copyOf(old), more: '' });
    const events = look(old, (db) => db.prepare('SELECT count(*), max(seq) FROM event').raw().get());
    await kill('migrate', share(0.2), withinMs, prepare, async (path, { acks }) => {
      const version = look(path, (db) => Number(db.pragma('user_version', { simple: true })));
      expect(acks.length > 0 ? [SCHEMA_VERSION] : [20, SCHEMA_VERSION]).toContain(version);
      whole(path, version);
      for (const file of filesIn(dirname(path))) if (file.endsWith('.bak')) whole(join(dirname(path), file), 20);
      await runVictim(['migrate', path, ''], null);
      whole(path);
      await judgeSound(path);
      expect(look(path, (db) => db.prepare('SELECT count(*), max(seq) FROM event').raw().get())).toEqual(events);
    });
  });

  it('during backups beside commands: what has the name of a backup is whole', async () => {
    const prepare = () => {
      const path = copyOf(seeded);
      return { path, more: dirname(path) };
    };
    await kill('backups', share(0.1), 2500, prepare, async (path, { acks }) => {
      await judgeSound(path);
      expect(commandFaults(path, acks)).toEqual([]);
      const made = filesIn(dirname(path)).filter((name) => name !== basename(path));
      for (const file of made) await judgeSound(join(dirname(path), file));
      const last = acks.findLast(([kind]) => kind === 'backup')?.[1];
      if (last !== undefined) expect(made).toContain(basename(last));
    });
  });

  it('during restores: the database is the one before or the one after, and what was there is kept', async () => {
    const [one, other] = [join(folder, 'one.db'), join(folder, 'other.db')];
    await makeBackup(seeded, one, NO_HOOKS);
    await makeBackup(imported, other, NO_HOOKS);
    const countIn = (path: string): number =>
      look(path, (db) => Number(db.prepare('SELECT max(seq) FROM event').pluck().get()));
    const counts = [countIn(one), countIn(other)];
    const prepare = () => ({ path: copyOf(other), more: `${one},${other}` });
    await kill('restores', share(0.1), 2500, prepare, async (path, { acks }) => {
      await judgeSound(path);
      // The last that was acknowledged, or the next one.
      const last = acks.length === 0 ? 1 : Number(acks.at(-1)?.[1]);
      expect([counts[last], counts[1 - last]]).toContain(countIn(path));
      const kept = filesIn(dirname(path)).filter((name) => name.includes('.replaced-'));
      expect(kept.length).toBeGreaterThanOrEqual(acks.length);
      for (const file of kept) {
        whole(join(dirname(path), file));
        expect(counts).toContain(countIn(join(dirname(path), file)));
      }
    });
  });
});
