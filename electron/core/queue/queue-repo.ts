import type { Statement } from 'better-sqlite3';
import type { QueueFilter, QueueRow, QueueSort } from '../../../shared/ipc/schemas.ts';
import type { Ticket } from '../../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';
import { filterSql, orderSql, tableSql } from './queue-filter-sql.ts';

type Row = Omit<QueueRow, 'resolution' | 'firstResponse'> & { resolution: string; firstResponse: string };

const ROW = `ticket_id AS id, reference, title, customer, tier, priority, state, level, assignee,
  opened_at_ms AS openedAtMs, resolution, first_response AS firstResponse`;

export const toQueueRow = (row: Row): QueueRow => ({
  ...row,
  resolution: JSON.parse(row.resolution),
  firstResponse: JSON.parse(row.firstResponse),
});

export type TicketFactsRow = Pick<
  Ticket,
  | 'source'
  | 'category'
  | 'requester'
  | 'channel'
  | 'language'
  | 'group'
  | 'respondedAtMs'
  | 'resolvedAtMs'
  | 'closedAtMs'
  | 'reopenCount'
> & { readonly isBeta: 0 | 1 };

export type FacetRow = Pick<Ticket, 'state' | 'tier' | 'assignee'> & {
  readonly queueGroup: number;
  readonly atRiskAtMs: InstantMs | null;
  readonly breachAfterMs: InstantMs | null;
};

const FACETS = `state, tier, assignee, queue_group AS queueGroup, at_risk_at_ms AS atRiskAtMs, breach_after_ms AS breachAfterMs`;

const FACTS = `source, category, is_beta AS isBeta, requester, channel, language, group_name AS "group",
  responded_at_ms AS respondedAtMs, resolved_at_ms AS resolvedAtMs, closed_at_ms AS closedAtMs, reopen_count AS reopenCount`;

/**
 * Reads of the queue. A page is found on an index first and only its rows are then read, so a deep offset costs a walk along the index
 * and no more.
 */
export const createQueueRepo = (connection: Connection) => {
  const byId = connection.prepare<[number], Row>(`SELECT ${ROW} FROM ticket WHERE ticket_id = ?`);
  const facts = connection.prepare<[number], TicketFactsRow>(`SELECT ${FACTS} FROM ticket WHERE ticket_id = ?`);
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

  return {
    page: (filter: QueueFilter, sort: QueueSort, offset: number, limit: number, nowMs: InstantMs): QueueRow[] => {
      const where = filterSql(filter, nowMs);
      const from = tableSql(filter, sort.by);
      const ids = statement(
        `SELECT ticket_id FROM ${from} WHERE ${where.text} ORDER BY ${orderSql(sort)} LIMIT ? OFFSET ?`,
      )
        .pluck()
        .all(...where.parameters, limit, offset);
      return ids.flatMap((id) => {
        const row = byId.get(Number(id));
        return row === undefined ? [] : [toQueueRow(row)];
      });
    },
    count: (filter: QueueFilter, nowMs: InstantMs): number => {
      const where = filterSql(filter, nowMs);
      return Number(
        statement(
          `SELECT count(*) FROM ${where.text === 'TRUE' ? 'ticket' : tableSql(filter, 'due')} WHERE ${where.text}`,
        )
          .pluck()
          .get(...where.parameters),
      );
    },
    position: (filter: QueueFilter, sort: QueueSort, id: number, nowMs: InstantMs): number | null => {
      const where = filterSql(filter, nowMs);
      const from = tableSql(filter, sort.by);
      const ids = statement(`SELECT ticket_id FROM ${from} WHERE ${where.text} ORDER BY ${orderSql(sort)}`)
        .pluck()
        .all(...where.parameters);
      const position = ids.indexOf(id);
      return position < 0 ? null : position;
    },
    /** `column` of every ticket that the filter lets through, with how many have each value. */
    countsBy: (
      column: 'state' | 'tier' | 'assignee',
      filter: QueueFilter,
      nowMs: InstantMs,
      limit: number,
    ): { value: string | null; count: number }[] => {
      const where = filterSql(filter, nowMs);
      const rows = statement(
        `SELECT ${column} AS value, count(*) AS count FROM ${tableSql(filter, 'due')} WHERE ${where.text} GROUP BY ${column} ORDER BY count DESC, value LIMIT ?`,
      ).all(...where.parameters, limit);
      return rows as { value: string | null; count: number }[];
    },
    /** What the counts look at, of every ticket that the words, priorities and levels of a filter let through. */
    facets: (filter: QueueFilter, nowMs: InstantMs): FacetRow[] => {
      const where = filterSql({ ...filter, view: 'all', states: [], tiers: [], assignees: [] }, nowMs);
      return statement(`SELECT ${FACETS} FROM ticket WHERE ${where.text}`).all(...where.parameters) as FacetRow[];
    },
    row: (id: number): QueueRow | null => {
      const row = byId.get(id);
      return row === undefined ? null : toQueueRow(row);
    },
    hasSamples: (): boolean => samples.get() === 1,
    facts: (id: number): TicketFactsRow | null => facts.get(id) ?? null,
  };
};

export type QueueRepo = ReturnType<typeof createQueueRepo>;
