import { createHash } from 'node:crypto';
import type { Connection } from '../db/database.ts';
import type { Steps } from './steps.ts';
import { columnsOf, keptTables, orderOf, quoted } from './tables.ts';

export type Exported = { readonly rows: Readonly<Record<string, number>>; readonly sha256: string };

type Cell = string | number | bigint | Buffer | null;

/** JSON that is written back just as it stands is JSON in the export too: texts in texts are hard to read. */
const embedded = (text: string): unknown => {
  if (!text.startsWith('{') && !text.startsWith('[')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : text;
  } catch {
    return text;
  }
};

const toJson = (cell: Cell): unknown => {
  if (typeof cell === 'string') return embedded(cell);
  return Buffer.isBuffer(cell) ? cell.toString('hex') : cell;
};

const EVERY = 500;

/** What is told of a table that cannot be read to its end, where what can be read is all that is wanted. */
export type OnDamage = (table: string, error: unknown) => void;

/**
 * A line of each row that cannot be made again, table by table in the order of their names, row by row in that of their keys: the same
 * content is the same lines, and the same hash, in every copy. `write` gets them with their line ends.
 */
export function* exportLines(
  connection: Connection,
  write: (line: string) => void,
  onDamage: OnDamage | null = null,
): Steps<Exported> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const total = keptTables(connection).reduce((sum, table) => sum + countOf(connection, table, onDamage), 0);
  let done = 0;
  for (const table of keptTables(connection)) {
    rows[table] = 0;
    const columns = columnsOf(connection, table);
    const names = columns.map(({ name }) => name);
    const select = connection.prepare<[], Cell[]>(
      `SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table)} ORDER BY ${orderOf(columns)}`,
    );
    try {
      for (const cells of select.raw().iterate()) {
        const row = Object.fromEntries(cells.map((cell, i) => [names[i] ?? '', toJson(cell)]));
        const line = `${JSON.stringify({ table, row })}\n`;
        hash.update(line);
        write(line);
        rows[table]++;
        if (++done % EVERY === 0) yield { phase: 'export', done, total };
      }
    } catch (error) {
      if (onDamage === null) throw error;
      onDamage(table, error);
    }
  }
  return { rows, sha256: hash.digest('hex') };
}

const countOf = (connection: Connection, table: string, onDamage: OnDamage | null): number => {
  try {
    return Number(connection.prepare(`SELECT count(*) FROM ${quoted(table)}`).pluck().get());
  } catch (error) {
    if (onDamage === null) throw error;
    return 0;
  }
};
