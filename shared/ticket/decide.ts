import { DAY_MS, type InstantMs } from '../time/instant.ts';
import type { TicketCommand } from './command.ts';
import type { Decision } from './decision.ts';
import type { TicketEvent } from './ticket-event.ts';
import { isFinished, LEVELS, type Ticket } from './ticket.ts';

/** How far back something may be recorded as having happened [our default]. */
export const BACK_DATING_MS = 7 * DAY_MS;

type Situation = { readonly ticket: Ticket; readonly nowMs: InstantMs; readonly actor: string };

const accept = (...events: readonly TicketEvent[]): Decision => ({ kind: 'accepted', events });
const refuse = (code: string, reason: string): Decision => ({ kind: 'refused', code, reason });

/** Why an instant cannot be recorded; null where it can. */
const wrongInstant = ({ ticket, nowMs }: Situation, atMs: InstantMs): Decision | null => {
  if (atMs > nowMs) return refuse('ticket/in-the-future', 'This has not happened yet: choose an instant up to now.');
  if (atMs < ticket.openedAtMs)
    return refuse('ticket/before-opening', `${ticket.reference} was not open then: choose a later instant.`);
  if (atMs < nowMs - BACK_DATING_MS) {
    return refuse('ticket/too-far-back', 'That is more than seven days ago: a lead must record it.');
  }
  return null;
};

const finished = ({ ticket }: Situation): Decision =>
  refuse(
    'ticket/finished',
    `${ticket.reference} is ${ticket.state === 'closed' ? 'closed' : 'resolved'}: reopen it first.`,
  );

const WORKING: readonly TicketCommand['kind'][] = [
  'respond',
  'waitForCustomer',
  'waitForVendor',
  'customerAnswered',
  'continue',
  'changePriority',
  'assign',
  'take',
  'escalate',
  'acceptEscalation',
  'returnEscalation',
];

const decideEscalation = (
  { ticket, nowMs }: Situation,
  { to, why, tried, evidence, nextStep }: Extract<TicketCommand, { kind: 'escalate' }>,
): Decision => {
  if (ticket.escalatedTo !== null) {
    return refuse(
      'ticket/already-escalated',
      `${ticket.reference} waits for ${ticket.escalatedTo} to accept or return it.`,
    );
  }
  if (LEVELS.indexOf(to) <= LEVELS.indexOf(ticket.level)) {
    return refuse('ticket/not-higher', `${ticket.reference} is at ${ticket.level}: escalate to a higher level.`);
  }
  return accept({ atMs: nowMs, kind: 'escalated', from: ticket.level, to, why, tried, evidence, nextStep });
};

const assignTo = ({ ticket, nowMs }: Situation, assignee: string | null): Decision =>
  assignee === ticket.assignee
    ? refuse(
        'ticket/unchanged',
        assignee === null ? `${ticket.reference} has no assignee.` : `${ticket.reference} is ${assignee}’s already.`,
      )
    : accept({ atMs: nowMs, kind: 'assigned', level: ticket.level, group: ticket.group, assignee });

const decideTags = (
  { ticket, nowMs }: Situation,
  { add, remove }: Extract<TicketCommand, { kind: 'tag' }>,
): Decision => {
  const added = add.filter((tag) => !ticket.tags.includes(tag));
  const removed = remove.filter((tag) => ticket.tags.includes(tag));
  if (added.length + removed.length === 0)
    return refuse('ticket/unchanged', `${ticket.reference} has these tags already.`);
  return accept({ atMs: nowMs, kind: 'tagged', added, removed });
};

/** What a command does to a ticket as it stands: its events, or why not. */
export const decide = (ticket: Ticket, command: TicketCommand, nowMs: InstantMs, actor: string): Decision => {
  const situation: Situation = { ticket, nowMs, actor };
  const atMs = ('atMs' in command ? command.atMs : undefined) ?? nowMs;
  const wrong = wrongInstant(situation, atMs);
  if (wrong !== null) return wrong;
  if (isFinished(ticket.state) && WORKING.includes(command.kind)) return finished(situation);
  switch (command.kind) {
    case 'respond':
      return accept({ atMs, kind: 'responded', by: command.by, subject: command.subject, text: command.text });
    case 'note':
      return accept({ atMs, kind: 'commented', author: actor, isPublic: false, text: command.text });
    case 'waitForCustomer':
      if (ticket.state === 'waitingCustomer') {
        return refuse('ticket/already-waiting', `${ticket.reference} waits for the customer already.`);
      }
      if (command.wakeAtMs !== null && command.wakeAtMs <= nowMs) {
        return refuse('ticket/wake-in-the-past', 'The wake-up is past: choose a later instant.');
      }
      return accept({ atMs, kind: 'paused', reason: command.reason, wakeAtMs: command.wakeAtMs });
    case 'waitForVendor':
      if (ticket.state === 'waitingCustomer') {
        return refuse('ticket/already-waiting', `${ticket.reference} waits for the customer: record the answer first.`);
      }
      return accept({ atMs, kind: 'awaited', waitedFor: 'vendor', reason: command.reason });
    case 'customerAnswered':
      return ticket.state === 'waitingCustomer'
        ? accept({ atMs, kind: 'resumed' })
        : refuse('ticket/not-waiting', `${ticket.reference} does not wait for the customer.`);
    case 'continue':
      return ticket.state === 'new' || ticket.state.startsWith('waiting')
        ? ticket.state === 'waitingCustomer'
          ? refuse(
              'ticket/waits-for-customer',
              `${ticket.reference} waits for the customer: record the answer instead.`,
            )
          : accept({ atMs, kind: 'activated' })
        : refuse('ticket/unchanged', `${ticket.reference} is being worked on already.`);
    case 'resolve':
      return isFinished(ticket.state)
        ? refuse('ticket/finished', `${ticket.reference} is ${ticket.state} already.`)
        : accept({ atMs, kind: 'resolved', text: command.text });
    case 'reopen':
      return isFinished(ticket.state)
        ? accept({ atMs, kind: 'reopened', reason: command.reason })
        : refuse('ticket/not-finished', `${ticket.reference} is open already.`);
    case 'close':
      return ticket.state === 'resolved'
        ? accept({ atMs, kind: 'closed' })
        : refuse('ticket/not-resolved', `${ticket.reference} is not resolved: resolve it before closing it.`);
    case 'changePriority':
      return command.priority === ticket.priority
        ? refuse('ticket/unchanged', `${ticket.reference} is a ${command.priority} already.`)
        : accept({ atMs, kind: 'priorityChanged', priority: command.priority, reason: command.reason });
    case 'assign':
      return assignTo(situation, command.assignee);
    case 'take':
      return assignTo(situation, actor);
    case 'retitle':
      return command.title === ticket.title
        ? refuse('ticket/unchanged', `${ticket.reference} has that title already.`)
        : accept({ atMs, kind: 'edited', facts: { title: command.title } });
    case 'tag':
      return decideTags(situation, command);
    case 'escalate':
      return decideEscalation(situation, command);
    case 'acceptEscalation':
      return ticket.escalatedTo === null
        ? refuse('ticket/not-escalated', `${ticket.reference} is not escalated.`)
        : accept({ atMs, kind: 'escalationAccepted', level: ticket.escalatedTo, assignee: actor });
    case 'returnEscalation':
      return ticket.escalatedTo === null
        ? refuse('ticket/not-escalated', `${ticket.reference} is not escalated.`)
        : accept({ atMs, kind: 'escalationReturned', reason: command.reason });
  }
};
