import type { Actor } from '../access/actor.ts';
import type { ExpertEntitlement } from '../expertise/entitled.ts';
import type { TierId } from '../sla/policy.ts';
import { backDatingMs, DEFAULT_BACK_DATING } from '../steering/back-dating.ts';
import type { EscalationStep } from '../steering/escalation.ts';
import type { InstantMs } from '../time/instant.ts';
import type { CommandOf, TicketCommand, TicketCommandKind } from './command.ts';
import { decideAcknowledgement, decideEngagement, decideEscalation, decideTransfer } from './decide-escalation.ts';
import { decideLink, decideMerge, decideUnlink, decideUnmerge } from './decide-relation.ts';
import { accept, refuse, type Decision, type Refused } from './decision.ts';
import { matrixPriority } from './priority-matrix.ts';
import { finished, notYourRole, unchanged } from './refusals.ts';
import { isFinished, type Ticket } from './ticket.ts';

/** A ticket as it stands, with its row's id. */
export type Standing = { readonly ticketId: number; readonly ticket: Ticket };

export type Situation = Standing & {
  readonly nowMs: InstantMs;
  readonly actor: Actor;
  /** The ticket that the command names, where it names one that exists. */
  readonly other: Standing | null;
  /** The tier of the customer that the command names, where it names one that is known. */
  readonly customerTier: TierId | null;
  /** Whether the ticket's customer may have an expert now; null where nobody has asked, and the tier alone says. */
  readonly entitlement: ExpertEntitlement | null;
  /** How many days back an agent may record something as having happened; further back is a lead's. Our default where it is absent. */
  readonly backDatingDays?: number;
  /** A lead has allowed that it is recorded further back. */
  readonly isApproved?: boolean;
  /** How far its hierarchical escalation is; absent where nobody has asked the clock. */
  readonly escalationStep?: EscalationStep | null;
};

/** What an expert of the Cloud Expertise cell may do with a ticket: help, and nothing that steers it. */
const FOR_EXPERTS: ReadonlySet<TicketCommandKind> = new Set([
  'respond',
  'note',
  'tag',
  'link',
  'unlink',
  'keepTime',
  'customerAnswered',
]);

/** What only makes sense for a ticket that is not finished. */
const FOR_OPEN: ReadonlySet<TicketCommandKind> = new Set([
  'waitForCustomer',
  'waitForOther',
  'customerAnswered',
  'continue',
  'resolve',
  'changePriority',
  'assign',
  'take',
  'escalate',
  'acknowledge',
  'acceptEscalation',
  'returnEscalation',
  'engageExpertise',
  'mergeInto',
]);

/** What changes the state, and so cannot have happened before the ticket came into the state that it is in. */
const CHANGES_STATE: ReadonlySet<TicketCommandKind> = new Set([
  'waitForCustomer',
  'waitForOther',
  'customerAnswered',
  'resolve',
  'reopen',
]);

/** Further back than an agent may record something; a lead can be asked. */
export const tooFarBack = (days: number): Refused =>
  refuse('ticket/too-far-back', `That is more than ${days} days ago: a lead can record it.`, { days });

/** Why something cannot be recorded as of an instant; null where it can. */
const wrongInstant = (
  { ticket, nowMs, actor, backDatingDays: days = DEFAULT_BACK_DATING.ticketDays, isApproved = false }: Situation,
  kind: TicketCommandKind,
  atMs: InstantMs,
): Decision | null => {
  const { reference, openedAtMs, stateSinceMs } = ticket;
  if (atMs > nowMs) return refuse('ticket/future', 'This has not happened yet: choose an instant up to now.');
  if (atMs === nowMs && nowMs < Math.max(openedAtMs, CHANGES_STATE.has(kind) ? stateSinceMs : openedAtMs)) {
    const why = `This computer's clock says an instant before what was recorded of ${reference}: set it right, or undo that.`;
    return refuse('clock/behind', why, { reference });
  }
  if (atMs < openedAtMs) {
    return refuse('ticket/before-opening', `${reference} was not open then: choose a later instant.`, {
      reference,
      openedAtMs,
    });
  }
  if (CHANGES_STATE.has(kind) && atMs < stateSinceMs) {
    return refuse('ticket/before-state', `${reference} came into its present state later: choose a later instant.`, {
      reference,
      stateSinceMs,
    });
  }
  if (atMs < nowMs - backDatingMs(days) && actor.role !== 'lead' && !isApproved) return tooFarBack(days);
  return null;
};

