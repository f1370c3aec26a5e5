import BetterSqlite from 'better-sqlite3';
import { copyFileSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { DEFAULT_POLICY } from '../../shared/sla/policy.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const freshPath = tempPaths();

const check = (path: string, now = NOW) => runSteps(checkDatabase(path, { nowMs: () => instant(now) }), NO_HOOKS);

let made = '';
beforeAll(async () => {
  made = freshPath();
  const world = createWorld({ now: NOW, path: made });
  await world.core.fillWithSamples();
  await world.core.imports.take(seedTickets({ count: 300, seed: 3, nowMs: instant(NOW) }));
  world.close();
});

/** Another copy of it, to be spoilt. */
const small = (): string => {
  const path = freshPath();
  copyFileSync(made, path);
  return path;
};

const differences = ({ folds }: Awaited<ReturnType<typeof check>>) =>
  Object.values(folds.tables).flatMap(({ samples }) => samples);

describe('a check', () => {
  it('finds every folded table as its events have it, now and later', async () => {
    const path = made;
    const now = await check(path);
    expect(differences(now)).toEqual([]);
    expect(now).toMatchObject({ isSound: true, integrity: [], folds: { unfoldable: [], missingObjects: [] } });
    expect(now.folds.tables['ticket']?.rows).toBeGreaterThan(300);
    for (const table of ['customer', 'ticket_report', 'work_entry', 'session', 'ticket_search']) {
      expect([table, now.folds.tables[table]?.rows]).not.toEqual([table, 0]);
    }
    const later = await check(path, '2027-01-10T09:00:00Z');
    expect(differences(later)).toEqual([]);
    expect(later.isSound).toBe(true);
  });

  it.each([
    ['a row that says otherwise', 'ticket', "UPDATE ticket SET state = 'closed', title = 'x' WHERE ticket_id = 5"],
    ['a clock that stands otherwise', 'ticket', "UPDATE ticket SET resolution = '{}' WHERE ticket_id = 7"],
    ['a row too few', 'ticket', 'DELETE FROM timer; DELETE FROM ticket WHERE ticket_id = 9'],
    ['a customer of another tier', 'customer', "UPDATE customer SET tier = 'x' WHERE customer_id = 3"],
    ['facts of reports that are others', 'ticket_report', "UPDATE ticket_report SET facts = '[]' WHERE ticket_id = 4"],
    ['work that nobody logged', 'work_entry', 'UPDATE work_entry SET end_at_ms = end_at_ms + 1 WHERE rowid_of_first'],
    ['a session that is gone', 'session', 'DELETE FROM session WHERE rowid_of_first'],
    ['words that are not indexed', 'ticket_search', 'DELETE FROM ticket_search WHERE rowid = 6'],
    [
      'an event that was changed',
      'ticket',
      `DROP TRIGGER event_is_never_changed;
       UPDATE event SET payload = json_set(payload, '$.title', 'changed') WHERE kind = 'opened' AND subject_id = 8`,
    ],
  ])('finds %s', async (_name, table, sql) => {
    const path = small();
    const db = new BetterSqlite(path);
    const key = table === 'session' ? 'session_id' : 'work_id';
    db.exec(sql.replace('rowid_of_first', `${key} = (SELECT min(${key}) FROM ${table})`));
    db.close();
    const told = await check(path);
    expect(told.isSound).toBe(false);
    expect(told.folds.tables[table]?.different).toBeGreaterThan(0);
  });

  it('finds an index and a trigger that are missing, a reference to nothing, and a log that makes no sense', async () => {
    const path = small();
    const db = new BetterSqlite(path);
    db.pragma('foreign_keys = OFF');
    db.exec(`DROP INDEX ticket_by_due; DROP TRIGGER event_is_never_deleted; UPDATE ticket SET customer_id = 99999 WHERE ticket_id = 1;
      DELETE FROM event WHERE subject = 'customer' AND subject_id = 2`);
    db.close();
    const { folds, integrity, isSound } = await check(path);
    expect(isSound).toBe(false);
    expect(folds.missingObjects.toSorted()).toEqual(['index ticket_by_due', 'trigger event_is_never_deleted']);
    expect(integrity).toEqual([expect.stringContaining('refers to no customer')]);
    expect(folds.unfoldable).toContainEqual({
      table: 'ticket',
      id: expect.any(Number),
      reason: 'its customer is not in the log',
    });
  });

  it('waits for rows whose time has come, and writes nothing', async () => {
    const path = freshPath();
    const world = createWorld({ now: NOW, path });
    await world.core.imports.take(seedTickets({ count: 50, seed: 3, nowMs: instant(NOW) }));
    world.become({ role: 'lead' });
    const policyJson = JSON.stringify(DEFAULT_POLICY);
    await world.call('policy:save', { fromMs: instant('2026-11-24T09:00:00Z'), policyJson, note: null });
    world.close();
    const before = readFileSync(path);
    expect(await check(path)).toMatchObject({ isSound: true });
    const later = await check(path, '2026-11-25T09:00:00Z');
    expect(later.isSound).toBe(true);
    expect(later.folds.tables['ticket']).toMatchObject({ different: 0 });
    expect(later.folds.tables['ticket']?.waiting).toBeGreaterThan(0);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
