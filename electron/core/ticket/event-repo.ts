import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

/** Who recorded an event, where and when. */
export type Recording = { readonly actor: string; readonly workstation: string; readonly recordedAtMs: InstantMs };

type Subject = 'ticket' | 'customer';
type EventRow = { kind: string; occurred_at_ms: number; payload: string };
type TimelineRow = EventRow & { event_id: Buffer; recorded_at_ms: number; actor: string };

/** The one place where stored JSON becomes an event again: rows are only ever written from `TicketEvent`s. */
const toEvent = (row: EventRow): TicketEvent =>
  ({ atMs: row.occurred_at_ms, kind: row.kind, ...JSON.parse(row.payload) }) as TicketEvent;

const toUuid = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The event log. `makeId` gives 16 bytes of a UUIDv7. */
export const createEventRepo = (connection: Connection, makeId: () => Uint8Array) => {
  const insert = connection.prepare(
    `INSERT INTO event (event_id, subject, subject_id, kind, occurred_at_ms, recorded_at_ms, actor, workstation, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofTicket = connection.prepare<[number], EventRow>(
    `SELECT kind, occurred_at_ms, payload FROM event WHERE subject = 'ticket' AND subject_id = ? ORDER BY occurred_at_ms, seq`,
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
  ): void => {
    const { actor, workstation, recordedAtMs } = by;
    insert.run(makeId(), subject, subjectId, kind, atMs, recordedAtMs, actor, workstation, JSON.stringify(payload));
  };

  return {
    addTicketEvents: (_writer: Writer, ticketId: number, events: readonly TicketEvent[], by: Recording): void => {
      for (const { atMs, kind, ...payload } of events) add('ticket', ticketId, kind, atMs, payload, by);
    },
    addCustomerEvent: (_writer: Writer, customerId: number, kind: string, payload: object, by: Recording): void =>
      add('customer', customerId, kind, by.recordedAtMs, payload, by),
    /** In order of time, then of entry. */
    ofTicket: (ticketId: number): TicketEvent[] => ofTicket.all(ticketId).map(toEvent),
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
    *eachTicket(): Generator<{ readonly ticketId: number; readonly events: readonly TicketEvent[] }> {
      let ticketId = -1;
      let events: TicketEvent[] = [];
      for (const row of ofAllTickets.iterate()) {
        if (row.subject_id !== ticketId) {
          if (events.length > 0) yield { ticketId, events };
          ticketId = row.subject_id;
          events = [];
        }
        events.push(toEvent(row));
      }
      if (events.length > 0) yield { ticketId, events };
    },
  };
};

export type EventRepo = ReturnType<typeof createEventRepo>;
