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

const toHex = (uuid: string): string => uuid.replaceAll('-', '');

type Row = { commandId: string; events: number; wanted: number };

/** Every command in the log is whole, and every one that was acknowledged is there; every undo takes all of its command or nothing. */
export const judgeCommands = (path: string, acks: readonly (readonly string[])[]): number =>
  look(path, (db) => {
    const rows = db
      .prepare<[], Row>(
        `SELECT lower(hex(command_id)) AS commandId, count(*) AS events,
           CAST(substr(json_extract(payload, '$.text'), instr(json_extract(payload, '$.text'), ' of ') + 4) AS INTEGER) AS wanted
         FROM event WHERE command_id IS NOT NULL AND kind = 'commented' GROUP BY command_id`,
      )
      .all();
    for (const { commandId, events, wanted } of rows) expect([commandId, events]).toEqual([commandId, wanted]);
    const whole = new Map(rows.map(({ commandId, events }) => [commandId, events]));
    const voided = new Map(
      db
        .prepare<[], { commandId: string; count: number }>(
          `SELECT lower(hex(done.command_id)) AS commandId, count(*) AS count
           FROM event AS undo, json_each(undo.payload, '$.eventIds') AS one
           JOIN event AS done ON done.event_id = unhex(replace(one.value, '-', ''))
           WHERE undo.kind = 'voided' GROUP BY done.command_id`,
        )
        .all()
        .map(({ commandId, count }) => [commandId, count]),
    );
    for (const [commandId, count] of voided) expect([commandId, count]).toEqual([commandId, whole.get(commandId)]);
    for (const [kind, id = '', count] of acks) {
      if (kind === 'command') expect([id, whole.get(toHex(id))]).toEqual([id, Number(count)]);
      if (kind === 'undo') expect([id, voided.get(toHex(id))]).toEqual([id, Number(count)]);
    }
    return rows.length;
  });
