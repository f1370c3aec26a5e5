import BetterSqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { machineClock } from '../../electron/core/clock.ts';

/** One look into a database that nobody has open. */
export const look = <Result>(path: string, read: (db: BetterSqlite.Database) => Result): Result => {
  const db = new BetterSqlite(path, { fileMustExist: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
};

/** SQLite finds it whole, and everything folds to what its rows say. */
export const judgeSound = async (path: string): Promise<void> => {
  const { integrity, folds, isSound } = await runSteps(checkDatabase(path, machineClock), NO_HOOKS);
  const samples = Object.values(folds.tables).flatMap((table) => table.samples);
  expect({ integrity, samples, missing: folds.missingObjects, unfoldable: folds.unfoldable }).toEqual({
    ...{ integrity: [], samples: [], missing: [], unfoldable: [] },
  });
  expect(isSound).toBe(true);
};
