import type { Statement } from 'better-sqlite3';
import type { QueueFilter, QueueRow, QueueSort } from '../../../shared/ipc/schemas.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { Level, Ticket } from '../../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';
import { filterSql, orderSql, searchQuery, tableSql, type Looking } from './queue-filter-sql.ts';

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

/** SQLite's word for it. */
const NO_LIMIT = -1;

export type FacetRow = Pick<Ticket, 'state' | 'tier' | 'level' | 'assignee' | 'escalatedTo'> & {
  readonly queueGroup: number;
  readonly atRiskAtMs: InstantMs | null;
  readonly breachAfterMs: InstantMs | null;
};

const FACETS = `state, tier, level, assignee, escalated_to AS escalatedTo, queue_group AS queueGroup, at_risk_at_ms AS atRiskAtMs, breach_after_ms AS breachAfterMs`;

/**
 * Reads of the queue. A page is found on an index first and only its rows are then read, so a deep offset costs a walk along the index
 * and no more.
 */
export const createQueueRepo = (connection: Connection) => {
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

  /** The best matches of a search first; a match in the reference weighs most, then in the title. */
  const rankedIds = (query: string, filter: QueueFilter, offset: number, limit: number, looking: Looking): number[] => {
    const where = filterSql({ ...filter, text: '' }, looking);
    return statement(
      `SELECT ticket_id FROM (
         SELECT rowid AS found_id, bm25(ticket_search, 10, 6, 4, 2, 1) AS fit FROM ticket_search WHERE ticket_search MATCH ?
       ) JOIN ticket ON ticket_id = found_id
       WHERE ${where.text} ORDER BY fit, ticket_id DESC LIMIT ? OFFSET ?`,
    )
      .pluck()
      .all(query, ...where.parameters, limit, offset)
      .map(Number);
  };

  const pageIds = (filter: QueueFilter, sort: QueueSort, offset: number, limit: number, looking: Looking): number[] => {
    const query = sort.by === 'rank' ? searchQuery(filter.text) : null;
    if (query !== null) return rankedIds(query, filter, offset, limit, looking);
    const where = filterSql(filter, looking);
    const from = tableSql(filter, sort.by === 'rank' ? 'due' : sort.by);
    return statement(`SELECT ticket_id FROM ${from} WHERE ${where.text} ORDER BY ${orderSql(sort)} LIMIT ? OFFSET ?`)
      .pluck()
      .all(...where.parameters, limit, offset)
      .map(Number);
  };

  return {
    page: (filter: QueueFilter, sort: QueueSort, offset: number, limit: number, looking: Looking): QueueRow[] =>
      pageIds(filter, sort, offset, limit, looking).flatMap((id) => {
        const row = byId.get(id);
        return row === undefined ? [] : [toQueueRow(row)];
      }),
    ids: (filter: QueueFilter, sort: QueueSort, limit: number, looking: Looking): number[] =>
      pageIds(filter, sort, 0, limit, looking),
    /** The next ticket that is due, nobody's, at a level, and not waiting for the customer. */
    nextAt: (level: Level): number | null => next.get(level) ?? null,
    count: (filter: QueueFilter, looking: Looking): number => {
      const where = filterSql(filter, looking);
      return Number(
        statement(
          `SELECT count(*) FROM ${where.text === 'TRUE' ? 'ticket' : tableSql(filter, 'due')} WHERE ${where.text}`,
        )
          .pluck()
          .get(...where.parameters),
      );
    },
    position: (filter: QueueFilter, sort: QueueSort, id: number, looking: Looking): number | null => {
      const position = pageIds(filter, sort, 0, NO_LIMIT, looking).indexOf(id);
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
      const rows = statement(
        `SELECT ${column} AS value, count(*) AS count FROM ${tableSql(filter, 'due')} WHERE ${where.text} GROUP BY ${column} ORDER BY count DESC, value LIMIT ?`,
      ).all(...where.parameters, limit);
      return rows as { value: string | null; count: number }[];
    },
    /** What the counts look at, of every ticket that the words, priorities and levels of a filter let through. */
    facets: (filter: QueueFilter, looking: Looking): FacetRow[] => {
      const where = filterSql({ ...filter, view: 'all', states: [], tiers: [], assignees: [] }, looking);
      return statement(`SELECT ${FACETS} FROM ticket WHERE ${where.text}`).all(...where.parameters) as FacetRow[];
    },
    row: (id: number): QueueRow | null => {
      const row = byId.get(id);
      return row === undefined ? null : toQueueRow(row);
    },
    hasSamples: (): boolean => samples.get() === 1,
  };
};

export type QueueRepo = ReturnType<typeof createQueueRepo>;
