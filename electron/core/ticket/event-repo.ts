import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

/** Who recorded an event, where and when. */
export type Recording = {
  readonly actor: string;
  readonly workstation: string;
  readonly recordedAtMs: InstantMs;
  /** The command that the events are of, 16 bytes, for what can be undone. */
  readonly commandId?: Uint8Array;
};

/** A ticket's events that hold, and how many were ever recorded: what its row was folded from. */
export type TicketLog = { readonly events: readonly TicketEvent[]; readonly version: number };

type Subject = 'ticket' | 'customer';
type EventRow = { event_id: Buffer; kind: string; occurred_at_ms: number; payload: string };
type TimelineRow = EventRow & { recorded_at_ms: number; actor: string };

/** Undoes other events of the same ticket; it stands in the log and nowhere else. */
const VOIDED = 'voided';

/** The one place where stored JSON becomes an event again: rows are only ever written from `TicketEvent`s. */
const toEvent = (row: EventRow): TicketEvent =>
  ({ atMs: row.occurred_at_ms, kind: row.kind, ...JSON.parse(row.payload) }) as TicketEvent;

export const toUuid = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

export const fromUuid = (uuid: string): Uint8Array => Buffer.from(uuid.replaceAll('-', ''), 'hex');

const voidedIds = (row: EventRow): string[] => (JSON.parse(row.payload) as { eventIds: string[] }).eventIds;

const toLog = (rows: readonly EventRow[], without: readonly string[] = []): TicketLog => {
  const version = rows.length;
  const voids = rows.filter(({ kind }) => kind === VOIDED);
  if (voids.length + without.length === 0) return { events: rows.map(toEvent), version };
  const gone = new Set([...voids.flatMap(voidedIds), ...without]);
  const held = rows.filter((row) => row.kind !== VOIDED && !gone.has(toUuid(row.event_id)));
  return { events: held.map(toEvent), version };
};

export type CommandEvent = {
  readonly ticketId: number;
  readonly eventId: string;
  readonly kind: string;
  readonly actor: string;
  readonly isVoided: boolean;
};

