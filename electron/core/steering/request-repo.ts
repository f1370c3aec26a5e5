import type { RecordedRequestEvent, RequestEvent } from '../../../shared/steering/request.ts';
import type { Connection, Writer } from '../db/database.ts';
import { LAST_ERASURE } from '../privacy/last-erasure.ts';
import type { Recording } from '../ticket/event-repo.ts';

type Row = { kind: string; payload: string; actor: string; workstation: string; atMs: number };

/** The one place where stored JSON becomes an event again: rows are only ever written from `RequestEvent`s. */
const toEvent = ({ kind, payload, actor, atMs }: Row): RecordedRequestEvent =>
  ({ ...JSON.parse(payload), kind, actor, atMs }) as RecordedRequestEvent;

/** What happened to requests. */
export const createRequestRepo = (connection: Connection) => {
  const insert = connection.prepare(
    'INSERT INTO request_event (request_id, kind, payload, actor, workstation, recorded_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const of = connection.prepare<[string], Row>(
    'SELECT kind, payload, actor, workstation, recorded_at_ms AS atMs FROM request_event WHERE request_id = ? ORDER BY seq',
  );
  const ids = connection
    .prepare<[], string>("SELECT request_id FROM request_event WHERE kind = 'asked' ORDER BY seq")
    .pluck();
  const last = connection
    .prepare<[string], string | null>(
      `SELECT max(seq) || '.' || (${LAST_ERASURE}) FROM request_event WHERE request_id = ?`,
    )
    .pluck();
  return {
    /** Another text after every event of a request, and after every erasure; null where there is none. */
    lastState: (requestId: string): string | null => last.get(requestId) ?? null,
    add: (_writer: Writer, requestId: string, { kind, ...payload }: RequestEvent, by: Recording): void =>
      void insert.run(requestId, kind, JSON.stringify(payload), by.actor, by.workstation, by.recordedAtMs),
    events: (requestId: string): RecordedRequestEvent[] => of.all(requestId).map(toEvent),
    /** Who did what with it when and where. */
    trail: (requestId: string): Omit<Row, 'payload'>[] =>
      of.all(requestId).map(({ kind, actor, workstation, atMs }) => ({ kind, actor, workstation, atMs })),
    /** In the order in which they were asked. */
    ids: (): string[] => ids.all(),
  };
};
