import type { MovedTicket } from '../../../shared/ipc/policy-schemas.ts';
import type { Clock } from '../../../shared/sla/clock.ts';
import type { Ticket } from '../../../shared/ticket/ticket.ts';

/** How a ticket's resolution moves from one clock to another; null where it does not. */
export const movedTicket = (id: number, ticket: Ticket, was: Clock, is: Clock): MovedTicket | null => {
  if (was.dueAtMs === is.dueAtMs && was.state === is.state && was.targetMs === is.targetMs) return null;
  const { reference, customer, priority, tier } = ticket;
  return {
    ...{ id, reference, customer, priority, tier },
    fromDueAtMs: was.dueAtMs,
    toDueAtMs: is.dueAtMs,
    fromTargetMs: was.targetMs,
    toTargetMs: is.targetMs,
    becomesBreached: is.state === 'breached' && was.state !== 'breached',
    ceasesBreached: was.state === 'breached' && is.state !== 'breached',
  };
};
