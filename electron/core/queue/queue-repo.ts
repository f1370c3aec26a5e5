import type { Statement } from 'better-sqlite3';
import type { QueueFilter, QueueRow, QueueSort } from '../../../shared/ipc/schemas.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import type { Database } from '../db/database.ts';
import { filterSql, orderColumns, orderSql, type Looking } from './queue-filter-sql.ts';
import { isTallied, tableSql } from './queue-table.ts';
import { createSearchRepo, type SearchHits } from './search-repo.ts';
import { createTicketKinds, type KindCount } from './ticket-kinds.ts';

type Row = Omit<QueueRow, 'resolution' | 'firstResponse' | 'tags' | 'found'> & {
  resolution: string;
  firstResponse: string;
  tags: string;
};

const ROW = `ticket_id AS id, reference, title, customer, tier, priority, state, level, assignee, owner,
  opened_at_ms AS openedAtMs, tags, wake_at_ms AS wakeAtMs, escalated_to AS escalatedTo, version, resolution, first_response AS firstResponse`;

const toQueueRow = (row: Row): QueueRow => ({
  ...row,
  tags: JSON.parse(row.tags),
  found: null,
  resolution: JSON.parse(row.resolution),
  firstResponse: JSON.parse(row.firstResponse),
});

/** A page of a list; `total` is how many the list has, where that is known: it tells how to find the page. */
type Span = { readonly offset: number; readonly limit: number; readonly total?: number };

/** SQLite's word for it. */
const NO_LIMIT = -1;

/** Up to so many hits of a search are sorted by themselves; of more, the order's index is walked until enough are met. */
const MOST_SORTED = 4_000;
const FIRST_STRETCH = 2_000;

/**
 * Reads of the queue. A page is found on an index first and only its rows are then read, so a deep offset costs a walk along the index
 * and no more.
 */
