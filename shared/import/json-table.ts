/** A JSON list of flat records, seen as a table. */
export type JsonTable = {
  readonly names: readonly string[];
  readonly records: readonly unknown[];
  readonly cellsOf: (record: unknown) => string[];
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

/**
 * A JSON value as a table; columns are the keys of its first thousand records. A number in a column of times counts seconds or
 * milliseconds since 1970, and is written `@1700000000` so that nothing else is taken for one.
 */
export const tableOf = (value: unknown, isTimeName: (name: string) => boolean): JsonTable => {
  const records = recordsOf(value);
  const names = [
    ...new Set(records.slice(0, HEAD_RECORDS).flatMap((record) => (isRecord(record) ? Object.keys(record) : []))),
  ];
  const isTime = names.map(isTimeName);
  return {
    names,
    records,
    cellsOf: (record) =>
      names.map((name, index) => {
        const told = isRecord(record) ? record[name] : undefined;
        return typeof told === 'number' && isTime[index] === true ? `@${told}` : cellOf(told);
      }),
  };
};
