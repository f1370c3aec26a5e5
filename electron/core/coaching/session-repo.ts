import type { Assignment } from '../../../shared/expertise/assignment.ts';
import { LONGEST_SESSION_MS, type Session, type SessionState } from '../../../shared/coaching/session.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

/** What a session's row keeps of the fold of its events. */
export type SessionPlace = {
  readonly id: string;
  /** Where it was recorded; its customer may have become part of another since. */
  readonly customerId: number;
  readonly expert: string | null;
  readonly state: SessionState;
  readonly startMs: InstantMs | null;
  readonly endMs: InstantMs | null;
  readonly assignment: Assignment;
  readonly seriesId: string | null;
  readonly version: number;
};

const COLUMNS = `session_id AS id, customer_id AS customerId, expert, state, start_at_ms AS startMs, end_at_ms AS endMs,
  kind AS assignment, series_id AS seriesId, version`;
const TIMED = `state <> 'asked' AND start_at_ms IS NOT NULL AND start_at_ms < @toMs
  AND start_at_ms > @fromMs - ${LONGEST_SESSION_MS} AND end_at_ms > @fromMs
  AND (@experts IS NULL OR expert IN (SELECT value FROM json_each(@experts)))
  AND (@customers IS NULL OR customer_id IN (SELECT value FROM json_each(@customers)))`;
const BOOKED = `state IN ('planned', 'confirmed')`;

type Wanted = {
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
  readonly experts: readonly string[] | null;
  readonly customerIds: readonly number[] | null;
};

type Bound = {
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
  readonly experts: string | null;
  readonly customers: string | null;
};

const bind = ({ fromMs, toMs, experts, customerIds }: Wanted): Bound => ({
  ...{ fromMs, toMs },
  experts: experts === null ? null : JSON.stringify(experts),
  customers: customerIds === null ? null : JSON.stringify(customerIds),
});

/** Sessions as rows, to find them by time, expert and series; what they say is folded from the log. */
export const createSessionRepo = (connection: Connection) => {
  const replace = connection.prepare(
    `INSERT OR REPLACE INTO session
       (session_id, customer_id, expert, state, start_at_ms, end_at_ms, kind, series_id, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const place = connection.prepare<[string], SessionPlace>(`SELECT ${COLUMNS} FROM session WHERE session_id = ?`);
  const between = connection.prepare<[Bound & { limit: number }], SessionPlace>(
    `SELECT ${COLUMNS} FROM session WHERE ${TIMED} ORDER BY start_at_ms, session_id LIMIT @limit`,
  );
  const count = connection.prepare<[Bound], number>(`SELECT count(*) FROM session WHERE ${TIMED}`).pluck();
  const bookedOf = connection.prepare<[string, InstantMs, InstantMs, InstantMs], SessionPlace>(
    `SELECT ${COLUMNS} FROM session
     WHERE expert = ? AND start_at_ms < ? AND start_at_ms > ? AND end_at_ms > ? AND ${BOOKED} ORDER BY start_at_ms`,
  );
  const ofSeries = connection.prepare<[string], SessionPlace>(
    `SELECT ${COLUMNS} FROM session WHERE series_id = ? ORDER BY start_at_ms, session_id`,
  );
  const asked = connection.prepare<[], SessionPlace>(
    `SELECT ${COLUMNS} FROM session WHERE state = 'asked' ORDER BY session_id`,
  );
  const experts = connection
    .prepare<[], string>(
      `SELECT expert FROM session WHERE expert IS NOT NULL UNION SELECT expert FROM work_entry ORDER BY 1`,
    )
    .pluck();
  return {
    keep: (_writer: Writer, customerId: number, session: Session): void => {
      const { id, expert, state, startMs, endMs, assignment, seriesId, version } = session;
      replace.run(id, customerId, expert, state, startMs, endMs, assignment, seriesId, version);
    },
    place: (id: string): SessionPlace | undefined => place.get(id),
    /** Sessions that have a time and overlap it, in order of time. */
    between: (wanted: Wanted, limit: number): SessionPlace[] => between.all({ ...bind(wanted), limit }),
    count: (wanted: Wanted): number => count.get(bind(wanted)) ?? 0,
    /** Planned and confirmed sessions of an expert that overlap [fromMs, toMs). */
    bookedOf: (expert: string, fromMs: InstantMs, toMs: InstantMs): SessionPlace[] =>
      bookedOf.all(expert, toMs, fromMs - LONGEST_SESSION_MS, fromMs),
    ofSeries: (seriesId: string): SessionPlace[] => ofSeries.all(seriesId),
    asked: (): SessionPlace[] => asked.all(),
    /** Everybody who is named by a session or by work. */
    experts: (): string[] => experts.all(),
  };
};
