import type { Connection } from '../db/database.ts';
import { columnsOf, orderOf, quoted, type Column } from './tables.ts';
import type { Steps } from './steps.ts';

type Row = Readonly<Record<string, unknown>>;
type Told = { readonly column: string; readonly is: string; readonly folds: string };

/** One row that is not what its events come to. */
export type Difference = {
  readonly table: string;
  readonly key: string;
  readonly kind: 'missing' | 'extra' | 'other';
  readonly columns: readonly Told[];
};

export type Compared = {
  readonly rows: number;
  readonly different: number;
  readonly waiting: number;
  readonly samples: readonly Difference[];
};

const MOST_SAMPLES = 10;
const LONGEST = 80;
const EVERY = 500;

const textOf = (value: unknown): string => {
  const text = Buffer.isBuffer(value) ? value.toString('hex') : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const isSame = (a: unknown, b: unknown): boolean => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b);

export type Comparison = {
  readonly table: string;
  /** Where the rows as they are stand, and those as they fold. */
  readonly is: string;
  readonly folds: string;
  /** Columns to compare, keys first; all where nothing is said. */
  readonly columns?: readonly Column[];
  /** A row that is not folded again yet, as is right: it is counted, and its differences are none. */
  readonly isWaiting?: (row: Row | undefined, key: string) => boolean;
  /** Rows that need not be there. */
  readonly mayMiss?: boolean;
};

/** Compares two tables row by row in the order of their keys, without holding either. */
export function* compareRows(connection: Connection, order: Comparison): Steps<Compared> {
  const { table, is, folds, isWaiting = () => false, mayMiss = false } = order;
  const columns = order.columns ?? columnsOf(connection, table, folds);
  const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => name);
  const cells = columns.map(({ name }) => quoted(name)).join(', ');
  const select = (schema: string) =>
    connection
      .prepare<[], Row>(`SELECT ${cells} FROM ${schema}.${quoted(table)} ORDER BY ${orderOf(columns)}`)
      .iterate();
  const [left, right] = [select(is), select(folds)];
  const keyOf = (row: Row): string => keys.map((name) => textOf(row[name])).join(', ');
  /** By key, as SQLite orders numbers and binary texts. */
  const compareKeys = (a: Row, b: Row): number => {
    for (const name of keys) {
      const [x, y] = [a[name], b[name]];
      if (typeof x === 'number' && typeof y === 'number' && x !== y) return x - y;
      const order = Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)));
      if (order !== 0) return order;
    }
    return 0;
  };

  let [rows, different, waiting] = [0, 0, 0];
  const samples: Difference[] = [];
  const tell = (kind: Difference['kind'], row: Row, told: readonly Told[] = []): void => {
    if (isWaiting(kind === 'missing' ? undefined : row, keyOf(row))) {
      waiting++;
      return;
    }
    different++;
    if (samples.length < MOST_SAMPLES) samples.push({ table, key: keyOf(row), kind, columns: told });
  };
  try {
    let a = left.next();
    let b = right.next();
    while (a.done !== true || b.done !== true) {
      const order = a.done === true ? 1 : b.done === true ? -1 : compareKeys(a.value, b.value);
      if (order < 0 && a.done !== true) tell('extra', a.value);
      if (order > 0 && b.done !== true && !mayMiss) tell('missing', b.value);
      if (order === 0 && a.done !== true && b.done !== true) {
        const [x, y] = [a.value, b.value];
        const others = columns.filter(({ name }) => !isSame(x[name], y[name]));
        if (others.length > 0)
          tell(
            'other',
            x,
            others.map(({ name }) => ({ column: name, is: textOf(x[name]), folds: textOf(y[name]) })),
          );
      }
      if (order <= 0) a = left.next();
      if (order >= 0) b = right.next();
      if (++rows % EVERY === 0) yield { phase: table, done: rows, total: 0 };
    }
    return { rows, different, waiting, samples };
  } finally {
    left.return?.();
    right.return?.();
  }
}
