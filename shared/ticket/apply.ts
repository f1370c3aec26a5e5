import { correctedOpening, inTicketOrder, type TicketEvent } from './ticket-event.ts';
import { isFinished, type Ticket, type TicketState } from './ticket.ts';

const nextState = (state: TicketState, event: TicketEvent): TicketState => {
  switch (event.kind) {
    case 'responded':
      return state === 'new' ? 'active' : state;
    case 'paused':
      return isFinished(state) ? state : 'waitingCustomer';
    case 'resumed':
      return state === 'waitingCustomer' ? 'active' : state;
    case 'activated':
      return isFinished(state) || state === 'waitingCustomer' ? state : 'active';
    case 'awaited':
      if (isFinished(state) || state === 'waitingCustomer') return state;
      return event.waitedFor === 'vendor'
        ? 'waitingVendor'
        : event.waitedFor === 'problem'
          ? 'waitingProblem'
          : 'waitingEvidence';
    case 'resolved':
      return isFinished(state) ? state : 'resolved';
    case 'closed':
      return 'closed';
    case 'reopened':
      return isFinished(state) ? 'active' : state;
    default:
      return state;
  }
};

const applyFacts = (ticket: Ticket, event: TicketEvent): Ticket => {
  switch (event.kind) {
    case 'priorityChanged':
      return { ...ticket, priority: event.priority };
    case 'tierChanged':
      return { ...ticket, tier: event.tier };
    case 'assigned':
      return { ...ticket, level: event.level, group: event.group, assignee: event.assignee };
    case 'edited':
      return { ...ticket, ...event.facts };
    case 'tagged': {
      const kept = ticket.tags.filter((tag) => !event.removed.includes(tag) && !event.added.includes(tag));
      return { ...ticket, tags: [...kept, ...event.added] };
    }
    case 'escalated':
      return { ...ticket, escalatedTo: event.to };
    case 'escalationAccepted':
      return { ...ticket, escalatedTo: null, level: event.level, assignee: event.assignee };
    case 'escalationReturned':
      return { ...ticket, escalatedTo: null, bounceCount: ticket.bounceCount + 1 };
    default:
      return ticket;
  }
};

/** The ticket after one more event. Events that its state does not allow change nothing but `updatedAtMs`. */
export const apply = (ticket: Ticket, event: TicketEvent): Ticket => {
  const state = nextState(ticket.state, event);
  const isNowFinished = isFinished(state);
  const wasFinished = isFinished(ticket.state);
  return {
    ...applyFacts(ticket, event),
    state,
    respondedAtMs: ticket.respondedAtMs ?? (event.kind === 'responded' ? event.atMs : null),
    resolvedAtMs: isNowFinished ? (wasFinished ? ticket.resolvedAtMs : event.atMs) : null,
    closedAtMs: state === 'closed' ? (ticket.closedAtMs ?? event.atMs) : null,
    reopenCount: ticket.reopenCount + (wasFinished && !isNowFinished ? 1 : 0),
    wakeAtMs: state !== 'waitingCustomer' ? null : event.kind === 'paused' ? (event.wakeAtMs ?? null) : ticket.wakeAtMs,
    updatedAtMs: Math.max(ticket.updatedAtMs, event.atMs),
  };
};

/** A ticket folded from all its events up to an instant; null where it was not open by then. */
export const foldTicket = (events: readonly TicketEvent[], asOfMs = Infinity): Ticket | null => {
  const opening = correctedOpening(events);
  if (opening === null || opening.atMs > asOfMs) return null;
  const { kind: _kind, atMs, ...facts } = opening;
  let ticket: Ticket = {
    ...facts,
    state: 'new',
    openedAtMs: atMs,
    respondedAtMs: null,
    resolvedAtMs: null,
    closedAtMs: null,
    reopenCount: 0,
    tags: [],
    wakeAtMs: null,
    escalatedTo: null,
    bounceCount: 0,
    updatedAtMs: atMs,
  };
  for (const event of inTicketOrder(events)) {
    if (event.atMs > asOfMs) break;
    if (event.kind !== 'opened' && event.kind !== 'openingCorrected') ticket = apply(ticket, event);
  }
  return ticket;
};
