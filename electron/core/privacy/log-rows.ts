import type { Connection, Writer } from '../db/database.ts';

/** Logs that are only added to, and whose texts an erasure may take away. */
export const LOGS = {
  event: { key: 'seq', column: 'payload', about: null },
  handover_event: { key: 'seq', column: 'payload', about: 'handover_id' },
  request_event: { key: 'seq', column: 'payload', about: 'request_id' },
  maintenance_exception: { key: 'exception_id', column: 'reason', about: null },
  maintenance_revocation: { key: 'exception_id', column: 'reason', about: null },
  ledger_closing: { key: 'closing_id', column: 'reason', about: null },
  policy_version: { key: 'version_id', column: 'note', about: null },
} as const;
export type LogName = keyof typeof LOGS;

export type EventRow = {
  readonly seq: number;
  readonly subject: 'ticket' | 'customer';
  readonly subjectId: number;
  readonly kind: string;
  readonly payload: string;
};

/** `about`: the request or handover that it is of; empty where it is of none. */
export type OtherRow = { readonly id: number; readonly about: string; readonly kind: string; readonly text: string };

/** Rows of logs, and the one way to change one: by an erasure, once, text by text. The triggers of migration 0150 refuse all else. */
export const createLogRows = (connection: Connection) => {
  const permit = connection.prepare('INSERT INTO redaction_permit (log, row_id, erasure_seq) VALUES (?, ?, ?)');
  const update = Object.fromEntries(
    Object.entries(LOGS).map(([log, { key, column }]) => [
      log,
      connection.prepare(`UPDATE ${log} SET ${column} = ? WHERE ${key} = ?`),
    ]),
  );
  const after = connection.prepare<[number, number], EventRow>(
    `SELECT seq, subject, subject_id AS subjectId, kind, payload FROM event WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const ofSubject = connection.prepare<[string, number], EventRow>(
    `SELECT seq, subject, subject_id AS subjectId, kind, payload FROM event WHERE subject = ? AND subject_id = ?`,
  );
  const bySeq = connection.prepare<[number], EventRow>(
    `SELECT seq, subject, subject_id AS subjectId, kind, payload FROM event WHERE seq = ?`,
  );
  return {
    eventsAfter: (seq: number, most: number): EventRow[] => after.all(seq, most),
    eventsOf: (subject: EventRow['subject'], id: number): EventRow[] => ofSubject.all(subject, id),
    event: (seq: number): EventRow | undefined => bySeq.get(seq),
    others: (log: Exclude<LogName, 'event'>): OtherRow[] => {
      const { key, column, about } = LOGS[log];
      const more = about === null ? `'' AS about, '' AS kind` : `${about} AS about, kind`;
      return connection
        .prepare<[], OtherRow>(
          `SELECT ${key} AS id, ${more}, ${column} AS text FROM ${log} WHERE ${column} IS NOT NULL ORDER BY ${key}`,
        )
        .all();
    },
    rewrite: (_writer: Writer, log: LogName, id: number, erasureSeq: number, text: string): void => {
      permit.run(log, id, erasureSeq);
      update[log]?.run(text, id);
    },
  };
};

export type LogRows = ReturnType<typeof createLogRows>;
