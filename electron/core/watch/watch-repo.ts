import type { Alarm } from '../../../shared/ipc/watch-schemas.ts';
import type { AlarmKind, DueAlarm, WatchedTicket } from '../../../shared/watch/alarm.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

/** What no ticket is called. */
const NO_TICKET = 0;

/** An open ticket, as far as time makes alarms of it. */
export type WatchRow = WatchedTicket & { readonly ticketId: number };
/** An alarm that may be new; of no ticket where `ticketId` is null. */
export type NewAlarm = DueAlarm & { readonly ticketId: number | null };
type Span = { readonly actor: string; readonly fromMs: InstantMs; readonly nowMs: InstantMs };
type Snoozed = { readonly alarmId: number; readonly kind: AlarmKind; readonly ticketId: number };
type KeptAlarm = Omit<Alarm, 'isSeen' | 'isOver'> & { readonly isSeen: number; readonly isOver: number };

const SELECT_ROW = `SELECT ticket_id AS ticketId, assignee, owner, level, escalated_to AS escalatedTo,
  at_risk_at_ms AS atRiskAtMs, breach_after_ms AS breachAfterMs, wake_at_ms AS wakeAtMs, remind_at_ms AS remindAtMs FROM ticket`;

/** Tickets with an instant of a kind in a span that was not told yet. */
const passed = (kind: AlarmKind, column: string): string =>
  `SELECT ticket_id FROM ticket WHERE queue_group < 4 AND ${column} >= @fromMs AND ${column} <= @nowMs AND NOT EXISTS (
     SELECT 1 FROM alarm WHERE actor = @actor AND alarm.ticket_id = ticket.ticket_id AND kind = '${kind}' AND due_at_ms = ${column}
   )`;

const next = (column: string, earliest = `${column} > @nowMs`): string =>
  `SELECT min(${column}) AS ms FROM ticket WHERE queue_group < 4 AND ${earliest}`;

const SELECT_ALARM = `SELECT alarm_id AS id, kind, nullif(alarm.ticket_id, ${NO_TICKET}) AS ticketId, reference, title, customer, priority,
  due_at_ms AS dueAtMs, told_at_ms AS toldAtMs, snoozed_until_ms AS snoozedUntilMs, is_seen AS isSeen,
  alarm.ticket_id <> ${NO_TICKET} AND coalesce(queue_group, 4) >= 4 AS isOver
  FROM alarm LEFT JOIN ticket ON ticket.ticket_id = alarm.ticket_id`;

const toAlarm = ({ isSeen, isOver, ...row }: KeptAlarm): Alarm => ({
  ...row,
  isSeen: isSeen === 1,
  isOver: isOver === 1,
});

