import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { importExport } from '../../electron/core/backup/import-export.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { writeExport } from '../../electron/core/backup/write-export.ts';
import { seededRandom, type Random } from '../../electron/core/sample/random.ts';
import { IMPORT_PROFILES } from '../../shared/ipc/import-schemas.ts';
import { VigieError } from '../../shared/ipc/reply.ts';
import type { Kind, readCorpus, Seed } from './corpus.ts';
import { NOW_MS, openFuzzWorld, type FuzzWorld } from './fuzz-world.ts';
import { mutate, mutateLines } from './mutate.ts';

export const RUNS_IN_BATCH = 250;
/** So many runs of a batch are exports, damaged and read again: each makes a whole database. */
const EXPORTS_IN_BATCH = 3;
const EMPTY_CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';

/** How the runs ended: `kind outcome` to how many. */
export type Tally = Record<string, number>;

type Corpus = ReturnType<typeof readCorpus>;
type Batch = { readonly folder: string; readonly random: Random; readonly corpus: Corpus; readonly tally: Tally };

const clock = { nowMs: () => NOW_MS };

const count = (tally: Tally, what: string): void => {
  tally[what] = (tally[what] ?? 0) + 1;
};

const write = ({ folder, random, corpus }: Batch, { name, bytes }: Seed, kind: Kind): string => {
  const path = join(folder, `${random.between(0, 9)}-${name}`);
  writeFileSync(path, mutate(bytes, random, random.pick(corpus[kind]).bytes));
  return path;
};

const damaged = (batch: Batch, kind: Kind): string => {
  const { random, corpus } = batch;
  const anyKind = random.isIn(0.02) ? random.pick(['tickets', 'customers', 'calendar', 'map'] as const) : kind;
  return write(batch, random.pick(corpus[anyKind]), kind);
};

/** One file of tickets, or several that belong together; of those that were not damaged themselves some are as they were. */
const damagedTickets = (batch: Batch): string[] => {
  const { folder, random, corpus } = batch;
  const first = random.pick(corpus.tickets);
  const family = corpus.tickets.filter((one) => one.family === first.family && one !== first);
  const beside = random.isIn(0.1) ? [random.pick(corpus.tickets)] : family.filter(() => random.isIn(0.6));
  return [
    write(batch, first, 'tickets'),
    ...beside.map((seed) => {
      if (random.isIn(0.2)) return write(batch, seed, 'tickets');
      const path = join(folder, seed.name);
      writeFileSync(path, seed.bytes);
      return path;
    }),
  ];
};

