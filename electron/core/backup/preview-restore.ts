import BetterSqlite from 'better-sqlite3';
import { resolve } from 'node:path';
import type { HeldFacts, RestorePreview, RestoreEvents, RestoreTable } from '../../../shared/backup/backup.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';
import { asFault } from '../db/sqlite-fault.ts';
import { integrityOf, openReadOnly } from './open-read-only.ts';
import type { Steps } from './steps.ts';
import { columnsOf, keptTables, quoted } from './tables.ts';

const HERE = 'here';
const THERE = 'there';

type EventRow = { subject: string; kind: string; count: number; lastRecordedAtMs: InstantMs };

/** Events of one that the other has not, by kind. */
const onlyIn = (connection: Connection, one: string, other: string | null): RestoreEvents[] =>
  connection
    .prepare<[], EventRow>(
      `SELECT subject, kind, count(*) AS count, max(recorded_at_ms) AS lastRecordedAtMs FROM ${one}.event AS own
       ${other === null ? '' : `WHERE NOT EXISTS (SELECT 1 FROM ${other}.event AS there WHERE there.event_id = own.event_id)`}
       GROUP BY subject, kind ORDER BY count DESC, subject, kind`,
    )
    .all();

const countOf = (connection: Connection, sql: string): number => Number(connection.prepare(sql).pluck().get());

const heldBy = (connection: Connection, schema: string): HeldFacts => ({
  schema: Number(connection.pragma(`${schema}.user_version`, { simple: true })),
  tickets: countOf(connection, `SELECT count(*) FROM ${schema}.ticket`),
  customers: countOf(connection, `SELECT count(*) FROM ${schema}.customer`),
  events: countOf(connection, `SELECT count(*) FROM ${schema}.event`),
  lastRecordedAtMs:
    connection.prepare<[], number | null>(`SELECT max(recorded_at_ms) FROM ${schema}.event`).pluck().get() ?? null,
});

/** Rows of the other tables that one has and the other has not, in the columns that both know. */
function* compareTables(connection: Connection): Steps<RestoreTable[]> {
  const tables = [HERE, THERE].flatMap((schema) => keptTables(connection, schema));
  const compared: RestoreTable[] = [];
  for (const table of new Set(tables)) {
    if (table === 'event') continue;
    yield { phase: 'compare', done: compared.length, total: 0 };
    const [here, there] = [HERE, THERE].map((schema) => columnsOf(connection, table, schema).map(({ name }) => name));
    const common = (here ?? [])
      .filter((name) => there?.includes(name))
      .map(quoted)
      .join(', ');
    const minus = (a: string, b: string): number => {
      if (!keptTables(connection, a).includes(table)) return 0;
      const select = (schema: string): string =>
        `SELECT ${common === '' ? '*' : common} FROM ${schema}.${quoted(table)}`;
      const sql = common === '' ? select(a) : `${select(a)} EXCEPT ${select(b)}`;
      return countOf(connection, `SELECT count(*) FROM (${sql})`);
    };
    const [onlyHere, onlyThere] = [minus(HERE, THERE), minus(THERE, HERE)];
    if (onlyHere + onlyThere > 0) compared.push({ table, onlyHere, onlyThere });
  }
  return compared;
}

/** Why the present database cannot be compared; null where it can. */
const whyUnreadable = (path: string): string | null => {
  try {
    const { connection } = openReadOnly(path);
    try {
      return integrityOf(connection, 1)[0] ?? null;
    } finally {
      connection.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/**
 * What would be gone and what would come back if the database at `path` were replaced by the one at `from`. Writes nothing. Of a present
 * database that cannot be read, only what would come is told.
 */
export function* previewRestore(path: string, from: string): Steps<RestorePreview> {
  openReadOnly(from).connection.close();
  yield { phase: 'verify', done: 0, total: 0 };
  const unreadable = whyUnreadable(path);
  const connection = new BetterSqlite('');
  try {
    connection.prepare(`ATTACH ? AS ${THERE}`).run(resolve(from));
    if (unreadable === null) connection.prepare(`ATTACH ? AS ${HERE}`).run(resolve(path));
    connection.exec('BEGIN');
    const there = heldBy(connection, THERE);
    yield { phase: 'compare', done: 0, total: 0 };
    const onlyThere = onlyIn(connection, THERE, unreadable === null ? HERE : null);
    if (unreadable !== null) return { here: null, unreadable, there, onlyHere: [], onlyThere, tables: [] };
    const here = heldBy(connection, HERE);
    yield { phase: 'compare', done: 0, total: 0 };
    const onlyHere = onlyIn(connection, HERE, THERE);
    const tables = yield* compareTables(connection);
    return { here, unreadable: null, there, onlyHere, onlyThere, tables };
  } catch (error) {
    throw asFault(error, from);
  } finally {
    connection.close();
  }
}
