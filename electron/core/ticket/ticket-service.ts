import type { Rules } from '../../../shared/sla/policy.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database, Writer } from '../db/database.ts';
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
};

/** What was written: the ticket, and the ids of the events in their order. */
export type Written = { readonly ticketId: number; readonly eventIds: readonly string[] };

/** A ticket of which nothing is known yet. */
export const NEW_TICKET: TicketLog = { events: [], version: 0 };

/** Writes tickets: events first, then the row that they fold to, in one transaction. */
export const createTicketService = ({ database, tickets, events, customers, book, rules, clock }: Parts) => {
  const foldNow = (all: readonly TicketEvent[]): FoldedTicket => {
    const folded = foldAsOf(all, rules, clock.nowMs());
    if (folded === null) throw new Error('a ticket without an opening in the past cannot be kept');
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
    /** Folds again the tickets whose future events have happened by now. */
    catchUp: (): void => {
      const nowMs = clock.nowMs();
      const overdue = tickets.overdueFolds(nowMs);
      if (overdue.length === 0) return;
      const by = { actor: 'vigie', workstation: '', recordedAtMs: nowMs };
      database.write((writer) => {
        for (const ticketId of overdue) refold(writer, ticketId, by);
      });
    },
  };
};

export type TicketService = ReturnType<typeof createTicketService>;