const decideWait = (
  { ticket, nowMs }: Situation,
  { reason, wakeAtMs, remindAtMs }: CommandOf<'waitForCustomer'>,
  atMs: InstantMs,
): Decision => {
  const past = [wakeAtMs, remindAtMs].some((instant) => instant !== null && instant <= nowMs);
  if (past) return refuse('ticket/wake-past', 'The wake-up and the reminder must lie ahead: choose later instants.');
  // Waiting already: the wait goes on for another reason or longer.
  const isWaiting = ticket.state === 'waitingCustomer';
  const isSame = ticket.waitReason === reason && ticket.wakeAtMs === wakeAtMs && ticket.remindAtMs === remindAtMs;
  if (isWaiting && isSame) return unchanged(ticket);
  return accept({ atMs, kind: 'paused', reason, wakeAtMs, remindAtMs, ...(isWaiting ? { prolongs: true } : {}) });
};

const decidePriority = ({ ticket }: Situation, command: CommandOf<'changePriority'>, atMs: InstantMs): Decision => {
  const { priority, reason } = command;
  // What is not given stays.
  const { impact, urgency } = { impact: command.impact ?? ticket.impact, urgency: command.urgency ?? ticket.urgency };
  const isKnown = impact !== null && urgency !== null;
  const isSame = priority === ticket.priority && impact === ticket.impact && urgency === ticket.urgency;
  if (isSame) return unchanged(ticket);
  if (reason === null && !(isKnown && matrixPriority(impact, urgency) === priority)) {
    return refuse(
      'ticket/override-reason',
      `${priority} is not what impact and urgency come to: say why, or choose them.`,
      { priority },
    );
  }
  return accept({ atMs, kind: 'priorityChanged', priority, impact, urgency, reason });
};

const assignTo = ({ ticket, nowMs }: Situation, assignee: string | null): Decision =>
  assignee === ticket.assignee
    ? unchanged(ticket)
    : accept({ atMs: nowMs, kind: 'assigned', level: ticket.level, group: ticket.group, assignee });

const decideTags = ({ ticket, nowMs }: Situation, { add, remove }: CommandOf<'tag'>): Decision => {
  const added = [...new Set(add)].filter((tag) => !ticket.tags.includes(tag));
  const removed = remove.filter((tag) => ticket.tags.includes(tag) && !add.includes(tag));
  return added.length + removed.length === 0
    ? unchanged(ticket)
    : accept({ atMs: nowMs, kind: 'tagged', added, removed });
};

const decideEdit = ({ ticket, nowMs, customerTier }: Situation, { facts }: CommandOf<'edit'>): Decision => {
  const before: Readonly<Record<string, unknown>> = ticket;
  const changed = Object.entries(facts).filter(([fact, value]) => value !== undefined && value !== before[fact]);
  if (changed.length === 0) return unchanged(ticket);
  const edited = { atMs: nowMs, kind: 'edited', facts: Object.fromEntries(changed) } as const;
  const isOtherTier = 'customer' in edited.facts && customerTier !== null && customerTier !== ticket.tier;
  // It was this customer's from the opening on, and so is what is owed.
  return isOtherTier
    ? accept(edited, { atMs: ticket.openedAtMs, kind: 'openingCorrected', tier: customerTier })
    : accept(edited);
};

const decideAnswer = ({ ticket }: Situation, text: string | null, atMs: InstantMs): Decision =>
  ticket.state === 'waitingCustomer'
    ? accept({ atMs, kind: 'resumed', text })
    : refuse('ticket/not-waiting', `${ticket.reference} does not wait for the customer.`, {
        reference: ticket.reference,
      });

