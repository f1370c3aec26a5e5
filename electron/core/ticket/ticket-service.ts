import type { Rules } from '../../../shared/sla/policy.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database, Writer } from '../db/database.ts';
import type { EventRepo, Recording } from './event-repo.ts';
import { foldAsOf, type FoldedTicket } from './fold-ticket.ts';
import type { TicketRepo } from './ticket-repo.ts';

type Parts = {
  readonly database: Database;
  readonly tickets: TicketRepo;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly rules: Rules;
  readonly clock: PresentClock;
};

/** Writes tickets: events first, then the row that they fold to, in one transaction. */
export const createTicketService = ({ database, tickets, events, customers, rules, clock }: Parts) => {
  const foldNow = (all: readonly TicketEvent[]): FoldedTicket => {
    const folded = foldAsOf(all, rules, clock.nowMs());
    if (folded === null) throw new Error('a ticket without an opening in the past cannot be kept');
    return folded;
  };

  const customerOf = (writer: Writer, name: string, tier: string, by: Recording): number => {
    const known = customers.byName(name);
    if (known !== undefined) return known.customerId;
    const customerId = customers.add(writer, name, tier);
    events.addCustomerEvent(writer, customerId, 'customerAdded', { name, tier }, by);
    return customerId;
  };

  return {
    /** Adds events to a ticket, making it where `ticketId` is undefined; `known` are those that it has. Returns its id. */
    append: (
      writer: Writer,
      ticketId: number | undefined,
      known: readonly TicketEvent[],
      added: readonly TicketEvent[],
      by: Recording,
    ): number => {
      const folded = foldNow([...known, ...added]);
      const customerId = customerOf(writer, folded.ticket.customer, folded.ticket.tier, by);
      if (ticketId === undefined) {
        const newId = tickets.add(writer, folded, customerId);
        events.addTicketEvents(writer, newId, added, by);
        return newId;
      }
      events.addTicketEvents(writer, ticketId, added, by);
      tickets.replace(writer, ticketId, folded, customerId);
      return ticketId;
    },
    /** Folds again the tickets whose future events have happened by now. */
    catchUp: (): void => {
      const overdue = tickets.overdueFolds(clock.nowMs());
      if (overdue.length === 0) return;
      database.write((writer) => {
        for (const ticketId of overdue) {
          const folded = foldNow(events.ofTicket(ticketId));
          const customerId = customers.byName(folded.ticket.customer)?.customerId;
          if (customerId !== undefined) tickets.replace(writer, ticketId, folded, customerId);
        }
      });
    },
  };
};

export type TicketService = ReturnType<typeof createTicketService>;
