import type { PresentClock } from '../clock.ts';
import type { Connection } from '../db/database.ts';
import { compareRows, type Compared, type Comparison } from './compare-rows.ts';
import { refold, type Unfoldable } from './refold.ts';
import { LOOKED_AT, openScratch } from './scratch.ts';
import type { Steps } from './steps.ts';
import { FOLDED_TABLES } from './tables.ts';

export type FoldCheck = {
  readonly unfoldable: readonly Unfoldable[];
  readonly tables: Readonly<Record<string, Compared>>;
  /** Tables, indexes and triggers that a database of this schema has and this one does not. */
  readonly missingObjects: readonly string[];
};

const numbersOf = (connection: Connection, sql: string, ...values: readonly unknown[]): ReadonlySet<string> =>
  new Set(
    connection
      .prepare<unknown[], number>(sql)
      .pluck()
      .all(...values)
      .map(String),
  );

const missingIn = (connection: Connection): string[] =>
  connection
    .prepare<[], string>(
      `SELECT type || ' ' || name FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite_%'
       EXCEPT SELECT type || ' ' || name FROM ${LOOKED_AT}.sqlite_schema`,
    )
    .pluck()
    .all();

const WORDS = { is: 'words_as_they_are', folds: 'words_as_they_fold' } as const;

/** The words of all tickets with how often they stand, of both indexes. */
const openWords = (connection: Connection): void => {
  for (const [name, schema] of [
    [WORDS.is, LOOKED_AT],
    [WORDS.folds, 'main'],
  ]) {
    connection.exec(`CREATE VIRTUAL TABLE temp.${name} USING fts5vocab(${schema}, ticket_search, row)`);
  }
};

const compareWords = (connection: Connection): Compared => {
  const other = connection
    .prepare<[], { term: string; side: string }>(
      `SELECT term, min(side) AS side FROM (
         SELECT term, doc, cnt, 'is' AS side FROM temp.${WORDS.is} UNION ALL SELECT term, doc, cnt, 'folds' FROM temp.${WORDS.folds}
       ) GROUP BY term, doc, cnt HAVING count(*) = 1`,
    )
    .all();
  const rows = Number(connection.prepare(`SELECT count(*) FROM temp.${WORDS.folds}`).pluck().get());
  const samples = other
    .slice(0, 10)
    .map(({ term }) => ({ table: 'ticket_search', key: term, kind: 'other' as const, columns: [] }));
  return { rows, different: other.length, waiting: 0, samples };
};

/**
 * Folds everything again and compares it with every folded table: rows, what reports read, and the words of the search. A row whose time
 * has come and that nobody looked at yet is waiting, not different. The database at `path` is of the present schema.
 */
export function* checkFolds(path: string, clock: PresentClock): Steps<FoldCheck> {
  const scratch = openScratch(path);
  const { connection } = scratch;
  try {
    // One state of it, whoever writes meanwhile.
    const nowMs = clock.nowMs();
    const unfoldable = yield* refold(scratch, clock);
    connection.exec('BEGIN');
    const overdue = numbersOf(
      connection,
      `SELECT ticket_id FROM ${LOOKED_AT}.ticket WHERE next_event_at_ms <= ?`,
      nowMs,
    );
    const nextTier = numbersOf(
      connection,
      `SELECT customer_id FROM ${LOOKED_AT}.customer WHERE next_tier_at_ms <= ?`,
      nowMs,
    );
    const isOverdue = (_row: unknown, key: string): boolean => overdue.has(key);
    const SPECIAL: Readonly<Record<string, Partial<Comparison>>> = {
      customer: { isWaiting: (_row, key) => nextTier.has(key) },
      ticket: { isWaiting: isOverdue },
      // It counts them with all the others.
      ticket_tally: { isWaiting: () => overdue.size > 0 },
      // Made when the first report is asked for, where tickets were there before.
      ticket_report: { isWaiting: isOverdue, mayMiss: true },
    };
    const tables: Record<string, Compared> = {};
    for (const table of FOLDED_TABLES) {
      tables[table] = yield* compareRows(connection, { table, is: LOOKED_AT, folds: 'main', ...SPECIAL[table] });
    }
    tables['ticket_search_docsize'] = yield* compareRows(connection, {
      ...{ table: 'ticket_search_docsize', is: LOOKED_AT, folds: 'main', isWaiting: isOverdue },
      columns: [
        { name: 'id', type: 'INTEGER', isKey: true },
        { name: 'sz', type: 'BLOB', isKey: false },
      ],
    });
    yield { phase: 'words', done: 0, total: 0 };
    if (overdue.size === 0) {
      openWords(connection);
      tables['ticket_search'] = compareWords(connection);
    }
    return { unfoldable, tables, missingObjects: missingIn(connection) };
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    scratch.close();
  }
}