const decideContinue = ({ ticket, nowMs }: Situation): Decision => {
  const { reference, state } = ticket;
  if (state === 'waitingCustomer') {
    return refuse('ticket/waits-for-customer', `${reference} waits for the customer: record the answer.`, {
      reference,
    });
  }
  return state === 'active' ? unchanged(ticket) : accept({ atMs: nowMs, kind: 'activated' });
};

const decideReopen = ({ ticket }: Situation, reason: string, atMs: InstantMs): Decision => {
  const { reference, mergedInto } = ticket;
  if (!isFinished(ticket.state)) return refuse('ticket/not-finished', `${reference} is open.`, { reference });
  if (mergedInto !== null) {
    return refuse('ticket/merged', `${reference} is merged into ${mergedInto.reference}: take it out again instead.`, {
      reference,
      into: mergedInto.reference,
    });
  }
  return accept({ atMs, kind: 'reopened', reason });
};

const decideOwn = (situation: Situation, command: TicketCommand, atMs: InstantMs): Decision => {
  const { ticket, nowMs, actor } = situation;
  switch (command.kind) {
    case 'respond':
      return accept({ atMs, kind: 'responded', by: command.by, subject: command.subject, text: command.text });
    case 'note':
      return accept({ atMs, kind: 'commented', author: actor.name, isPublic: false, text: command.text });
    case 'waitForCustomer':
      return decideWait(situation, command, atMs);
    case 'waitForOther':
      return ticket.state === 'waitingCustomer'
        ? decideContinue(situation)
        : accept({ atMs, kind: 'awaited', waitedFor: command.waitedFor, reason: command.reason });
    case 'customerAnswered':
      return decideAnswer(situation, command.text, atMs);
    case 'continue':
      return decideContinue(situation);
    case 'resolve':
      return accept({ atMs, kind: 'resolved', text: command.text });
    case 'reopen':
      return decideReopen(situation, command.reason, atMs);
    case 'close':
      if (ticket.state === 'closed') return unchanged(ticket);
      return ticket.state === 'resolved'
        ? accept({ atMs, kind: 'closed' })
        : refuse('ticket/not-resolved', `${ticket.reference} is not resolved: resolve it before closing it.`, {
            reference: ticket.reference,
          });
    case 'changePriority':
      return decidePriority(situation, command, atMs);
    case 'assign':
      return assignTo(situation, command.assignee);
    case 'take':
      return assignTo(situation, actor.name);
    case 'edit':
      return decideEdit(situation, command);
    case 'tag':
      return decideTags(situation, command);
    case 'escalate':
      return decideEscalation(situation, command);
    case 'acceptEscalation':
    case 'returnEscalation':
      return decideTransfer(situation, command);
    case 'acknowledge':
      return decideAcknowledgement(situation, command);
    case 'engageExpertise':
      return decideEngagement(situation, command.why);
    case 'link':
      return decideLink(situation);
    case 'unlink':
      return decideUnlink(situation, command.ticketId);
    case 'mergeInto':
      return decideMerge(situation);
    case 'unmerge':
      return decideUnmerge(situation);
    case 'keepTime':
      // By its end: the call that a ticket was opened for began before it.
      return (
        wrongInstant(situation, command.kind, command.startedAtMs + command.spentMs) ??
        accept({ atMs: nowMs, ...command, kind: 'timeSpent' })
      );
  }
};

/** What a command does to a ticket as it stands: its events, or a coded reason why not. */
export const decide = (situation: Situation, command: TicketCommand): Decision => {
  const { ticket, nowMs, actor } = situation;
  if (actor.role === 'expert' && !FOR_EXPERTS.has(command.kind)) return notYourRole();
  if (FOR_OPEN.has(command.kind) && isFinished(ticket.state)) return finished(ticket);
  const atMs = ('atMs' in command ? command.atMs : undefined) ?? nowMs;
  return wrongInstant(situation, command.kind, atMs) ?? decideOwn(situation, command, atMs);
};