export const createQueueRepo = (database: Database) => {
  const { connection } = database;
  const byId = connection.prepare<[number], Row>(`SELECT ${ROW} FROM ticket WHERE ticket_id = ?`);
  type Select = Statement<unknown[]>;
  const samples = connection
    .prepare<[], number>("SELECT EXISTS (SELECT 1 FROM ticket WHERE source = 'sample')")
    .pluck();
  const prepared = new Map<string, Select>();
  /** Filters have few shapes: each is prepared once. */
  const statement = (sql: string): Select => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= 200) prepared.clear();
    const made = connection.prepare<unknown[]>(sql);
    prepared.set(sql, made);
    return made;
  };

  const next = connection
    .prepare<[string], number>(
      `SELECT ticket_id FROM ticket INDEXED BY ticket_by_due
       WHERE queue_group < ${QUEUE_GROUPS.finished} AND level = ? AND assignee IS NULL AND state != 'waitingCustomer'
       ORDER BY queue_group, queue_key, reference, ticket_id LIMIT 1`,
    )
    .pluck();

  const search = createSearchRepo(database, statement);
  const kinds = createTicketKinds(database, statement);

  const listed = (sql: string, ...parameters: readonly unknown[]): number[] =>
    statement(sql)
      .pluck()
      .all(...parameters) as number[];

  /** The hits of a search in the order of a column. */
  const sortedHits = ({ ids, has }: SearchHits, sort: QueueSort, offset: number, limit: number): number[] => {
    const order = `ORDER BY ${orderSql(sort)} LIMIT ? OFFSET ?`;
    if (ids.length <= MOST_SORTED) {
      const of = 'SELECT ticket_id FROM ticket WHERE ticket_id IN (SELECT value FROM json_each(?))';
      return listed(`${of} ${order}`, JSON.stringify(ids), limit, offset);
    }
    const met: number[] = [];
    const wanted = limit < 0 ? ids.length : Math.min(ids.length, offset + limit);
    for (let from = 0, stretch = FIRST_STRETCH; met.length < wanted; from += stretch, stretch *= 4) {
      for (const id of listed(`SELECT ticket_id FROM ticket ${order}`, stretch, from)) if (has(id)) met.push(id);
    }
    return met.slice(offset, wanted);
  };

  const pageIds = (filter: QueueFilter, sort: QueueSort, span: Span, looking: Looking): number[] => {
    const { offset, limit, total } = span;
    const hits = search.hits(filter, looking);
    if (hits !== null) {
      if (sort.by !== 'rank') return sortedHits(hits, sort, offset, limit);
      return search.rankedHits(filter, looking).slice(offset, limit < 0 ? undefined : offset + limit);
    }
    const where = filterSql(filter, looking);
    const from = tableSql(filter, sort.by, total);
    return listed(
      `SELECT ticket_id FROM ${from} WHERE ${where.text} ORDER BY ${orderSql(sort)} LIMIT ? OFFSET ?`,
      ...where.parameters,
      limit,
      offset,
    );
  };

  /** How many stand before a ticket, where no column of the order may be null; null where the filter does not let it through. */
  const countBefore = (filter: QueueFilter, sort: QueueSort, id: number, looking: Looking): number | null => {
    const where = filterSql(filter, looking);
    const columns = orderColumns(sort.by).join(', ');
    const isThere = statement(`SELECT 1 FROM ticket WHERE ticket_id = ? AND ${where.text}`);
    if (isThere.get(id, ...where.parameters) === undefined) return null;
    const before = `(${columns}) ${sort.isDescending ? '>' : '<'} (SELECT ${columns} FROM ticket WHERE ticket_id = ?)`;
    const count = statement(
      `SELECT count(*) FROM ${tableSql(filter, sort.by)} WHERE ${where.text} AND ${before}`,
    ).pluck();
    return Number(count.get(...where.parameters, id));
  };

  return {
    page: (filter: QueueFilter, sort: QueueSort, span: Span, looking: Looking): QueueRow[] =>
      pageIds(filter, sort, span, looking).flatMap((id) => {
        const row = byId.get(id);
        return row === undefined ? [] : [toQueueRow(row)];
      }),
    ids: pageIds,
    /** The next ticket that is due, nobody's, at a level, and not waiting for the customer. */
    nextAt: (level: Level): number | null => next.get(level) ?? null,
    count: (filter: QueueFilter, looking: Looking): number => {
      const hits = search.hits(filter, looking);
      if (hits !== null) return hits.ids.length;
      const where = filterSql(filter, looking);
      const from = isTallied(filter) ? 'total(count) FROM ticket_tally' : `count(*) FROM ${tableSql(filter, 'due')}`;
      return Number(
        statement(`SELECT ${from} WHERE ${where.text}`)
          .pluck()
          .get(...where.parameters),
      );
    },
    position: (filter: QueueFilter, sort: QueueSort, id: number, looking: Looking): number | null => {
      const isCounted = filter.text.trim() === '' && sort.by !== 'priority';
      if (isCounted) return countBefore(filter, sort, id, looking);
      const position = pageIds(filter, sort, { offset: 0, limit: NO_LIMIT }, looking).indexOf(id);
      return position < 0 ? null : position;
    },
    /** `column` of every ticket that the filter lets through, with how many have each value. */
    countsBy: (
      column: 'state' | 'tier' | 'assignee',
      filter: QueueFilter,
      looking: Looking,
      limit: number,
    ): { value: string | null; count: number }[] => {
      const where = filterSql(filter, looking);
      const from = isTallied(filter)
        ? 'sum(count) AS count FROM ticket_tally'
        : `count(*) AS count FROM ${tableSql(filter, 'due')}`;
      const rows = statement(
        `SELECT ${column} AS value, ${from} WHERE ${where.text} GROUP BY ${column} ORDER BY 2 DESC, value LIMIT ?`,
      ).all(...where.parameters, limit);
      return rows as { value: string | null; count: number }[];
    },
    /** Of how many kinds the hits of a search are; null where the filter has no words. */
    kindsOf: (filter: QueueFilter, looking: Looking): readonly KindCount[] | null => {
      const hits = search.hits(filter, looking);
      return hits === null ? null : kinds.countsOf(hits.ids);
    },
    /** Before `kindsOf`, of so many hits. */
    prepareKinds: kinds.prepare,
    /** A commit changed these tickets. */
    noteChanged: kinds.noteChanged,
    row: (id: number): QueueRow | null => {
      const row = byId.get(id);
      return row === undefined ? null : toQueueRow(row);
    },
    hasSamples: (): boolean => samples.get() === 1,
  };
};

export type QueueRepo = ReturnType<typeof createQueueRepo>;
