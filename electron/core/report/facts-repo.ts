import { decodeFacts, encodeFacts } from '../../../shared/report/facts-code.ts';
import { openedAtMs } from '../../../shared/report/ticket-figures.ts';
import type { TicketFacts } from '../../../shared/report/facts.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';
import type { Sql } from '../queue/queue-filter-sql.ts';

/** The last instant that a report counts something of a ticket at; null while it is open. */
const endedAtMs = ({ open, turns, respondedAtMs }: TicketFacts): InstantMs | null => {
  const untilMs = open.at(-1)?.untilMs ?? null;
  return untilMs === null ? null : Math.max(untilMs, respondedAtMs ?? untilMs, ...turns.map(({ atMs }) => atMs));
};

/** Which tickets a report looks at: those that were open at some time in [fromMs, toMs), after a ticket, and under a filter. */
type Wanted = { readonly fromMs: InstantMs; readonly toMs: InstantMs; readonly filter: Sql | null };

/** What reports read of tickets: a fold of the log beside the ticket's row. */
export const createFactsRepo = (connection: Connection) => {
  const keep = connection.prepare(
    'INSERT OR REPLACE INTO ticket_report (ticket_id, opened_at_ms, ended_at_ms, facts) VALUES (?, ?, ?, ?)',
  );
  const drop = connection.prepare('DELETE FROM ticket_report WHERE ticket_id = ?');
  const missing = connection
    .prepare<[], number>('SELECT ticket_id FROM ticket WHERE ticket_id NOT IN (SELECT ticket_id FROM ticket_report)')
    .pluck();
  const select = connection
    .prepare<[number, number, number, number], [number, number, string]>(
      `SELECT ticket_id, opened_at_ms, facts FROM ticket_report
       WHERE ticket_id > ? AND opened_at_ms < ? AND (ended_at_ms IS NULL OR ended_at_ms >= ?)
       ORDER BY ticket_id LIMIT ?`,
    )
    .raw();
  return {
    keep: (_writer: Writer, ticketId: number, facts: TicketFacts): void =>
      void keep.run(ticketId, openedAtMs(facts), endedAtMs(facts), encodeFacts(facts, openedAtMs(facts))),
    drop: (_writer: Writer, ticketId: number): void => void drop.run(ticketId),
    /** Tickets that were folded before reports were. */
    missing: (): number[] => missing.all(),
    /** Reads what is wanted a few hundred at once, by id; what is written between two of them is the caller's care. */
    *read({ fromMs, toMs, filter }: Wanted, atOnce: number): Generator<readonly (readonly [number, TicketFacts])[]> {
      const admitted =
        filter === null
          ? null
          : new Set(
              connection
                .prepare<unknown[], number>(`SELECT ticket_id FROM ticket WHERE ${filter.text}`)
                .pluck()
                .all(...filter.parameters),
            );
      for (let last = -1; ;) {
        const rows = select.all(last, toMs, fromMs, atOnce);
        const wanted = admitted === null ? rows : rows.filter(([ticketId]) => admitted.has(ticketId));
        yield wanted.map(([ticketId, atMs, facts]) => [ticketId, decodeFacts(facts, atMs)] as const);
        last = rows.at(-1)?.[0] ?? last;
        if (rows.length < atOnce) return;
      }
    },
  };
};

export type FactsRepo = ReturnType<typeof createFactsRepo>;
