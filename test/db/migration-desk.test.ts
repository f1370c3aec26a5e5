import BetterSqlite from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../electron/core/db/migrations.ts';
import { sampleTickets } from '../../electron/core/sample/sample-tickets.ts';
import { foldAsOf } from '../../electron/core/ticket/fold-ticket.ts';
import type { ImportedTicket } from '../../shared/import/imported-ticket.ts';
import type { TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { BY_DUE, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';

const NOW = '2026-11-23T09:00:00Z';
const LOG = 'test/fixtures/servicenow-incident-log/incident_event_log_dev.csv';
const folder = mkdtempSync(join(tmpdir(), 'vigie-migration-'));
const oldPath = join(folder, 'old.db');

const at = (hour: number) => ({ atMs: instant('2026-11-20T09:00:00Z') + hour * 3_600_000 });
const told = (reference: string, assignee: string | null, rest: readonly TicketEvent[]): ImportedTicket => ({
  ...{ source: 'generic', reference, coverage: 'history', asOfMs: at(9).atMs, file: 'x.csv', line: 2 },
  events: [
    {
      ...{ ...at(0), kind: 'opened', source: 'generic', reference, priority: 'P2', tier: 'gold', title: 'Panne' },
      ...{ category: 'incident', isBeta: false, customer: 'Sète', requester: 'Zébulon', channel: null },
      ...{ language: 'fr', level: 'L1', group: 'Réseau', assignee },
    },
    ...rest,
  ],
});
const assigned = (hour: number, level: 'L1' | 'L2', assignee: string | null): TicketEvent => ({
  ...{ ...at(hour), kind: 'assigned', level, group: null, assignee },
});

const LIFE: readonly TicketEvent[] = [
  { ...at(1), kind: 'commented', author: 'ada', isPublic: true, text: 'le congélateur est tiède' },
  { ...at(2), kind: 'paused', reason: 'attente du plombier' },
  { ...at(3), kind: 'resumed' },
  { ...at(3), kind: 'awaited', waitedFor: 'vendor', reason: 'pièce du fournisseur' },
  { ...at(4), kind: 'resolved' },
  { ...at(5), kind: 'reopened', reason: 'de nouveau en panne' },
];
/** Each with another way to its owner, and one whose opening an export corrected later. */
const TICKETS: readonly ImportedTicket[] = [
  told('OWN-1', 'ada', [assigned(1, 'L2', 'bo')]),
  told('OWN-2', null, [assigned(1, 'L2', 'bo'), assigned(2, 'L1', 'cy'), assigned(3, 'L1', 'dan')]),
  told('OWN-3', null, [assigned(1, 'L2', 'bo')]),
  told('OWN-4', 'ada', LIFE),
  told('OWN-5', 'ada', []),
];
const CORRECTED = told('OWN-5', 'eve', []);

/** What the version before this one kept in its file: its tables and its rows, from what the present one keeps of the same imports. */
const writeOld = (now: World): void => {
  const old = new BetterSqlite(oldPath);
  old.pragma('journal_mode = WAL');
  old.exec(readFileSync('test/fixtures/schema/0020.sql', 'utf8'));
  old.pragma('user_version = 20');
  old.pragma(`application_id = ${0x56_69_67_65}`);
  const present = now.core.database.connection;
  for (const table of ['event', 'customer', 'ticket', 'support_group']) {
    const columns = (old.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const insert = old.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
    const rows = present
      .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .all() as unknown[][];
    old.transaction(() => rows.forEach((row) => insert.run(...row)))();
  }
  old.exec(`INSERT INTO ticket_search (rowid, reference, title, customer, assignee)
            SELECT ticket_id, reference, title, customer, assignee FROM ticket`);
  old.close();
};

let fresh: World;
let migrated: World;
const eventsOf = (world: World | BetterSqlite.Database) =>
  ('core' in world ? world.core.database.connection : world)
    .prepare(
      'SELECT seq, hex(event_id), subject, subject_id, kind, occurred_at_ms, actor, payload FROM event ORDER BY seq',
    )
    .raw()
    .all();

beforeAll(async () => {
  fresh = createWorld({ now: NOW });
  await fresh.core.imports.take(sampleTickets(instant(NOW)));
  await fresh.core.imports.take(TICKETS);
  await fresh.core.imports.take([CORRECTED]);
  const order = { profile: 'servicenow-log', zone: 'UTC', tierMapId: null, levelMapId: null } as const;
  await fresh.call('import:run', { ...order, selectionId: fresh.choose(LOG) });
  writeOld(fresh);
  migrated = createWorld({ now: NOW, path: oldPath });
  await migrated.call('queue:get-page', { filter: EMPTY_FILTER, sort: BY_DUE, offset: 0, limit: 1 });
});
afterAll(() => {
  fresh.close();
  migrated.close();
  rmSync(folder, { recursive: true });
});

describe('a database of the version before the desk', () => {
  it('is copied beside itself before anything is changed', () => {
    const path = `${oldPath}.before-${SCHEMA_VERSION}.bak`;
    expect(existsSync(path)).toBe(true);
    const copy = new BetterSqlite(path, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(20);
    expect(eventsOf(copy)).toEqual(eventsOf(fresh));
    copy.close();
    expect(migrated.logged.map(({ event }) => event)).toContain('db/copied-before-migration');
    expect(migrated.core.database.connection.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  });

  it('is opened also where a copy of an attempt that failed is there already, which stays', () => {
    const path = join(folder, 'again.db');
    copyFileSync(`${oldPath}.before-${SCHEMA_VERSION}.bak`, path);
    writeFileSync(`${path}.before-${SCHEMA_VERSION}.bak`, 'an earlier copy');
    createWorld({ path, now: NOW }).close();
    expect(readFileSync(`${path}.before-${SCHEMA_VERSION}.bak`, 'utf8')).toBe('an earlier copy');
    const copy = new BetterSqlite(`${path}.before-${SCHEMA_VERSION}-2.bak`, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(20);
    copy.close();
  });

  it('keeps every event, every ticket and every customer', () => {
    expect(eventsOf(migrated)).toEqual(eventsOf(fresh));
    expect(eventsOf(fresh).length).toBeGreaterThan(1_000);
    for (const sql of ['SELECT * FROM customer', 'SELECT * FROM support_group', 'SELECT count(*) FROM ticket']) {
      const rows = (world: World) => world.core.database.connection.prepare(sql).raw().all();
      expect(rows(migrated)).toEqual(rows(fresh));
    }
  });

  it('has the rows that its log folds to, owners among them', () => {
    const rowOf = (world: World) =>
      world.core.database.connection.prepare<[number]>('SELECT * FROM ticket WHERE ticket_id = ?');
    const [before, after] = [rowOf(fresh), rowOf(migrated)];
    let owned = 0;
    for (const { ticketId, events } of migrated.core.events.eachTicket()) {
      const row = after.get(ticketId) as Record<string, unknown>;
      expect(row).toEqual(before.get(ticketId));
      const owner = foldAsOf(events, migrated.core.rules, instant(NOW))?.ticket.owner;
      expect([row['reference'], row['owner']]).toEqual([row['reference'], owner]);
      if (owner !== null) owned++;
    }
    expect(owned).toBeGreaterThan(10);
    const owners = migrated.core.database.connection.prepare(
      "SELECT owner FROM ticket WHERE reference LIKE 'OWN-%' ORDER BY reference",
    );
    expect(owners.pluck().all()).toEqual(['ada', 'cy', null, 'ada', 'eve']);
  });

  it.each([
    ...['congelateur', 'plombier', 'fournisseur', 'nouveau', 'zebulon', 'cy', 'own-4', 'sete', 'panne', 'caller'],
    ...['cong', 'plomb', 'backup', 'réseau', 'nowhere'],
  ])('finds by %s what a new one finds', async (text) => {
    const filter = { view: 'all', text } as const;
    const found = await deskOf(migrated).ids(filter);
    expect(found).toEqual(await deskOf(fresh).ids(filter));
    if (!['nowhere', 'backup', 'réseau'].includes(text)) expect(found.length).toBeGreaterThan(0);
  });

  it('is worked on like a new one', async () => {
    const desk = deskOf(migrated);
    const { id, reference } = await desk.open();
    expect(reference).toBe('VIG-1001');
    await desk.run(id, { kind: 'note', text: 'x' });
    expect((await desk.undo()).kinds).toEqual(['commented']);
    const [old = 0] = await desk.ids({ text: 'congelateur' });
    await desk.run(old, { kind: 'take' }, { kind: 'tag', add: ['froid'], remove: [] });
    expect(await desk.ids({ text: 'froid' })).toEqual([old]);
    expect(await desk.ids({ text: 'plombier' })).toEqual([old]);
  });
});
