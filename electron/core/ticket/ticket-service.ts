import type { Rules } from '../../../shared/sla/policy.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database, Writer } from '../db/database.ts';
import { errorFacts, type Log } from '../log.ts';
import type { EventRepo, Recording, TicketLog } from './event-repo.ts';
import { foldAsOf, type FoldedTicket } from './fold-ticket.ts';
import type { TicketRepo } from './ticket-repo.ts';

type Parts = {
  readonly database: Database;
  readonly tickets: TicketRepo;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly log: Log;
};

const MOST_AT_ONCE = 200;

/** What was written: the ticket, and the ids of the events in their order. */
export type Written = { readonly ticketId: number; readonly eventIds: readonly string[] };

/** A ticket of which nothing is known yet. */
export const NEW_TICKET: TicketLog = { events: [], version: 0 };

/** Writes tickets: events first, then the row that they fold to, in one transaction. */
export const createTicketService = ({ database, tickets, events, customers, book, rules, clock, log }: Parts) => {
  /** As of now, or of its opening where the clock was set back before it. */
  const foldNow = (all: readonly TicketEvent[]): FoldedTicket => {
    const openedAtMs = all.find(({ kind }) => kind === 'opened')?.atMs ?? -Infinity;
    const folded = foldAsOf(all, rules, Math.max(clock.nowMs(), openedAtMs));
    if (folded === null) throw new Error('a ticket without an opening cannot be kept');
    return folded;
  };

  const customerOf = (writer: Writer, { ticket }: FoldedTicket, by: Recording): number => {
    const known = customers.byName(ticket.customer);
    if (known !== undefined) return known.customerId;
    return book.add(writer, { kind: 'customerAdded', name: ticket.customer, tier: ticket.tier, sinceMs: null }, by);
  };

  /** Folds what is recorded of a ticket again and keeps it. One whose opening was undone is in no list any more. */
  const refold = (writer: Writer, ticketId: number, by: Recording): void => {
    const { events: all, version } = events.ofTicket(ticketId);
    if (!all.some(({ kind }) => kind === 'opened')) {
      tickets.remove(writer, ticketId);
      return;
    }
    const folded = foldNow(all);
    tickets.replace(writer, ticketId, folded, { customerId: customerOf(writer, folded, by), version });
  };

  let nextTurn: NodeJS.Immediate | undefined;

  /**
   * Folds again the tickets whose future events have happened by now, a few at once: where there are more, in the next turns, so that the
   * worker answers in between.
   */
  const catchUp = (): void => {
    const nowMs = clock.nowMs();
    const overdue = tickets.overdueFolds(nowMs, MOST_AT_ONCE);
    if (overdue.length === 0) return;
    const by = { actor: 'vigie', workstation: '', recordedAtMs: nowMs };
    database.write((writer) => {
      for (const ticketId of overdue) refold(writer, ticketId, by);
    });
    if (overdue.length < MOST_AT_ONCE) return;
    clearImmediate(nextTurn);
    nextTurn = setImmediate(() => {
      try {
        catchUp();
      } catch (error) {
        // The next look tries again.
        log('error', 'ticket/catch-up-failed', errorFacts(error));
      }
    });
  };

  return {
    refold,
    foldNow,
    /** Adds events to a ticket, making it where `ticketId` is undefined; `known` is what is recorded of it. */
    append: (
      writer: Writer,
      ticketId: number | undefined,
      known: TicketLog,
      added: readonly TicketEvent[],
      by: Recording,
    ): Written => {
      const folded = foldNow([...known.events, ...added]);
      const kept = { customerId: customerOf(writer, folded, by), version: known.version + added.length };
      if (ticketId === undefined) {
        const newId = tickets.add(writer, folded, kept);
        return { ticketId: newId, eventIds: events.addTicketEvents(writer, newId, added, by) };
      }
      const eventIds = events.addTicketEvents(writer, ticketId, added, by);
      tickets.replace(writer, ticketId, folded, kept);
      return { ticketId, eventIds };
    },
    catchUp,
    stop: (): void => clearImmediate(nextTurn),
  };
};

export type TicketService = ReturnType<typeof createTicketService>;