/** The event log. `makeId` gives 16 bytes of a UUIDv7. */
export const createEventRepo = (connection: Connection, makeId: () => Uint8Array) => {
  const insert = connection.prepare(
    `INSERT INTO event (event_id, subject, subject_id, kind, occurred_at_ms, recorded_at_ms, actor, workstation, payload, command_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofTicket = connection.prepare<[number], EventRow>(
    `SELECT event_id, kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? ORDER BY occurred_at_ms, seq`,
  );
  const knownOfTicket = connection.prepare<[number, InstantMs], EventRow>(
    `SELECT event_id, kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? AND recorded_at_ms <= ? ORDER BY occurred_at_ms, seq`,
  );
  const knownTickets = connection
    .prepare<[InstantMs], number>(
      `SELECT DISTINCT subject_id FROM event WHERE subject = 'ticket' AND recorded_at_ms <= ? ORDER BY subject_id`,
    )
    .pluck();
  const toldOfTicket = connection.prepare<[number], EventRow>(
    `SELECT event_id, kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? AND command_id IS NULL ORDER BY occurred_at_ms, seq`,
  );
  const timeline = connection.prepare<[number], TimelineRow>(
    `SELECT event_id, kind, occurred_at_ms, recorded_at_ms, actor, payload FROM event
     WHERE subject = 'ticket' AND subject_id = ? ORDER BY occurred_at_ms, seq`,
  );
  const ofAllTickets = connection.prepare<[], EventRow & { subject_id: number }>(
    `SELECT subject_id, event_id, kind, occurred_at_ms, payload FROM event
     WHERE subject = 'ticket' ORDER BY subject_id, occurred_at_ms, seq`,
  );
  const ticketsAfter = connection
    .prepare<[number, number], number>(
      `SELECT DISTINCT subject_id FROM event WHERE subject = 'ticket' AND subject_id > ? ORDER BY subject_id LIMIT ?`,
    )
    .pluck();
  const lastSeq = connection.prepare<[], number | null>('SELECT max(seq) FROM event').pluck();
  const lastActor = connection
    .prepare<[number], string>(
      `SELECT actor FROM event WHERE subject = 'ticket' AND subject_id = ? ORDER BY seq DESC LIMIT 1`,
    )
    .pluck();
  // What tickets were told because of their customer is undone with the customer, not by itself; what a lead has approved, with the approval.
  const commandsOf = connection
    .prepare<[string], Buffer>(
      `SELECT command_id FROM event WHERE actor = ? AND command_id IS NOT NULL AND payload ->> '$.approvedBy' IS NULL AND NOT EXISTS (
         SELECT 1 FROM event AS cause
         WHERE cause.command_id = event.command_id AND cause.subject = 'customer' AND cause.kind <> 'customerAdded'
       ) ORDER BY seq DESC`,
    )
    .pluck();
  type CommandRow = { subject_id: number; event_id: Buffer; kind: string; actor: string };
  const OF_COMMAND = `SELECT subject_id, event_id, kind, actor FROM event WHERE command_id = ? AND subject = 'ticket' ORDER BY seq`;
  const ofCommand = connection.prepare<[Uint8Array], CommandRow>(OF_COMMAND);
  const firstOfCommand = connection.prepare<[Uint8Array], CommandRow>(`${OF_COMMAND} LIMIT 1`);
  const voidsOf = connection
    .prepare<[number], string>(
      `SELECT value FROM event, json_each(payload, '$.eventIds')
       WHERE subject = 'ticket' AND subject_id = ? AND kind = '${VOIDED}'`,
    )
    .pluck();
  /** The ids of a ticket's events that were undone. */
  const voidedOf = (ticketId: number): ReadonlySet<string> => new Set(voidsOf.all(ticketId));
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
    const text = JSON.stringify(payload);
    insert.run(id, subject, subjectId, kind, atMs, recordedAtMs, actor, workstation, text, by.commandId ?? null);
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
    /** Gives the id of the event. */
    addCustomerEvent: (
      _writer: Writer,
      customerId: number,
      { kind, ...payload }: CustomerEvent,
      by: Recording,
    ): string => add('customer', customerId, kind, by.recordedAtMs, payload, by),
    /** In order of time, then of entry; `without` some events, by id, as if those were undone. */
    ofTicket: (ticketId: number, without: readonly string[] = []): TicketLog => toLog(ofTicket.all(ticketId), without),
    /** As a database had it in which nothing was recorded after an instant: what was undone later still holds. */
    ofTicketAsKnown: (ticketId: number, knownMs: InstantMs): TicketLog => toLog(knownOfTicket.all(ticketId, knownMs)),
    /** Every ticket of which something was recorded by an instant, also where that was undone. */
    ticketsKnownAt: (knownMs: InstantMs): number[] => knownTickets.all(knownMs),
    /** The number of the last event of all; 0 where there is none. */
    lastSeq: (): number => lastSeq.get() ?? 0,
    /** The next tickets by id of which anything was recorded. */
    ticketsAfter: (ticketId: number, most: number): number[] => ticketsAfter.all(ticketId, most),
    /** What imports told of a ticket, without what people did with it here, in order of time, then of entry. */
    toldOf: (ticketId: number): readonly TicketEvent[] => toLog(toldOfTicket.all(ticketId)).events,
    /** All that was recorded, undone events among it; what undid them is told with them. */
    timeline: (ticketId: number): TimelineEvent[] => {
      const rows = timeline.all(ticketId);
      const voidedBy = new Map(
        rows
          .filter(({ kind }) => kind === VOIDED)
          .flatMap((row) => voidedIds(row).map((id) => [id, row.actor] as const)),
      );
      return rows.flatMap((row) => {
        const id = toUuid(row.event_id);
        if (row.kind === VOIDED) return [];
        return {
          id,
          atMs: row.occurred_at_ms,
          recordedAtMs: row.recorded_at_ms,
          actor: row.actor,
          kind: row.kind,
          payload: JSON.parse(row.payload),
          voidedBy: voidedBy.get(id) ?? null,
        };
      });
    },
    /** Who recorded something of a ticket last. */
    lastActor: (ticketId: number): string | null => lastActor.get(ticketId) ?? null,
    /** Undoes events of a ticket. */
    addVoid: (_writer: Writer, ticketId: number, eventIds: readonly string[], by: Recording): void =>
      void add('ticket', ticketId, VOIDED, by.recordedAtMs, { eventIds }, by),
    /** The commands of somebody, the last first. */
    *commandsOf(actor: string): Generator<Uint8Array> {
      let last = '';
      for (const commandId of commandsOf.iterate(actor)) {
        const hex = commandId.toString('hex');
        if (hex !== last) yield commandId;
        last = hex;
      }
    },
    /** Whether a command was not undone: it is undone whole, so its first event tells. */
    holds: (commandId: Uint8Array): boolean => {
      const first = firstOfCommand.get(commandId);
      return first !== undefined && !voidedOf(first.subject_id).has(toUuid(first.event_id));
    },
    /** What a command recorded, by ticket, in the order of entry; `isVoided` where it was undone. */
    ofCommand: (commandId: Uint8Array): CommandEvent[] => {
      const known = new Map<number, ReadonlySet<string>>();
      return ofCommand.all(commandId).map(({ subject_id: ticketId, event_id, kind, actor }) => {
        const voided = known.get(ticketId) ?? voidedOf(ticketId);
        known.set(ticketId, voided);
        const eventId = toUuid(event_id);
        return { ticketId, eventId, kind, actor, isVoided: voided.has(eventId) };
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
