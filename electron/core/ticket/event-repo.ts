import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

/** Who recorded an event, where and when. */
export type Recording = { readonly actor: string; readonly workstation: string; readonly recordedAtMs: InstantMs };

/** A ticket's events, and how many there are: what its row was folded from. */
export type TicketLog = { readonly events: readonly TicketEvent[]; readonly version: number };

type Subject = 'ticket' | 'customer';
type EventRow = { kind: string; occurred_at_ms: number; payload: string };
type TimelineRow = EventRow & { event_id: Buffer; recorded_at_ms: number; actor: string };

/** The one place where stored JSON becomes an event again: rows are only ever written from `TicketEvent`s. */
const toEvent = (row: EventRow): TicketEvent =>
  ({ atMs: row.occurred_at_ms, kind: row.kind, ...JSON.parse(row.payload) }) as TicketEvent;

const toUuid = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const toLog = (rows: readonly EventRow[]): TicketLog => ({ events: rows.map(toEvent), version: rows.length });

/** The event log. `makeId` gives 16 bytes of a UUIDv7. */
export const createEventRepo = (connection: Connection, makeId: () => Uint8Array) => {
  const insert = connection.prepare(
    `INSERT INTO event (event_id, subject, subject_id, kind, occurred_at_ms, recorded_at_ms, actor, workstation, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofTicket = connection.prepare<[number], EventRow>(
    `SELECT kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? ORDER BY occurred_at_ms, seq`,
  );
  const timeline = connection.prepare<[number], TimelineRow>(
    `SELECT event_id, kind, occurred_at_ms, recorded_at_ms, actor, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? ORDER BY occurred_at_ms, seq`,
  );
  const ofAllTickets = connection.prepare<[], EventRow & { subject_id: number }>(
    `SELECT subject_id, kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' ORDER BY subject_id, occurred_at_ms, seq`,
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
    /** In order of time, then of entry. */
    ofTicket: (ticketId: number): TicketLog => toLog(ofTicket.all(ticketId)),
    timeline: (ticketId: number): TimelineEvent[] =>
      timeline.all(ticketId).map((row) => ({
        id: toUuid(row.event_id),
        atMs: row.occurred_at_ms,
        recordedAtMs: row.recorded_at_ms,
        actor: row.actor,
        kind: row.kind,
        payload: JSON.parse(row.payload),
      })),
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