/** Alarms in the database, and the rows that make them. */
export const createWatchRepo = (connection: Connection) => {
  const inSpan = connection.prepare<[Span], WatchRow>(
    `${SELECT_ROW} WHERE ticket_id IN (${[
      passed('breached', 'breach_after_ms'),
      passed('atRisk', 'at_risk_at_ms'),
      passed('wakeUp', 'wake_at_ms'),
      passed('remind', 'remind_at_ms'),
    ].join(' UNION ')})`,
  );
  const byIds = connection.prepare<[string], WatchRow>(
    `${SELECT_ROW} WHERE queue_group < 4 AND ticket_id IN (SELECT value FROM json_each(?))`,
  );
  const nextInstant = connection
    .prepare<[{ nowMs: InstantMs; actor: string }], number | null>(
      `SELECT min(ms) FROM (${[
        next('at_risk_at_ms'),
        // Breached a moment after it, not at it.
        `SELECT ms + 1 AS ms FROM (${next('breach_after_ms', 'breach_after_ms >= @nowMs')})`,
        next('wake_at_ms'),
        next('remind_at_ms'),
        'SELECT min(next_event_at_ms) AS ms FROM ticket WHERE next_event_at_ms > @nowMs',
        'SELECT min(snoozed_until_ms) AS ms FROM alarm WHERE actor = @actor AND snoozed_until_ms > @nowMs',
      ].join(' UNION ALL ')})`,
    )
    .pluck();
  const insert = connection
    .prepare<[string, AlarmKind, number, InstantMs, InstantMs], number>(
      `INSERT INTO alarm (actor, kind, ticket_id, due_at_ms, told_at_ms) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING RETURNING alarm_id`,
    )
    .pluck();
  const known = connection
    .prepare<[string, number, AlarmKind, InstantMs], number>(
      'SELECT alarm_id FROM alarm WHERE actor = ? AND ticket_id = ? AND kind = ? AND due_at_ms = ?',
    )
    .pluck();
  const endedSnoozes = connection.prepare<[string, InstantMs], Snoozed>(
    'SELECT alarm_id AS alarmId, kind, ticket_id AS ticketId FROM alarm WHERE actor = ? AND snoozed_until_ms <= ?',
  );
  const wake = connection.prepare(
    'UPDATE alarm SET snoozed_until_ms = NULL, told_at_ms = ?, is_seen = 0 WHERE alarm_id = ?',
  );
  const drop = connection.prepare('UPDATE alarm SET snoozed_until_ms = NULL WHERE alarm_id = ?');
  const snooze = connection.prepare(
    'UPDATE alarm SET snoozed_until_ms = ?, is_seen = 1 WHERE actor = ? AND alarm_id IN (SELECT value FROM json_each(?))',
  );
  const see = connection.prepare(
    'UPDATE alarm SET is_seen = 1 WHERE actor = ? AND alarm_id IN (SELECT value FROM json_each(?))',
  );
  const seeAll = connection.prepare('UPDATE alarm SET is_seen = 1 WHERE actor = ? AND is_seen = 0');
  const byAlarmIds = connection.prepare<[string], KeptAlarm>(
    `${SELECT_ALARM} WHERE alarm_id IN (SELECT value FROM json_each(?))`,
  );
  const latest = connection.prepare<[string, number], KeptAlarm>(
    `${SELECT_ALARM} WHERE actor = ? ORDER BY told_at_ms DESC, kind = 'breached' DESC, due_at_ms DESC, alarm_id LIMIT ?`,
  );
  const unseenCount = connection
    .prepare<[string], number>(
      `SELECT count(*) FROM alarm LEFT JOIN ticket ON ticket.ticket_id = alarm.ticket_id
       WHERE actor = ? AND is_seen = 0 AND (alarm.ticket_id = ${NO_TICKET} OR queue_group < 4)`,
    )
    .pluck();
  const forget = connection.prepare(
    `DELETE FROM alarm WHERE told_at_ms < ? AND ticket_id NOT IN (SELECT ticket_id FROM ticket WHERE queue_group < 4)
     AND ticket_id <> ${NO_TICKET}`,
  );

  return {
    /** Open tickets with an instant of the span that was not told yet. */
    inSpan: (span: Span): WatchRow[] => inSpan.all(span),
    byIds: (ids: readonly number[]): WatchRow[] => byIds.all(JSON.stringify(ids)),
    /** The next instant at which something changes by the mere passing of time. */
    nextInstant: (actor: string, nowMs: InstantMs): InstantMs | null => nextInstant.get({ nowMs, actor }) ?? null,
    /** The new alarm's id; null where it was told before. */
    add: (_writer: Writer, actor: string, { kind, dueAtMs, ticketId }: NewAlarm, nowMs: InstantMs) =>
      insert.get(actor, kind, ticketId ?? NO_TICKET, dueAtMs, nowMs) ?? null,
    isTold: (actor: string, { kind, dueAtMs, ticketId }: NewAlarm): boolean =>
      known.get(actor, ticketId ?? NO_TICKET, kind, dueAtMs) !== undefined,
    endedSnoozes: (actor: string, nowMs: InstantMs): Snoozed[] => endedSnoozes.all(actor, nowMs),
    tellAgain: (_writer: Writer, alarmId: number, nowMs: InstantMs): void => void wake.run(nowMs, alarmId),
    endSnooze: (_writer: Writer, alarmId: number): void => void drop.run(alarmId),
    snooze: (_writer: Writer, actor: string, ids: readonly number[], untilMs: InstantMs): void =>
      void snooze.run(untilMs, actor, JSON.stringify(ids)),
    /** Null: all of them. */
    see: (_writer: Writer, actor: string, ids: readonly number[] | null): void =>
      void (ids === null ? seeAll.run(actor) : see.run(actor, JSON.stringify(ids))),
    alarms: (ids: readonly number[]): Alarm[] => byAlarmIds.all(JSON.stringify(ids)).map(toAlarm),
    latest: (actor: string, most: number): Alarm[] => latest.all(actor, most).map(toAlarm),
    unseenCount: (actor: string): number => unseenCount.get(actor) ?? 0,
    /** Alarms of long ago whose tickets are finished. */
    forget: (_writer: Writer, beforeMs: InstantMs): void => void forget.run(beforeMs),
  };
};
