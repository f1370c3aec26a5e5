import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDatabase, type DatabaseCheck } from '../backup/check-database.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { openReadOnly } from '../backup/open-read-only.ts';
import { runSteps, type Hooks } from '../backup/steps.ts';
import { machineClock } from '../clock.ts';
import { openDatabase } from '../db/database.ts';
import { SCHEMA_VERSION } from '../db/migrations.ts';
import { silentLog } from '../log.ts';
import { readArguments, required, type Command } from './arguments.ts';
import { withHooks } from './backup-terminal.ts';

const toText = (path: string, check: DatabaseCheck): string => {
  const { schema, integrity, events, folds, isSound } = check;
  const tables = Object.entries(folds.tables).flatMap(([table, { rows, different, waiting, samples }]) => [
    `  ${table}: ${rows} rows, ${different} different${waiting > 0 ? `, ${waiting} wait to be folded again` : ''}`,
    ...samples.map(({ key, kind, columns }) => {
      const told = columns.map(({ column, is, folds: folded }) => `${column} is '${is}', folds to '${folded}'`);
      return `    ${key}: ${kind === 'other' ? told.join('; ') || 'different' : kind}`;
    }),
  ]);
  return [
    `${path}: schema ${schema}, ${events} events`,
    integrity.length === 0 ? '  integrity and references: ok' : `  integrity: ${integrity.length} complaints`,
    ...integrity.map((line) => `    ${line}`),
    ...folds.missingObjects.map((name) => `  missing: ${name}`),
    ...folds.unfoldable.map(({ table, id, reason }) => `  ${table} ${id} cannot be folded: ${reason}`),
    ...tables,
    isSound ? 'sound' : 'NOT SOUND: restore a backup, or export what is there and import it into a new database',
    '',
  ].join('\n');
};

/** One of an older schema is checked as it will be: a copy of it is migrated, the database itself stays as it is. */
const checkAnySchema = async (path: string, hooks: Hooks): Promise<DatabaseCheck> => {
  const { schema, connection } = openReadOnly(path);
  connection.close();
  if (schema === SCHEMA_VERSION) return runSteps(checkDatabase(path, machineClock), hooks);
  const folder = mkdtempSync(join(tmpdir(), 'vigie-check-'));
  try {
    const copy = join(folder, 'copy.db');
    await makeBackup(path, copy, hooks);
    openDatabase({ path: copy, log: silentLog, onCommit: () => {} }).close();
    return { ...(await runSteps(checkDatabase(copy, machineClock), hooks)), schema };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** `check`: whether a database is whole, and every folded row what its events come to. Status 1 where not. */
export const checkCommand: Command = async (args, terminal) => {
  const { values } = readArguments({ args: [...args], options: { db: { type: 'string' }, json: { type: 'boolean' } } });
  const path = required(values.db, 'db');
  const check = await withHooks(terminal, (hooks) => checkAnySchema(path, hooks));
  terminal.out(values.json === true ? `${JSON.stringify(check)}\n` : toText(path, check));
  return check.isSound ? 0 : 1;
};
