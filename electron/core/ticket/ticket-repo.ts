import type { Source } from '../../../shared/ticket/ticket.ts';
import type { Connection, Writer } from '../db/database.ts';
import { createFactsRepo } from '../report/facts-repo.ts';
import type { FoldedTicket } from './fold-ticket.ts';

const COLUMNS = [
  'source',
  'reference',
  'version',
  'customer_id',
  'customer',
  'title',
  'category',
  'is_beta',
  'priority',
  'tier',
  'state',
  'level',
  'group_name',
  'assignee',
  'requester',
  'channel',
  'language',
  'opened_at_ms',
  'responded_at_ms',
  'resolved_at_ms',
  'closed_at_ms',
  'reopen_count',
  'updated_at_ms',
  'resolution',
  'first_response',
  'queue_group',
  'queue_key',
  'at_risk_at_ms',
  'breach_after_ms',
  'next_event_at_ms',
  'tags',
  'wake_at_ms',
  'escalated_to',
  'bounce_count',
  'owner',
  'platform',
  'remind_at_ms',
  'waiting_since_ms',
  'escalated_at_ms',
  'acknowledged',
] as const;

/** What a row keeps beside the fold: its customer, and the number of events recorded of it. */
export type Kept = { readonly customerId: number; readonly version: number };

const toValues = (
  { ticket, clocks, queue, turns, since, nextEventAtMs }: FoldedTicket,
  { customerId, version }: Kept,
) => [
  ticket.source,
  ticket.reference,
  version,
  customerId,
  ticket.customer,
  ticket.title,
  ticket.category,
  ticket.isBeta ? 1 : 0,
  ticket.priority,
  ticket.tier,
  ticket.state,
  ticket.level,
  ticket.group,
  ticket.assignee,
  ticket.requester,
  ticket.channel,
  ticket.language,
  ticket.openedAtMs,
  ticket.respondedAtMs,
  ticket.resolvedAtMs,
  ticket.closedAtMs,
  ticket.reopenCount,
  ticket.updatedAtMs,
  JSON.stringify(clocks.resolution),
  JSON.stringify(clocks.firstResponse),
  queue.group,
  queue.key,
  turns?.atRiskAtMs ?? null,
  turns?.breachAfterMs ?? null,
  nextEventAtMs,
  JSON.stringify(ticket.tags),
  ticket.wakeAtMs,
  ticket.escalatedTo,
  ticket.bounceCount,
  ticket.owner,
  ticket.platform,
  ticket.remindAtMs,
  since.waitingMs,
  since.escalatedMs,
  ticket.acknowledged,
];

/** The folded ticket rows, their search index, and what reports read of them; a copy that nobody reports on leaves that out. */
export const createTicketRepo = (connection: Connection, { isReported = true } = {}) => {
  const facts = createFactsRepo(connection);
  const idOf = connection
    .prepare<[string, string], number>('SELECT ticket_id FROM ticket WHERE source = ? AND reference = ?')
    .pluck();
  // The log of a ticket whose opening was undone keeps its id, so that one is never given again.
  const insert = connection.prepare(
    `INSERT INTO ticket (ticket_id, ${COLUMNS.join(', ')}) VALUES (coalesce(?, 1 + max(
       coalesce((SELECT max(ticket_id) FROM ticket), 0),
       coalesce((SELECT max(subject_id) FROM event WHERE subject = 'ticket'), 0)
     )), ${COLUMNS.map(() => '?').join(', ')})`,
  );
  const update = connection.prepare(
    `UPDATE ticket SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE ticket_id = ?`,
  );
  const addWords = connection.prepare(
    'INSERT INTO ticket_search (rowid, reference, title, customer, assignee, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const dropWords = connection.prepare('DELETE FROM ticket_search WHERE rowid = ?');
  const dropTimers = connection.prepare('DELETE FROM timer WHERE ticket_id = ?');
  const remove = connection.prepare('DELETE FROM ticket WHERE ticket_id = ?');
  const nextNumber = connection
    .prepare<[], number>(
      `INSERT INTO counter (name, value) VALUES ('ticket', 1001)
       ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
    )
    .pluck();
  const overdueFolds = connection
    .prepare<[number, number], number>('SELECT ticket_id FROM ticket WHERE next_event_at_ms <= ? LIMIT ?')
    .pluck();

  const index = (ticketId: number, { ticket, body }: FoldedTicket): void =>
    void addWords.run(ticketId, ticket.reference, ticket.title, ticket.customer, ticket.assignee, body);

  const keepFacts = (writer: Writer, ticketId: number, folded: FoldedTicket): void => {
    if (isReported) facts.keep(writer, ticketId, folded.facts());
  };

  return {
    idOf: (source: Source, reference: string): number | undefined => idOf.get(source, reference),
    /** Gives the new ticket's id: the next one, unless a copy of it has one already. */
    add: (writer: Writer, folded: FoldedTicket, kept: Kept, knownId: number | null = null): number => {
      const ticketId = Number(insert.run(knownId, ...toValues(folded, kept)).lastInsertRowid);
      index(ticketId, folded);
      keepFacts(writer, ticketId, folded);
      writer.changed(ticketId);
      return ticketId;
    },
    replace: (writer: Writer, ticketId: number, folded: FoldedTicket, kept: Kept): void => {
      update.run(...toValues(folded, kept), ticketId);
      dropWords.run(ticketId);
      index(ticketId, folded);
      keepFacts(writer, ticketId, folded);
      writer.changed(ticketId);
    },
    /** Takes a ticket out of the lists whose opening was undone; its log stays. */
    remove: (writer: Writer, ticketId: number): void => {
      dropTimers.run(ticketId);
      dropWords.run(ticketId);
      facts.drop(writer, ticketId);
      remove.run(ticketId);
      writer.changed(ticketId);
    },
    /** The next free reference of Vigie's own tickets. */
    nextReference: (_writer: Writer): string => `VIG-${nextNumber.get()}`,
    /** Tickets with an event that had not happened when they were folded and has by now. */
    overdueFolds: (nowMs: number, most: number): number[] => overdueFolds.all(nowMs, most),
  };
};

export type TicketRepo = ReturnType<typeof createTicketRepo>;
