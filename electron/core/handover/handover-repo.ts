import type { HandoverEvent, RecordedHandoverEvent } from '../../../shared/handover/handover.ts';
import type { Connection, Writer } from '../db/database.ts';
import { LAST_ERASURE } from '../privacy/last-erasure.ts';
import type { Recording } from '../ticket/event-repo.ts';

type Row = { handoverId: string; kind: string; payload: string; actor: string; workstation: string; atMs: number };

/** The one place where stored JSON becomes an event again: rows are only ever written from `HandoverEvent`s. */
const toEvent = ({ kind, payload, actor, atMs }: Row): RecordedHandoverEvent =>
  ({ ...JSON.parse(payload), kind, actor, atMs }) as RecordedHandoverEvent;

const COLUMNS = 'handover_id AS handoverId, kind, payload, actor, workstation, recorded_at_ms AS atMs';

/** What happened to handovers. */
export const createHandoverRepo = (connection: Connection) => {
  const insert = connection.prepare(
    'INSERT INTO handover_event (handover_id, kind, payload, actor, workstation, recorded_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const of = connection.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM handover_event WHERE handover_id = ? ORDER BY seq`,
  );
  const ids = connection
    .prepare<[number], string>("SELECT handover_id FROM handover_event WHERE kind = 'begun' ORDER BY seq DESC LIMIT ?")
    .pluck();
  const last = connection
    .prepare<[string], string | null>(
      `SELECT max(seq) || '.' || (${LAST_ERASURE}) FROM handover_event WHERE handover_id = ?`,
    )
    .pluck();
  const waiting = connection.prepare<[], { id: string; by: string; atMs: number }>(
    `SELECT handover_id AS id, actor AS by, recorded_at_ms AS atMs FROM handover_event AS offered
     WHERE kind = 'offered' AND NOT EXISTS (
       SELECT 1 FROM handover_event AS signed WHERE signed.handover_id = offered.handover_id AND signed.kind = 'signed')
     ORDER BY seq DESC LIMIT 1`,
  );
  return {
    /** Another text after every event of a handover, and after every erasure; null where there is none. */
    lastState: (handoverId: string): string | null => last.get(handoverId) ?? null,
    add: (_writer: Writer, handoverId: string, { kind, ...payload }: HandoverEvent, by: Recording): void =>
      void insert.run(handoverId, kind, JSON.stringify(payload), by.actor, by.workstation, by.recordedAtMs),
    events: (handoverId: string): RecordedHandoverEvent[] => of.all(handoverId).map(toEvent),
    /** Who did what when and where, for the trail of one handover. */
    trail: (handoverId: string): Pick<Row, 'kind' | 'actor' | 'workstation' | 'atMs'>[] =>
      of.all(handoverId).map(({ kind, actor, workstation, atMs }) => ({ kind, actor, workstation, atMs })),
    /** The one that is offered and not taken over, by its last signature alone: asked at every start. */
    waiting: () => waiting.get() ?? null,
    /** The last begun first. */
    newestIds: (limit: number): string[] => ids.all(limit),
  };
};