/** Events of tickets and tickets, and whether one of these is only half there. */
const stateOf = ({ core }: FuzzWorld) =>
  core.database.connection
    .prepare<[], { events: number; all: number; tickets: number; half: number }>(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE subject = 'ticket') AS events, (SELECT count(*) FROM ticket) AS tickets,
         (SELECT count(*) FROM ticket WHERE NOT EXISTS (
            SELECT 1 FROM event WHERE subject = 'ticket' AND subject_id = ticket_id AND kind = 'opened'))
         + (SELECT count(DISTINCT subject_id) FROM event WHERE subject = 'ticket'
            AND NOT EXISTS (SELECT 1 FROM ticket WHERE ticket_id = subject_id)) AS half
       FROM event`,
    )
    .get() ?? { events: -1, all: -1, tickets: -1, half: -1 };

const wrong = (what: string, facts: unknown): Error => new Error(`${what}: ${JSON.stringify(facts)}`);

const refused = (tally: Tally, kind: string, { code }: { readonly code: string }): void => {
  if (code === 'call/failed' || code === 'call/invalid-input') throw wrong('a bug', code);
  count(tally, `${kind} refused ${code}`);
};

const runTickets = async (world: FuzzWorld, batch: Batch): Promise<void> => {
  const { random, tally } = batch;
  const profile = random.isIn(0.85) ? ('auto' as const) : random.pick(IMPORT_PROFILES);
  const paths = damagedTickets(batch);
  const mapOf = (share: number): string[] => (random.isIn(share) ? [damaged(batch, 'map')] : []);
  const [tierMap, levelMap] = [mapOf(0.03), mapOf(0.03)];
  const order = () => ({
    ...{ selectionId: world.choose(...paths), profile, zone: 'Europe/Paris' },
    tierMapId: tierMap.length === 0 ? null : world.choose(...tierMap),
    levelMapId: levelMap.length === 0 ? null : world.choose(...levelMap),
  });
  const before = stateOf(world);
  if (random.isIn(0.1)) {
    await world.ask('import:preview', order());
    if (stateOf(world).all !== before.all) throw wrong('a preview wrote', paths);
  }
  const reply = await world.ask('import:run', order());
  const after = stateOf(world);
  if (after.half !== 0) throw wrong('half a ticket', after);
  if (!reply.ok) {
    if (after.events !== before.events) throw wrong('refused, and wrote', { before, after });
    refused(tally, 'tickets', reply.error);
    return;
  }
  const { tickets, events, errorCount, rows } = reply.value;
  if (after.events - before.events !== events || after.tickets - before.tickets !== tickets.new) {
    throw wrong('wrote other than it says', { before, after, tickets, events });
  }
  const told = tickets.new + tickets.changed + tickets.unchanged;
  count(
    tally,
    `tickets ${told > 0 ? 'rows' : errorCount > 0 ? 'line errors' : rows === 0 ? 'no rows' : 'nothing of a ticket'}`,
  );
  if (!random.isIn(0.1)) return;
  const again = await world.ask('import:run', order());
  if (!again.ok || again.value.events !== 0) throw wrong('the same file twice', again);
};

const runCustomers = async (world: FuzzWorld, batch: Batch): Promise<void> => {
  const path = damaged(batch, 'customers');
  const name = batch.random.isIn(0.3) ? 'customer:preview-import' : 'customer:import';
  const before = stateOf(world);
  const reply = await world.ask(name, { selectionId: world.choose(path) });
  if (name === 'customer:preview-import' && stateOf(world).all !== before.all) throw wrong('a preview wrote', path);
  if (!reply.ok) return refused(batch.tally, 'customers', reply.error);
  count(batch.tally, `customers ${reply.value.errorCount > 0 ? 'line errors' : 'rows'}`);
};

const runCalendar = async (world: FuzzWorld, batch: Batch): Promise<void> => {
  const path = damaged(batch, 'calendar');
  const reply = await world.ask('calendar:import-busy', { expert: 'Eva', selectionId: world.choose(path) }, 'expert');
  if (!reply.ok) return refused(batch.tally, 'calendar', reply.error);
  count(batch.tally, 'calendar rows');
  // The next one starts without them.
  writeFileSync(path, EMPTY_CALENDAR);
  const cleared = await world.ask('calendar:import-busy', { expert: 'Eva', selectionId: world.choose(path) }, 'expert');
  if (!cleared.ok) throw wrong('cannot be cleared', cleared);
};

/** An export whose lines were changed and whose end says so: it is read to its end. */
const signedAgain = (bytes: Buffer): Buffer => {
  const lines = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const body = lines.slice(1, -1);
  const rows: Record<string, number> = {};
  for (const line of body) {
    const [, table] = /^\{"table":"(\w+)"/.exec(line) ?? [];
    if (table !== undefined) rows[table] = (rows[table] ?? 0) + 1;
  }
  const sha256 = createHash('sha256')
    .update(body.map((line) => `${line}\n`).join(''))
    .digest('hex');
  return Buffer.from([...lines.slice(0, 1), ...body, JSON.stringify({ rows, sha256, lost: {} }), ''].join('\n'));
};

const runExport = async (exported: Buffer, { folder, random, tally }: Batch): Promise<void> => {
  const [from, to] = [join(folder, 'damaged.jsonl'), join(folder, 'from-export.db')];
  rmSync(to, { force: true });
  const isSigned = random.isIn(0.7);
  writeFileSync(
    from,
    isSigned ? signedAgain(mutateLines(exported, random, exported)) : mutate(exported, random, exported),
  );
  try {
    const { unfoldable } = await runSteps(importExport(from, to, clock), NO_HOOKS);
    count(tally, `export ${unfoldable.length > 0 ? 'rows, not all to be folded' : 'rows'}`);
  } catch (error) {
    if (existsSync(to)) throw wrong('a refused export left a database', from);
    if (!(error instanceof VigieError)) throw error;
    count(tally, `export refused ${error.code}`);
    return;
  }
  const world = openFuzzWorld(to);
  try {
    const counts = await world.ask('people:list', {});
    if (!counts.ok) throw wrong('a database that cannot be asked', [counts, world.faults]);
  } finally {
    world.close();
  }
};

const judgeSound = async (path: string): Promise<void> => {
  const { integrity, folds, isSound } = await runSteps(checkDatabase(path, clock), NO_HOOKS);
  const samples = Object.values(folds.tables).flatMap((table) => table.samples);
  if (!isSound) throw wrong('the database is not sound', { integrity, samples, folds: folds.unfoldable });
};

/**
 * Some hundred runs on one database of their own, told by their seed alone: damaged files given to every importer, then what came of it
 * checked and folded again. Throws at the first run that ends otherwise than in rows, line errors or a coded refusal; its files stay.
 */
export const runBatch = async (
  seed: number,
  runs: number,
  folder: string,
  corpus: Corpus,
  tally: Tally,
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'vigie.db');
  const batch: Batch = { folder, random: seededRandom(seed), corpus, tally };
  const exports = runs === RUNS_IN_BATCH ? EXPORTS_IN_BATCH : 0;
  const world = openFuzzWorld(path);
  try {
    for (let i = 0; i < runs - exports; i++) {
      const share = batch.random.next();
      const run = share < 0.7 ? runTickets : share < 0.85 ? runCustomers : runCalendar;
      await run(world, batch).catch((error: unknown) => {
        throw wrong(`run ${i} of the batch`, [String(error), error instanceof Error ? error.stack : '', world.faults]);
      });
      if (world.faults.length > 0) throw wrong(`run ${i} of the batch logged a fault`, world.faults);
    }
  } finally {
    world.close();
  }
  await judgeSound(path);
  if (exports > 0) {
    const whole = join(folder, 'whole.jsonl');
    rmSync(whole, { force: true });
    await runSteps(writeExport(path, whole, { clock }), NO_HOOKS);
    for (let i = 0; i < exports; i++) await runExport(readFileSync(whole), batch);
  }
  rmSync(folder, { recursive: true, force: true });
};
