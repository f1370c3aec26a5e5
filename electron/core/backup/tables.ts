import type { Connection } from '../db/database.ts';

/** What the log comes to, made again from it at any time. */
export const FOLDED_TABLES = ['customer', 'ticket', 'ticket_tally', 'ticket_report', 'work_entry', 'session'] as const;

/** What is made again where it is missing, and means nothing elsewhere. */
const CACHES: readonly string[] = ['zone_cache'];

export type Column = { readonly name: string; readonly type: string; readonly isKey: boolean };

/** Every table that holds what cannot be made again: logs, and what people keep. A table of a later version is among them by itself. */
export const keptTables = (connection: Connection, schema = 'main'): string[] => {
  const made: readonly string[] = [...FOLDED_TABLES, ...CACHES];
  return connection
    .prepare<[string], string>(
      `SELECT name FROM pragma_table_list WHERE schema = ? AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all(schema)
    .filter((name) => !made.includes(name));
};

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table's columns in their order. */
export const columnsOf = (connection: Connection, table: string, schema = 'main'): Column[] =>
  connection
    .prepare<[string, string], { name: string; type: string; pk: number }>(
      'SELECT name, type, pk FROM pragma_table_info(?, ?)',
    )
    .all(table, schema)
    .map(({ name, type, pk }) => ({ name, type, isKey: pk > 0 }));

/** By its key: the same rows come in the same order from every copy. */
export const orderOf = (columns: readonly Column[], direction: 'ASC' | 'DESC' = 'ASC'): string => {
  const keys = columns.filter(({ isKey }) => isKey);
  return (keys.length === 0 ? columns : keys).map(({ name }) => `${quoted(name)} ${direction}`).join(', ');
};
