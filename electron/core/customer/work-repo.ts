import type { WorkEntry } from '../../../shared/customer/customer.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

/** Where an entry of the ledger stands. */
export type WorkPlace = {
  readonly workId: string;
  readonly customerId: number;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
};

/** Work that holds, to find it by expert and by ticket; the ledger itself is folded from the log. */
export const createWorkRepo = (connection: Connection) => {
  const insert = connection.prepare(
    `INSERT INTO work_entry (work_id, customer_id, expert, ticket_id, start_at_ms, end_at_ms, is_timed)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = connection.prepare('DELETE FROM work_entry WHERE work_id = ?');
  const COLUMNS = 'work_id AS workId, customer_id AS customerId, start_at_ms AS startMs, end_at_ms AS endMs';
  const overlapping = connection.prepare<[string, InstantMs, InstantMs, InstantMs], WorkPlace>(
    `SELECT ${COLUMNS} FROM work_entry
     WHERE expert = ? AND is_timed = 1 AND start_at_ms < ? AND start_at_ms > ? AND end_at_ms > ? ORDER BY start_at_ms`,
  );
  const place = connection.prepare<[string], WorkPlace>(`SELECT ${COLUMNS} FROM work_entry WHERE work_id = ?`);
  const ofTicket = connection
    .prepare<[number], number>('SELECT DISTINCT customer_id FROM work_entry WHERE ticket_id = ?')
    .pluck();
  return {
    add: (_writer: Writer, customerId: number, work: WorkEntry): void =>
      void insert.run(
        ...([work.id, customerId, work.expert, work.ticketId, work.startMs, work.endMs] as const),
        work.isTimed ? 1 : 0,
      ),
    remove: (_writer: Writer, workId: string): void => void remove.run(workId),
    /** Entries of an expert that overlap [startMs, endMs); none is longer than `longestMs`. */
    overlapping: (expert: string, startMs: InstantMs, endMs: InstantMs, longestMs: number): WorkPlace[] =>
      overlapping.all(expert, endMs, startMs - longestMs, startMs),
    place: (workId: string): WorkPlace | undefined => place.get(workId),
    /** The customers under which work on a ticket was logged. */
    customersOfTicket: (ticketId: number): number[] => ofTicket.all(ticketId),
  };
};
