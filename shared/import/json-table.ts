/** A JSON list of flat records, seen as a table. */
export type JsonTable = {
  readonly names: readonly string[];
  readonly records: readonly unknown[];
  /** Shorter where a record ends before the last name, and with holes where it tells nothing. */
  readonly cellsOf: (record: unknown) => readonly string[];
};

const LIST_NAMES = ['results', 'result', 'tickets', 'records', 'data', 'items', 'issues', 'rows', 'value'] as const;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of an answer: a list, a list under one of its usual names, or one record. */
export const recordsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return [];
  for (const name of LIST_NAMES) {
    const list = value[name];
    if (Array.isArray(list)) return list;
  }
  return [value];
};

const NAMES_OF_NESTED = ['display_value', 'name', 'value', 'id'] as const;

/** A JSON value as a cell of a table: what it is called, where it is an object with a name. */
export const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isRecord(value)) return '';
  for (const name of NAMES_OF_NESTED) {
    const nested = value[name];
    if (typeof nested === 'string' || typeof nested === 'number') return String(nested);
  }
  return '';
};

const HEAD_RECORDS = 1_000;
/** No export has so many; one that names a column for each record would. */
const MOST_NAMES = 20_000;

/**
 * A JSON value as a table; columns are the keys of its first thousand records. A number in a column of times counts seconds or
 * milliseconds since 1970, and is written `@1700000000` so that nothing else is taken for one.
 */
export const tableOf = (value: unknown, isTimeName: (name: string) => boolean): JsonTable => {
  const records = recordsOf(value);
  const places = new Map<string, number>();
  for (const record of records.slice(0, HEAD_RECORDS)) {
    if (!isRecord(record)) continue;
    for (const name of Object.keys(record)) {
      if (places.size < MOST_NAMES && !places.has(name)) places.set(name, places.size);
    }
  }
  const names = [...places.keys()];
  const isTime = names.map(isTimeName);
  return {
    names,
    records,
    cellsOf: (record) => {
      const cells: string[] = [];
      if (!isRecord(record)) return cells;
      // By what the record has: of wide tables most records tell little.
      for (const [name, told] of Object.entries(record)) {
        const index = places.get(name);
        if (index !== undefined)
          cells[index] = typeof told === 'number' && isTime[index] === true ? `@${told}` : cellOf(told);
      }
      return cells;
    },
  };
};
