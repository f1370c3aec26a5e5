import { correctedOpening, inTicketOrder, type Opened, type TicketEvent } from './ticket-event.ts';
import { isFinished, type Ticket, type TicketRef, type TicketState } from './ticket.ts';

const nextState = (state: TicketState, event: TicketEvent): TicketState => {
  switch (event.kind) {
    case 'responded':
      return state === 'new' ? 'active' : state;
    case 'paused':
      return isFinished(state) || event.prolongs === true ? state : 'waitingCustomer';
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
    case 'merged':
      return 'closed';
    case 'unmerged':
    case 'reopened':
      return isFinished(state) ? 'active' : state;
    default:
      return state;
  }
};

/** Who takes a ticket first at the desk keeps it for the customer. */
const deskOwner = ({ level, assignee }: Pick<Ticket, 'level' | 'assignee'>): string | null =>
  level === 'L1' ? assignee : null;

const toRef = ({ ticketId, reference }: TicketRef): TicketRef => ({ ticketId, reference });

const without = (links: readonly TicketRef[], { ticketId }: TicketRef): readonly TicketRef[] =>
  links.filter((link) => link.ticketId !== ticketId);

const applyFacts = (ticket: Ticket, event: TicketEvent): Ticket => {
  switch (event.kind) {
    case 'priorityChanged':
      return {
        ...ticket,
        priority: event.priority,
        impact: event.impact ?? ticket.impact,
        urgency: event.urgency ?? ticket.urgency,
      };
    case 'tierChanged':
      return { ...ticket, tier: event.tier };
    case 'assigned':
      return {
        ...ticket,
        level: event.level,
        group: event.group,
        assignee: event.assignee,
        owner: ticket.owner ?? deskOwner(event),
      };
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
    case 'acknowledged':
      return { ...ticket, acknowledged: event.step };
    case 'expertiseEngaged':
      return { ...ticket, expertiseAtMs: event.atMs };
    case 'linked':
      return { ...ticket, links: [...without(ticket.links, event), toRef(event)] };
    case 'unlinked':
      return { ...ticket, links: without(ticket.links, event) };
    case 'merged':
      return { ...ticket, mergedInto: toRef(event) };
    case 'unmerged':
      return { ...ticket, mergedInto: null };
    case 'timeSpent':
      return { ...ticket, spentMs: ticket.spentMs + event.spentMs };
    default:
      return ticket;
  }
};

type Wait = Pick<Ticket, 'waitReason' | 'wakeAtMs' | 'remindAtMs'>;

const NO_WAIT: Wait = { waitReason: null, wakeAtMs: null, remindAtMs: null };

const waitOf = (ticket: Ticket, state: TicketState, event: TicketEvent): Wait => {
  if (state !== 'waitingCustomer') return NO_WAIT;
  const { waitReason, wakeAtMs, remindAtMs } = ticket;
  if (event.kind !== 'paused') return { waitReason, wakeAtMs, remindAtMs };
  return {
    waitReason: event.reason ?? null,
    wakeAtMs: event.wakeAtMs ?? null,
    remindAtMs: event.remindAtMs ?? null,
  };
};

/** The ticket after one more event. Events that its state does not allow change nothing but `updatedAtMs`. */
export const apply = (ticket: Ticket, event: TicketEvent): Ticket => {
  // Nothing happened to it in the world.
  if (event.kind === 'erased') return ticket;
  const state = nextState(ticket.state, event);
  const isNowFinished = isFinished(state);
  const wasFinished = isFinished(ticket.state);
  return {
    ...applyFacts(ticket, event),
    state,
    stateSinceMs: state === ticket.state ? ticket.stateSinceMs : event.atMs,
    respondedAtMs: ticket.respondedAtMs ?? (event.kind === 'responded' ? event.atMs : null),
    resolvedAtMs: isNowFinished ? (wasFinished ? ticket.resolvedAtMs : event.atMs) : null,
    closedAtMs: state === 'closed' ? (ticket.closedAtMs ?? event.atMs) : null,
    reopenCount: ticket.reopenCount + (wasFinished && !isNowFinished ? 1 : 0),
    ...waitOf(ticket, state, event),
    updatedAtMs: Math.max(ticket.updatedAtMs, event.atMs),
  };
};

/** A ticket of which only the opening happened. */
export const ticketAtOpening = ({ kind: _kind, priorityReason: _reason, atMs, ...facts }: Opened): Ticket => ({
  contact: null,
  platform: null,
  description: null,
  reportedAtMs: null,
  impact: null,
  urgency: null,
  ...facts,
  owner: facts.owner ?? deskOwner(facts),
  state: 'new',
  stateSinceMs: atMs,
  openedAtMs: atMs,
  respondedAtMs: null,
  resolvedAtMs: null,
  closedAtMs: null,
  reopenCount: 0,
  tags: [],
  ...NO_WAIT,
  links: [],
  mergedInto: null,
  expertiseAtMs: null,
  spentMs: 0,
  escalatedTo: null,
  acknowledged: null,
  bounceCount: 0,
  updatedAtMs: atMs,
});

/** A ticket folded from all its events up to an instant; null where it was not open by then. */
export const foldTicket = (events: readonly TicketEvent[], asOfMs = Infinity): Ticket | null => {
  const opening = correctedOpening(events);
  if (opening === null || opening.atMs > asOfMs) return null;
  let ticket = ticketAtOpening(opening);
  for (const event of inTicketOrder(events)) {
    if (event.atMs > asOfMs) break;
    if (event.kind !== 'opened' && event.kind !== 'openingCorrected') ticket = apply(ticket, event);
  }
  return ticket;
};

/**
 * How many prolongations of a wait find none that they could prolong. Where taking events away makes them more, what somebody else
 * recorded would be lost with those.
 */
export const lostProlongations = (events: readonly TicketEvent[]): number => {
  const opening = correctedOpening(events);
  if (opening === null) return 0;
  let ticket = ticketAtOpening(opening);
  let lost = 0;
  for (const event of inTicketOrder(events)) {
    if (event.kind === 'opened' || event.kind === 'openingCorrected') continue;
    if (event.kind === 'paused' && event.prolongs === true && ticket.state !== 'waitingCustomer') lost++;
    ticket = apply(ticket, event);
  }
  return lost;
};
