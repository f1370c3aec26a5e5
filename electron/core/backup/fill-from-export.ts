import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import {
  exportFooter,
  exportHeader,
  exportRow,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportFooter,
  type ExportHeader,
} from '../../../shared/backup/export-format.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Connection } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../db/migrations.ts';
import { silentLog } from '../log.ts';
import { readLines } from './read-lines.ts';
import type { Steps } from './steps.ts';
import { columnsOf, keptTables, quoted } from './tables.ts';

/** What an export said of itself, and what was taken of it. */
export type Filled = {
  readonly header: ExportHeader;
  readonly footer: ExportFooter;
  /** Rows of a salvaged export that no table takes. */
  readonly refused: number;
};

const EVERY = 500;

const broken = (path: string, line: number, what: string): VigieError =>
  new VigieError(
    'export/broken',
    `${path} is no whole export: line ${line} ${what}. Nothing was written; take another copy of it.`,
  );

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readHeader = (path: string, text: string): ExportHeader => {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'format') !== EXPORT_FORMAT) {
    throw new VigieError(
      'export/not-ours',
      `${path} is no export of Vigie: its first line does not say so. Choose another file.`,
    );
  }
  const { data } = exportHeader.safeParse(value);
  if (Number(Reflect.get(value, 'version')) > EXPORT_VERSION || Number(Reflect.get(value, 'schema')) > SCHEMA_VERSION) {
    throw new VigieError(
      'db/newer-schema',
      `${path} was written by a newer Vigie. Update Vigie to read it; nothing was written.`,
    );
  }
  if (data === undefined || !MIGRATIONS.some(({ version }) => version === data.schema))
    throw broken(path, 1, 'is damaged');
  return data;
};

type Cell = string | number | Buffer | null;

const toCell = (value: unknown, type: string): Cell | undefined => {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'string') return undefined;
  if (type !== 'BLOB') return value;
  return /^([0-9a-f]{2})*$/.test(value) ? Buffer.from(value, 'hex') : undefined;
};

/** Puts rows into the tables of a database of the export's own schema; false where a table does not take one. */
const fillerOf = (connection: Connection) => {
  const inserts = new Map(
    keptTables(connection).map((table) => {
      const columns = columnsOf(connection, table);
      const names = columns.map(({ name }) => quoted(name)).join(', ');
      const insert = connection.prepare(
        `INSERT INTO ${quoted(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      return [table, { columns, insert }] as const;
    }),
  );
  return (table: string, row: Readonly<Record<string, unknown>>): boolean => {
    const into = inserts.get(table);
    if (into === undefined || Object.keys(row).length !== into.columns.length) return false;
    const cells = into.columns.map(({ name, type }) =>
      Object.hasOwn(row, name) ? toCell(row[name], type) : undefined,
    );
    if (cells.includes(undefined)) return false;
    try {
      into.insert.run(...cells);
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH') return false;
      throw error;
    }
  };
};

/**
 * Reads an export into a database that holds nothing yet, of the export's own schema, in one transaction. Refused unless it is whole: every line
 * a row, as many as its end says, with the hash that it says.
 */
export function* fillFromExport(path: string, connection: Connection): Steps<Filled> {
  const total = statSync(path).size;
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let header: ExportHeader | null = null;
  let footer: ExportFooter | null = null;
  let take: ReturnType<typeof fillerOf> = () => false;
  let number = 0;
  let refused = 0;
  for (const { text, isEnded, readBytes } of readLines(path)) {
    number++;
    if (footer !== null) throw broken(path, number, 'follows the last');
    if (!isEnded) throw broken(path, number, 'breaks off');
    if (header === null) {
      header = readHeader(path, text);
      migrate(connection, silentLog, { to: header.schema });
      connection.exec('BEGIN');
      take = fillerOf(connection);
      continue;
    }
    const value = parsed(text);
    const row = exportRow.safeParse(value).data;
    footer = row === undefined ? (exportFooter.safeParse(value).data ?? null) : null;
    if (footer !== null) continue;
    const isTaken = row !== undefined && take(row.table, row.row);
    // A damaged row may be read and make no sense: it is left out, and counted.
    if (row === undefined || (!isTaken && !header.isSalvaged)) throw broken(path, number, 'is no row of this schema');
    if (!isTaken) refused++;
    hash.update(`${text}\n`);
    counts[row.table] = (counts[row.table] ?? 0) + 1;
    if (number % EVERY === 0) yield { phase: 'import', done: readBytes, total };
  }
  if (header === null || footer === null) throw broken(path, number, 'is the last, and the end is missing');
  const isWhole = Object.entries(footer.rows).every(([table, rows]) => (counts[table] ?? 0) === rows);
  if (!isWhole || hash.digest('hex') !== footer.sha256) throw broken(path, number, 'says that others stood before it');
  connection.exec('COMMIT');
  return { header, footer, refused };
}
