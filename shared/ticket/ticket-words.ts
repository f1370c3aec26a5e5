import type { TicketEvent } from './ticket-event.ts';
import type { Ticket } from './ticket.ts';

/** What people wrote in an event, in the order of its fields. */
export const textsOf = (event: TicketEvent): string[] => {
  const texts = ((): readonly (string | null | undefined)[] => {
    switch (event.kind) {
      case 'opened':
        return [event.description, event.priorityReason];
      case 'responded':
        return [event.subject, event.text];
      case 'paused':
      case 'awaited':
      case 'reopened':
      case 'priorityChanged':
      case 'escalationReturned':
        return [event.reason];
      case 'resumed':
      case 'resolved':
      case 'commented':
        return [event.text];
      case 'escalated':
        return [event.why, event.tried, event.evidence, event.nextStep];
      case 'expertiseEngaged':
        return [event.why];
      case 'timeSpent':
        return [event.note];
      default:
        return [];
    }
  })();
  return texts.filter((text) => text !== null && text !== undefined && text !== '') as string[];
};

/** Everything that a search finds a ticket by, beside what its row shows. */
export const bodyOf = (ticket: Ticket, events: readonly TicketEvent[]): string =>
  [...ticket.tags, ticket.owner, ticket.requester, ticket.contact, ...events.flatMap(textsOf)]
    .filter((text) => text !== null)
    .join('\n');
