import type { ExpertEntitlement } from '../expertise/entitled.ts';
import type { Actor } from '../access/actor.ts';
import { ticketAtOpening } from './apply.ts';
import { DAY_MS, SECOND_MS, type InstantMs } from '../time/instant.ts';
import type { TicketCommand, TicketCommandKind } from './command.ts';
import { decide, type Situation } from './decide.ts';
import type { Refused } from './decision.ts';
import { LEVELS, type Ticket } from './ticket.ts';

/** What a list or a page knows of a ticket that decides on what can be done with it; what is absent is taken as not so. */
export type KnownTicket = Pick<Ticket, 'reference' | 'state' | 'level' | 'assignee' | 'tier' | 'escalatedTo'> &
  Partial<Ticket>;

/** What a ticket is taken to be where nothing else is known of it. */
const UNKNOWN_TICKET = ticketAtOpening({
  ...{ atMs: 0, kind: 'opened', source: 'vigie', reference: '', priority: null, tier: '', title: null },
  ...{ category: null, isBeta: false, customer: '', requester: null, channel: null, language: null },
  ...{ level: 'L1', group: null, assignee: null },
});

/** Ids and texts that no ticket has, so that a probe is never refused for changing nothing. */
const NO_ID = -1;
const OTHER_ID = -2;
const PROBE = '\u0000';

type Probes = { readonly [Kind in TicketCommandKind]: (ticket: Ticket, nowMs: InstantMs) => TicketCommand };

const PROBES: Probes = {
  respond: () => ({ kind: 'respond', by: 'call', subject: null, text: PROBE }),
  note: () => ({ kind: 'note', text: PROBE }),
  waitForCustomer: ({ wakeAtMs }, nowMs) => ({
    kind: 'waitForCustomer',
    reason: PROBE,
    wakeAtMs: Math.max(nowMs, wakeAtMs ?? 0) + DAY_MS,
    remindAtMs: null,
  }),
  waitForOther: () => ({ kind: 'waitForOther', waitedFor: 'vendor', reason: PROBE }),
  customerAnswered: () => ({ kind: 'customerAnswered', text: null }),
  continue: () => ({ kind: 'continue' }),
  resolve: () => ({ kind: 'resolve', text: PROBE }),
  reopen: () => ({ kind: 'reopen', reason: PROBE }),
  close: () => ({ kind: 'close' }),
  changePriority: ({ priority }) => ({
    kind: 'changePriority',
    priority: priority === 'P1' ? 'P2' : 'P1',
    impact: null,
    urgency: null,
    reason: PROBE,
  }),
  assign: () => ({ kind: 'assign', assignee: PROBE }),
  take: () => ({ kind: 'take' }),
  edit: () => ({ kind: 'edit', facts: { title: PROBE } }),
  tag: () => ({ kind: 'tag', add: [PROBE], remove: [] }),
  escalate: ({ level }) => ({
    kind: 'escalate',
    to: LEVELS[LEVELS.indexOf(level) + 1] ?? level,
    why: PROBE,
    tried: PROBE,
    evidence: null,
    nextStep: PROBE,
  }),
  acceptEscalation: () => ({ kind: 'acceptEscalation' }),
  returnEscalation: () => ({ kind: 'returnEscalation', reason: PROBE }),
  acknowledge: () => ({ kind: 'acknowledge' }),
  engageExpertise: () => ({ kind: 'engageExpertise', why: PROBE }),
  link: () => ({ kind: 'link', ticketId: OTHER_ID }),
  unlink: ({ links }) => ({ kind: 'unlink', ticketId: links[0]?.ticketId ?? OTHER_ID }),
  mergeInto: () => ({ kind: 'mergeInto', ticketId: OTHER_ID }),
  unmerge: () => ({ kind: 'unmerge' }),
  keepTime: (_ticket, nowMs) => ({
    kind: 'keepTime',
    startedAtMs: nowMs - SECOND_MS,
    spentMs: SECOND_MS,
    note: null,
  }),
};

export const COMMAND_KINDS = Object.keys(PROBES) as readonly TicketCommandKind[];

/** Why no command of a kind can be done with a ticket as it stands, whatever is filled in; null where one can. Asks `decide`. */
export const refusalOf = (
  kind: TicketCommandKind,
  known: KnownTicket,
  actor: Actor,
  nowMs: InstantMs,
  /** Of the ticket's customer, where it is known. */
  entitlement: ExpertEntitlement | null = null,
): Refused | null => {
  const ticket: Ticket = { ...UNKNOWN_TICKET, ...known };
  const other = { ticketId: OTHER_ID, ticket: { ...ticket, mergedInto: null } };
  const situation: Situation = { ticketId: NO_ID, ticket, other, customerTier: null, entitlement, nowMs, actor };
  const decision = decide(situation, PROBES[kind](ticket, nowMs));
  return decision.kind === 'refused' ? decision : null;
};

/** The kinds of commands that a ticket's state and the actor's role allow. */
export const allowedCommands = (known: KnownTicket, actor: Actor, nowMs: InstantMs): ReadonlySet<TicketCommandKind> =>
  new Set(COMMAND_KINDS.filter((kind) => refusalOf(kind, known, actor, nowMs) === null));
