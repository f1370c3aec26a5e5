import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import { WAITING_STATES, type Level } from '../../../shared/ticket/ticket.ts';
import type { TierId } from '../../../shared/sla/policy.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';

/** Open tickets that have somebody, a level and a tier in common. */
export type LoadGroup = {
  readonly assignee: string | null;
  readonly level: Level;
  readonly tier: TierId;
  readonly open: number;
  readonly breached: number;
  readonly atRisk: number;
  readonly running: number;
  readonly waiting: number;
  readonly escalated: number;
};
type Tallied = Omit<LoadGroup, 'breached' | 'atRisk' | 'running'> & { readonly due: number };
type Pressing = Pick<LoadGroup, 'assignee' | 'level' | 'tier' | 'breached' | 'atRisk'>;
export type Since = { readonly ticketId: number; readonly sinceMs: InstantMs };
type Now = { readonly nowMs: InstantMs };

const OPEN = `queue_group < ${QUEUE_GROUPS.finished}`;
const DUE = `queue_group = ${QUEUE_GROUPS.due}`;
const BREACHED = `${DUE} AND breach_after_ms < @nowMs`;
const INDEX = 'ticket INDEXED BY ticket_by_due';
const BY_DUE = 'queue_group, queue_key, reference, ticket_id';
const NEXT = (column: string, from: string): string =>
  `SELECT min(${column}) AS ms FROM ticket WHERE ${OPEN} AND ${column} ${from}`;

/** What the wall reads of tickets: all of it from indexes, but the rows that it shows. */
export const createWallRepo = (connection: Connection) => {
  const tallied = connection.prepare<[], Tallied>(
    `SELECT assignee, level, tier, sum(count) AS open, sum(iif(${DUE}, count, 0)) AS due,
       sum(iif(state IN (${WAITING_STATES.map((state) => `'${state}'`).join(', ')}), count, 0)) AS waiting,
       sum(iif(escalated_to IS NULL, 0, count)) AS escalated
     FROM ticket_tally WHERE ${OPEN} GROUP BY assignee, level, tier`,
  );
  const pressing = connection.prepare<[Now], Pressing>(
    `SELECT assignee, level, tier, sum(breach_after_ms < @nowMs) AS breached, sum(breach_after_ms >= @nowMs) AS atRisk
     FROM ${INDEX} WHERE ${DUE} AND (breach_after_ms < @nowMs OR at_risk_at_ms <= @nowMs) GROUP BY assignee, level, tier`,
  );
  const breached = connection
    .prepare<[Now & { most: number }], number>(
      `SELECT ticket_id FROM ${INDEX} WHERE ${BREACHED}
       ORDER BY priority IS NULL, priority, queue_key, reference, ticket_id LIMIT @most`,
    )
    .pluck();
  const running = connection
    .prepare<[Now & { most: number }], number>(
      `SELECT ticket_id FROM ${INDEX} WHERE ${DUE} AND breach_after_ms >= @nowMs ORDER BY ${BY_DUE} LIMIT @most`,
    )
    .pluck();
  const unassigned = connection
    .prepare<[number], number>(
      `SELECT ticket_id FROM ${INDEX} WHERE ${OPEN} AND assignee IS NULL ORDER BY ${BY_DUE} LIMIT ?`,
    )
    .pluck();
  const longest = (column: 'waiting_since_ms' | 'escalated_at_ms') =>
    connection.prepare<[number], Since>(
      `SELECT ticket_id AS ticketId, ${column} AS sinceMs FROM ticket WHERE ${column} IS NOT NULL
       ORDER BY ${column}, ticket_id LIMIT ?`,
    );
  const waits = longest('waiting_since_ms');
  const escalations = longest('escalated_at_ms');
  const nextTurn = connection
    .prepare<[Now], InstantMs | null>(
      `SELECT min(ms) FROM (${[
        NEXT('at_risk_at_ms', '> @nowMs'),
        // Breached a moment after it, not at it.
        `SELECT ms + 1 AS ms FROM (${NEXT('breach_after_ms', '>= @nowMs')})`,
        'SELECT min(next_event_at_ms) AS ms FROM ticket WHERE next_event_at_ms > @nowMs',
      ].join(' UNION ALL ')})`,
    )
    .pluck();
  const customers = connection
    .prepare<[], number>('SELECT customer_id FROM customer WHERE merged_into IS NULL')
    .pluck();
  const lastSeq = connection.prepare<[], number | null>('SELECT max(seq) FROM event').pluck();
  const anyOfCustomers = connection
    .prepare<[number], number>("SELECT 1 FROM event WHERE seq > ? AND +subject = 'customer' LIMIT 1")
    .pluck();

  return {
    groups: (nowMs: InstantMs): LoadGroup[] => {
      const keyOf = ({ assignee, level, tier }: Pick<LoadGroup, 'assignee' | 'level' | 'tier'>): string =>
        JSON.stringify([assignee, level, tier]);
      const now = new Map(pressing.all({ nowMs }).map((group) => [keyOf(group), group]));
      return tallied.all().map(({ due, ...group }) => {
        const { breached, atRisk } = now.get(keyOf(group)) ?? { breached: 0, atRisk: 0 };
        return { ...group, breached, atRisk, running: due - breached };
      });
    },
    breached: (nowMs: InstantMs, most: number): number[] => breached.all({ nowMs, most }),
    running: (nowMs: InstantMs, most: number): number[] => running.all({ nowMs, most }),
    unassigned: (most: number): number[] => unassigned.all(most),
    waits: (most: number): Since[] => waits.all(most),
    escalations: (most: number): Since[] => escalations.all(most),
    /** When the passing of time next changes how a ticket stands; null where it never does. */
    nextTurnMs: (nowMs: InstantMs): InstantMs | null => nextTurn.get({ nowMs }) ?? null,
    isOpen: (): boolean => connection.open,
    customers: (): number[] => customers.all(),
    lastSeq: (): number => lastSeq.get() ?? 0,
    /** Whether anything was recorded of customers after an entry of the log. */
    hasCustomerEventsSince: (seq: number): boolean => anyOfCustomers.get(seq) !== undefined,
  };
};

export type WallRepo = ReturnType<typeof createWallRepo>;
