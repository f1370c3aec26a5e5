import { createHash } from 'node:crypto';
import type { Connection } from '../db/database.ts';
import type { Steps } from './steps.ts';
import { columnsOf, keptTables, orderOf, quoted } from './tables.ts';

export type Exported = { readonly rows: Readonly<Record<string, number>>; readonly sha256: string };

export type Cell = string | number | bigint | Buffer | null;

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

/** A value of a row as an export writes it. */
export const toJson = (cell: Cell): unknown => {
  if (typeof cell === 'string') return embedded(cell);
  return Buffer.isBuffer(cell) ? cell.toString('hex') : cell;
};

const EVERY = 500;

/** What is told of a table that cannot be read to its end, where what can be read is all that is wanted. */
export type OnDamage = (table: string, error: unknown) => void;

type Walk = { readonly isBackwards: boolean; readonly until: string | null };

/** A table's rows as lines, each with its key as one text to compare; backwards down to a key, which is left out. */
function* walk(connection: Connection, table: string, { isBackwards, until }: Walk) {
  const columns = columnsOf(connection, table);
  const names = columns.map(({ name }) => name);
  const order = orderOf(columns, isBackwards ? 'DESC' : 'ASC');
  const select = connection.prepare<[], Cell[]>(
    `SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table)} ORDER BY ${order}`,
  );
  for (const cells of select.raw().iterate()) {
    const key = JSON.stringify(cells.filter((_, i) => columns[i]?.isKey === true).map(toJson));
    if (key === until) return;
    const row = Object.fromEntries(cells.map((cell, i) => [names[i] ?? '', toJson(cell)]));
    yield { key, line: `${JSON.stringify({ table, row })}\n` };
  }
}

/**
 * A line of each row that cannot be made again, table by table in the order of their names, row by row in that of their keys: the same
 * content is the same lines, and the same hash, in every copy. `write` gets them with their line ends. Where damage is told and not thrown,
 * the rows behind it follow, the last first.
 */
export function* exportLines(
  connection: Connection,
  write: (line: string) => void,
  onDamage: OnDamage | null = null,
): Steps<Exported> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const tables = keptTables(connection);
  const total = tables.reduce((sum, table) => sum + countOf(connection, table, onDamage), 0);
  let done = 0;
  let last: string | null = null;
  function* take(table: string, how: Walk): Steps<void> {
    for (const { key, line } of walk(connection, table, how)) {
      hash.update(line);
      write(line);
      if (!how.isBackwards) last = key;
      rows[table] = (rows[table] ?? 0) + 1;
      if (++done % EVERY === 0) yield { phase: 'export', done, total };
    }
  }
  for (const table of tables) {
    rows[table] = 0;
    last = null;
    try {
      yield* take(table, { isBackwards: false, until: null });
    } catch (error) {
      if (onDamage === null) throw error;
      onDamage(table, error);
      try {
        yield* take(table, { isBackwards: true, until: last });
      } catch {
        // The other side of the same damage.
      }
    }
  }
  return { rows, sha256: hash.digest('hex') };
}

const countOf = (connection: Connection, table: string, onDamage: OnDamage | null): number => {
  try {
    return Number(
      connection
        .prepare(`SELECT count(*) FROM ${quoted(table)}`)
        .pluck()
        .get(),
    );
  } catch (error) {
    if (onDamage === null) throw error;
    return 0;
  }
};
