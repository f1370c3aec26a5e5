import type { AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import type { Connection } from '../db/database.ts';

/** An event as it was recorded. */
export type RecordedEvent = {
  readonly seq: number;
  readonly eventId: Buffer;
  readonly subject: 'ticket' | 'customer';
  readonly subjectId: number;
  readonly kind: string;
  readonly atMs: number;
  readonly recordedAtMs: number;
  readonly actor: string;
  readonly workstation: string;
  readonly payload: string;
};

const COLUMNS = `seq, event_id AS eventId, subject, subject_id AS subjectId, kind, occurred_at_ms AS atMs,
  recorded_at_ms AS recordedAtMs, actor, workstation, payload`;

/** Tickets by a part of their reference: those of the lists, and those whose opening was undone. */
const OF_REFERENCE = `subject = 'ticket' AND subject_id IN (
  SELECT ticket_id FROM ticket WHERE reference LIKE @ticket ESCAPE '\\'
  UNION SELECT subject_id FROM event INDEXED BY event_by_subject WHERE subject = 'ticket' AND kind = 'opened'
    AND subject_id IN (SELECT subject_id FROM event WHERE kind = 'voided') AND subject_id NOT IN (SELECT ticket_id FROM ticket)
    AND json_extract(payload, '$.reference') LIKE @ticket ESCAPE '\\')`;

const VOIDED_IDS = `SELECT unhex(replace(value, '-', '')) FROM event, json_each(payload, '$.eventIds') WHERE kind = 'voided'`;

/** What LIKE looks for to find a part of a text. */
export const partOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** What every log is filtered by: who recorded it, its kind, and when; SQL, and the values in it. */
export const heldBy = ({ actor, kind, fromMs, toMs }: AuditFilter) => ({
  conditions: [
    ...(actor === '' ? [] : [`actor LIKE @actor ESCAPE '\\'`]),
    ...(kind === null ? [] : ['kind = @kind']),
    ...(fromMs === null ? [] : ['recorded_at_ms >= @fromMs']),
    ...(toMs === null ? [] : ['recorded_at_ms < @toMs']),
  ],
  values: { actor: partOf(actor), kind, fromMs, toMs },
});

/** Reads the log as it was recorded, the newest first. */
export const createAuditRepo = (connection: Connection) => {
  const ofSubject = connection.prepare<[string, number], RecordedEvent>(
    `SELECT ${COLUMNS} FROM event WHERE subject = ? AND subject_id = ? ORDER BY seq`,
  );
  const lastSeq = connection.prepare<[], number | null>('SELECT max(seq) FROM event').pluck();
  // One step along the index for each kind, however many events there are.
  const kinds = connection
    .prepare<[], string>(
      `WITH RECURSIVE found (kind) AS (
         SELECT min(kind) FROM event UNION ALL SELECT (SELECT min(kind) FROM event WHERE kind > found.kind) FROM found WHERE kind IS NOT NULL
       ) SELECT kind FROM found WHERE kind IS NOT NULL`,
    )
    .pluck();
  const listed = connection.prepare<[number], number>('SELECT 1 FROM ticket WHERE ticket_id = ?').pluck();
  return {
    /** The number of the last event; 0 where there is none. */
    lastSeq: (): number => lastSeq.get() ?? 0,
    /** At most `limit` events from `from` to before `before`. */
    page: (filter: AuditFilter, before: number, limit: number, from: number): RecordedEvent[] => {
      const { ticket, isVoided } = filter;
      const held = heldBy(filter);
      const conditions = [
        'seq >= @from AND seq < @before',
        ...held.conditions,
        ...(ticket === '' ? [] : [OF_REFERENCE]),
        ...(isVoided === null ? [] : [`event_id ${isVoided ? '' : 'NOT '}IN (${VOIDED_IDS})`]),
      ];
      const where = `WHERE ${conditions.join(' AND ')}`;
      return connection
        .prepare<[object], RecordedEvent>(`SELECT ${COLUMNS} FROM event ${where} ORDER BY seq DESC LIMIT @limit`)
        .all({ ...held.values, before, ticket: partOf(ticket), limit, from });
    },
    /** All that was ever recorded of a ticket, in the order of recording. */
    ofTicket: (ticketId: number): RecordedEvent[] => ofSubject.all('ticket', ticketId),
    /** All that was ever recorded of a customer, in the order of recording. */
    ofCustomer: (customerId: number): RecordedEvent[] => ofSubject.all('customer', customerId),
    isListed: (ticketId: number): boolean => listed.get(ticketId) === 1,
    kinds: (): string[] => kinds.all(),
  };
};
