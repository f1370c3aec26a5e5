import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

/** Who recorded an event, where and when. */
export type Recording = { readonly actor: string; readonly workstation: string; readonly recordedAtMs: InstantMs };

/** A ticket's events as they count, without what was voided, and how many are recorded in all. */
export type TicketLog = { readonly events: readonly TicketEvent[]; readonly version: number };

/** An event with who recorded it, to decide whether it may be voided. */
export type RecordedEvent = {
  readonly id: string;
  readonly ticketId: number;
  readonly kind: string;
  readonly actor: string;
};

type Subject = 'ticket' | 'customer';
type EventRow = { event_id: Buffer; kind: string; occurred_at_ms: number; payload: string };
type TimelineRow = EventRow & { recorded_at_ms: number; actor: string };

/** The kind that takes another event back. It is not an event of the ticket's life: it only hides one. */
const VOIDED = 'voided';

/** The one place where stored JSON becomes an event again: rows are only ever written from `TicketEvent`s. */
const toEvent = (row: EventRow): TicketEvent =>
  ({ atMs: row.occurred_at_ms, kind: row.kind, ...JSON.parse(row.payload) }) as TicketEvent;

const toUuid = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const toBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

const voidedIds = (rows: readonly EventRow[]): Set<string> =>
  new Set(
    rows
      .filter(({ kind }) => kind === VOIDED)
      .map(({ payload }) => (JSON.parse(payload) as { eventId: string }).eventId),
  );

const toLog = (rows: readonly EventRow[]): TicketLog => {
  const voided = voidedIds(rows);
  const counting =
    voided.size === 0 ? rows : rows.filter((row) => row.kind !== VOIDED && !voided.has(toUuid(row.event_id)));
  return { events: counting.map(toEvent), version: rows.length };
};

/** The event log. `makeId` gives 16 bytes of a UUIDv7. */
export const createEventRepo = (connection: Connection, makeId: () => Uint8Array) => {
  const insert = connection.prepare(
    `INSERT INTO event (event_id, subject, subject_id, kind, occurred_at_ms, recorded_at_ms, actor, workstation, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofTicket = connection.prepare<[number], EventRow>(
    `SELECT event_id, kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? ORDER BY occurred_at_ms, seq`,
  );
  const timeline = connection.prepare<[number], TimelineRow>(
    `SELECT event_id, kind, occurred_at_ms, recorded_at_ms, actor, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? ORDER BY occurred_at_ms, seq`,
  );
  const ofAllTickets = connection.prepare<[], EventRow & { subject_id: number }>(
    `SELECT subject_id, event_id, kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' ORDER BY subject_id, occurred_at_ms, seq`,
  );
  const byId = connection.prepare<[Buffer], Omit<RecordedEvent, 'id'>>(
    `SELECT subject_id AS ticketId, kind, actor FROM event WHERE event_id = ? AND subject = 'ticket'`,
  );
  const lastRecorded = connection.prepare<
    [number],
    { event_id: Buffer; kind: string; payload: string; occurred_at_ms: number }
  >(
    `SELECT event_id, kind, payload, occurred_at_ms FROM event WHERE subject = 'ticket' AND subject_id = ? ORDER BY seq`,
  );

  const add = (
    subject: Subject,
    subjectId: number,
    kind: string,
    atMs: InstantMs,
    payload: object,
    by: Recording,
  ): string => {
    const { actor, workstation, recordedAtMs } = by;
    const id = makeId();
    insert.run(id, subject, subjectId, kind, atMs, recordedAtMs, actor, workstation, JSON.stringify(payload));
    return toUuid(id);
  };

  return {
    /** Gives the ids of the events, in their order. */
    addTicketEvents: (
      _writer: Writer,
      ticketId: number,
      events: readonly TicketEvent[],
      by: Recording,
    ): readonly string[] =>
      events.map(({ atMs, kind, ...payload }) => add('ticket', ticketId, kind, atMs, payload, by)),
    addCustomerEvent: (_writer: Writer, customerId: number, kind: string, payload: object, by: Recording): void =>
      void add('customer', customerId, kind, by.recordedAtMs, payload, by),
    /** Takes an event back by another: both stay in the log. */
    addVoid: (_writer: Writer, { id, ticketId }: RecordedEvent, by: Recording): void =>
      void add('ticket', ticketId, VOIDED, by.recordedAtMs, { eventId: id }, by),
    /** In order of time, then of entry. */
    ofTicket: (ticketId: number): TicketLog => toLog(ofTicket.all(ticketId)),
    find: (id: string): RecordedEvent | null => {
      const row = byId.get(toBytes(id));
      return row === undefined ? null : { id, ...row };
    },
    /** The ids of the last `count` events recorded of a ticket that still count. */
    lastIds: (ticketId: number, count: number): readonly string[] => {
      const rows = lastRecorded.all(ticketId);
      const voided = voidedIds(rows);
      const ids = rows.filter(({ kind }) => kind !== VOIDED).map(({ event_id }) => toUuid(event_id));
      return ids.filter((id) => !voided.has(id)).slice(-count);
    },
    timeline: (ticketId: number): TimelineEvent[] => {
      const rows = timeline.all(ticketId);
      const voided = voidedIds(rows);
      return rows
        .filter(({ kind }) => kind !== VOIDED)
        .map((row) => {
          const id = toUuid(row.event_id);
          return {
            id,
            atMs: row.occurred_at_ms,
            recordedAtMs: row.recorded_at_ms,
            actor: row.actor,
            kind: row.kind,
            payload: JSON.parse(row.payload),
            isVoided: voided.has(id),
          };
        });
    },
    /** Every ticket's events in turn, without holding them all. */
    *eachTicket(): Generator<{ readonly ticketId: number } & TicketLog> {
      let ticketId = -1;
      let rows: EventRow[] = [];
      for (const row of ofAllTickets.iterate()) {
        if (row.subject_id !== ticketId) {
          if (rows.length > 0) yield { ticketId, ...toLog(rows) };
          ticketId = row.subject_id;
          rows = [];
        }
        rows.push(row);
      }
      if (rows.length > 0) yield { ticketId, ...toLog(rows) };
    },
  };
};

export type EventRepo = ReturnType<typeof createEventRepo>;
