import type { Statement } from 'better-sqlite3';
import { setImmediate as later } from 'node:timers/promises';
import type { Database } from '../db/database.ts';

/** What the views and the counts of a search ask of a ticket. */
export type TicketKind = {
  readonly queueGroup: number;
  readonly state: string;
  readonly tier: string;
  readonly level: string;
  readonly assignee: string | null;
  readonly escalatedTo: string | null;
};

export type KindCount = TicketKind & { readonly count: number };

type Row = [number, number, string, string, string, string | null, string | null];
type Place = [group: number, key: number, reference: string, ticketId: number];

const COLUMNS = 'ticket_id, queue_group, state, tier, level, assignee, escalated_to';
const ORDER = 'queue_group, queue_key, reference, ticket_id';
/** Rows that are read between two other calls. */
const AT_ONCE = 10_000;
/** Another process may write while all is read; it is not read for ever. */
const MOST_READINGS = 3;
/** Up to so many hits are looked up one by one. */
const FEW = 4_000;

/**
 * How many hits of a search are of which kind. Each ticket's kind is kept as a number of two or four bytes: read once, a few thousand at a
 * time, and after a commit again for the tickets that it changed.
 */
export const createTicketKinds = (database: Database, statement: (sql: string) => Statement<unknown[]>) => {
  let numbers = new Map<string, number>();
  let different: TicketKind[] = [];
  /** By ticket; 0 where there is none. */
  let kinds = new Uint32Array(0);
  let isWhole = false;
  const changed = new Set<number>();
  /** Commits that told which tickets they changed, and the version of the data when all was read. */
  let notes = 0;
  let read = { commits: 0, foreign: '' };

  const versionNow = (): typeof read => {
    const [commits = '', foreign = ''] = database.dataVersion().split('.');
    return { commits: Number(commits) - notes, foreign };
  };

  const numberOf = ([, queueGroup, state, tier, level, assignee, escalatedTo]: Row): number => {
    const key = JSON.stringify([queueGroup, state, tier, level, assignee, escalatedTo]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    different.push({ queueGroup, state, tier, level, assignee, escalatedTo });
    numbers.set(key, different.length);
    return different.length;
  };

  const put = (row: Row): void => {
    const [id] = row;
    if (id >= kinds.length) {
      const more = new Uint32Array(Math.max(1_024, id * 1.25));
      more.set(kinds);
      kinds = more;
    }
    kinds[id] = numberOf(row);
  };

  const rowsOf = (ids: readonly number[]): Row[] => {
    const sql = `SELECT ${COLUMNS} FROM ticket WHERE ticket_id IN (SELECT value FROM json_each(?))`;
    return statement(sql).raw().all(JSON.stringify(ids)) as Row[];
  };

  const isCurrent = (): boolean => {
    const { commits, foreign } = versionNow();
    return isWhole && commits === read.commits && foreign === read.foreign;
  };

  const readChanged = (): void => {
    const ids = [...changed];
    changed.clear();
    for (const id of ids) if (id < kinds.length) kinds[id] = 0;
    for (const row of rowsOf(ids)) put(row);
  };

  const readAll = async (): Promise<void> => {
    [numbers, different, kinds, isWhole] = [new Map(), [], new Uint32Array(0), false];
    changed.clear();
    read = versionNow();
    const select = statement(
      `SELECT ${COLUMNS}, queue_key, reference FROM ticket INDEXED BY ticket_by_due
       WHERE (${ORDER}) > (?, ?, ?, ?) ORDER BY ${ORDER} LIMIT ${AT_ONCE}`,
    );
    let last: Place = [-1, 0, '', 0];
    for (;;) {
      if (!database.connection.open) return;
      const rows = select.raw().all(...last) as [...Row, key: number, reference: string][];
      for (const row of rows) put(row.slice(0, 7) as Row);
      const end = rows.at(-1);
      if (end === undefined || rows.length < AT_ONCE) break;
      last = [end[1], end[7], end[8], end[0]];
      await later();
    }
    isWhole = true;
  };

  let reading: Promise<void> | null = null;

  const tally = (rows: Iterable<number>): KindCount[] => {
    const counts = new Uint32Array(different.length + 1);
    for (const kind of rows) counts[kind] = (counts[kind] ?? 0) + 1;
    return different.flatMap((kind, i) => ((counts[i + 1] ?? 0) > 0 ? { ...kind, count: counts[i + 1] ?? 0 } : []));
  };

  return {
    /** A commit changed these tickets. */
    noteChanged: (ids: readonly number[]): void => {
      notes++;
      for (const id of ids) changed.add(id);
    },
    /** Reads what `countsOf` needs for so many hits; others are answered meanwhile. */
    prepare: async (hitCount: number): Promise<void> => {
      for (let left = MOST_READINGS; hitCount > FEW && !isCurrent() && left > 0; left--) {
        reading ??= readAll().finally(() => (reading = null));
        await reading;
        if (!database.connection.open) return;
      }
    },
    countsOf: (ids: readonly number[]): KindCount[] => {
      if (ids.length <= FEW || !isCurrent()) return tally(rowsOf(ids).map(numberOf));
      readChanged();
      return tally(ids.map((id) => kinds[id] ?? 0));
    },
  };
};
