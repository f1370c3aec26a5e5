import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { sampleTickets } from '../../electron/core/sample/sample-tickets.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const freshPath = tempPaths();

const check = (path: string, now = NOW) => runSteps(checkDatabase(path, { nowMs: () => instant(now) }), NO_HOOKS);

const made = async (): Promise<string> => {
  const path = freshPath();
  const world = createWorld({ now: NOW, path });
  await world.core.fillWithSamples();
  await world.core.imports.take(sampleTickets(instant(NOW)));
  await world.core.imports.take(seedTickets({ count: 500, seed: 3, nowMs: instant(NOW) }));
  world.close();
  return path;
};

const differences = ({ folds }: Awaited<ReturnType<typeof check>>) =>
  Object.values(folds.tables).flatMap(({ samples }) => samples);

describe('a check', () => {
  it('finds every folded table as its events have it, now and later', async () => {
    const path = await made();
    const now = await check(path);
    expect(differences(now)).toEqual([]);
    expect(now).toMatchObject({ isSound: true, integrity: [], folds: { unfoldable: [], missingObjects: [] } });
    expect(now.folds.tables['ticket']?.rows).toBeGreaterThan(500);
    for (const table of ['customer', 'ticket_report', 'work_entry', 'session', 'ticket_search']) {
      expect([table, now.folds.tables[table]?.rows]).not.toEqual([table, 0]);
    }
    const later = await check(path, '2027-01-10T09:00:00Z');
    expect(differences(later)).toEqual([]);
    expect(later.isSound).toBe(true);
  });
});
