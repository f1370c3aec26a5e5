import { valueAt } from '../json-path.ts';
import { cellOf, isRecord, recordsOf } from '../json-table.ts';

const HEAD_RECORDS = 200;
const MOST_NAMES = 300;

/** The records of an answer, or of its assets where tickets stand there. */
const recordsIn = (value: unknown): readonly unknown[] => {
  const assets = valueAt(value, 'assets', 'Ticket');
  return isRecord(assets) ? Object.values(assets) : recordsOf(value);
};

/** What a record holds under `fields` is as good as its own. */
const entriesOf = (record: unknown): (readonly [string, unknown])[] => {
  if (!isRecord(record)) return [];
  return Object.entries(record).flatMap(([name, value]): (readonly [string, unknown])[] =>
    name === 'fields' && isRecord(value)
      ? Object.entries(value).map(([inner, each]) => [`fields.${inner}`, each] as const)
      : [[name, value] as const],
  );
};

const isTimeName = (name: string): boolean => /(?:_at|_on|created|updated|date)$/i.test(name);

/** A JSON value as rows, to look at: columns are the keys of its first records. */
export const jsonRows = (value: unknown) => {
  const records = recordsIn(value);
  const names = [
    ...new Set(records.slice(0, HEAD_RECORDS).flatMap((record) => entriesOf(record).map(([name]) => name))),
  ].slice(0, MOST_NAMES);
  return {
    names,
    records,
    cellsOf: (record: unknown): string[] => {
      const told = new Map(entriesOf(record));
      return names.map((name) => {
        const cell = told.get(name);
        return typeof cell === 'number' && isTimeName(name) ? `@${cell}` : cellOf(cell);
      });
    },
  };
};
