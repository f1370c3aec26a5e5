import type { Actor } from '../../../../shared/access/actor.ts';
import { foldTicket } from '../../../../shared/ticket/apply.ts';
import type { TicketCommand, TicketCommandKind } from '../../../../shared/ticket/command.ts';
import { decide, type Situation, type Standing } from '../../../../shared/ticket/decide.ts';
import type { Decision } from '../../../../shared/ticket/decision.ts';
import type { Opened, TicketEvent } from '../../../../shared/ticket/ticket-event.ts';
import type { Ticket } from '../../../../shared/ticket/ticket.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Monday 9 March 2026, 10:00 in Paris. */
export const OPENED = Date.UTC(2026, 2, 9, 9);
/** Two days later; the state that a ticket is in began one day before. */
export const NOW = OPENED + 2 * DAY;
export const SINCE = NOW - DAY;

export const AGENT: Actor = { name: 'ada', role: 'agent', level: 'L2' };
export const OTHER_LEVEL: Actor = { name: 'bo', role: 'agent', level: 'L1' };
export const EXPERT: Actor = { name: 'eve', role: 'expert', level: 'L2' };
export const LEAD: Actor = { name: 'lou', role: 'lead', level: 'L1' };

export const opening = (facts: Partial<Opened> = {}): Opened => ({
  ...{ atMs: OPENED, kind: 'opened', source: 'vigie', reference: 'VIG-1', priority: 'P3', tier: 'silver' },
  ...{ title: 'VPN down', category: 'incident', isBeta: false, customer: 'Nordlys', requester: null },
  ...{ channel: 'phone', language: 'fr', level: 'L1', group: null, assignee: 'cy' },
  ...facts,
});

const awaited = (waitedFor: 'vendor' | 'problem' | 'evidence'): TicketEvent => ({
  ...{ atMs: SINCE, kind: 'awaited', waitedFor, reason: 'part ordered' },
});

/** How a ticket came into each state, and into the two conditions that are none. It has a tag and a link. */
const LIVES = {
  new: [],
  active: [{ atMs: SINCE, kind: 'activated' }],
  waitingCustomer: [{ atMs: SINCE, kind: 'paused', reason: 'trace asked', wakeAtMs: NOW + DAY, remindAtMs: null }],
  waitingVendor: [awaited('vendor')],
  waitingProblem: [awaited('problem')],
  waitingEvidence: [awaited('evidence')],
  resolved: [{ atMs: SINCE, kind: 'resolved', text: 'certificate renewed' }],
  closed: [
    { atMs: SINCE - HOUR, kind: 'resolved', text: 'certificate renewed' },
    { atMs: SINCE, kind: 'closed' },
  ],
  escalated: [
    { atMs: SINCE, kind: 'activated' },
    {
      ...{ atMs: SINCE, kind: 'escalated', from: 'L1', to: 'L2' },
      ...{ why: 'network', tried: 'restart', evidence: null, nextStep: 'trace' },
    },
  ],
  merged: [{ atMs: SINCE, kind: 'merged', ticketId: 3, reference: 'VIG-3' }],
} as const satisfies Record<string, readonly TicketEvent[]>;

export type Condition = keyof typeof LIVES;
export const CONDITIONS = Object.keys(LIVES) as Condition[];

export const eventsOf = (condition: Condition, facts: Partial<Opened> = {}): TicketEvent[] => [
  opening(facts),
  { atMs: OPENED + 1, kind: 'tagged', added: ['vpn'], removed: [] },
  { atMs: OPENED + 1, kind: 'linked', ticketId: 9, reference: 'VIG-9' },
  ...LIVES[condition],
];

export const fold = (events: readonly TicketEvent[]): Ticket => {
  const ticket = foldTicket(events, NOW);
  if (ticket === null) throw new Error('not opened');
  return ticket;
};

/** Another ticket of the queue, in a state. */
export const other = (ticketId: number, condition: Condition = 'active'): Standing => ({
  ticketId,
  ticket: fold(eventsOf(condition, { reference: `VIG-${ticketId}` })),
});

/** One of each command that changes any ticket in a state that allows it. */
export const COMMANDS = {
  respond: { kind: 'respond', by: 'call', subject: null, text: 'we are on it' },
  note: { kind: 'note', text: 'seen before' },
  waitForCustomer: { kind: 'waitForCustomer', reason: 'logs asked', wakeAtMs: NOW + 2 * DAY, remindAtMs: NOW + DAY },
  waitForOther: { kind: 'waitForOther', waitedFor: 'vendor', reason: 'case opened' },
  customerAnswered: { kind: 'customerAnswered', text: 'here they are' },
  continue: { kind: 'continue' },
  resolve: { kind: 'resolve', text: 'certificate renewed' },
  reopen: { kind: 'reopen', reason: 'down again' },
  close: { kind: 'close' },
  changePriority: { kind: 'changePriority', priority: 'P1', impact: 'high', urgency: 'high', reason: null },
  assign: { kind: 'assign', assignee: 'dan' },
  take: { kind: 'take' },
  edit: { kind: 'edit', facts: { title: 'VPN down at two sites' } },
  tag: { kind: 'tag', add: ['nsx'], remove: [] },
  escalate: { kind: 'escalate', to: 'L3', why: 'routing', tried: 'reset', evidence: null, nextStep: 'capture' },
  acceptEscalation: { kind: 'acceptEscalation' },
  returnEscalation: { kind: 'returnEscalation', reason: 'nothing tried yet' },
  acknowledge: { kind: 'acknowledge' },
  engageExpertise: { kind: 'engageExpertise', why: 'architecture' },
  link: { kind: 'link', ticketId: 2 },
  unlink: { kind: 'unlink', ticketId: 9 },
  mergeInto: { kind: 'mergeInto', ticketId: 2 },
  unmerge: { kind: 'unmerge' },
  keepTime: { kind: 'keepTime', startedAtMs: NOW - HOUR, spentMs: HOUR / 2, note: null },
} as const satisfies { [Kind in TicketCommandKind]: Extract<TicketCommand, { kind: Kind }> };

export const KINDS = Object.keys(COMMANDS) as TicketCommandKind[];

/** What `decide` says of a command for a ticket with these events, `otherTicket` being the one that the command names. */
export const decided = (
  events: readonly TicketEvent[],
  command: TicketCommand,
  more: Partial<Situation> = {},
): Decision => {
  const named = command.kind === 'unmerge' ? 3 : 'ticketId' in command ? command.ticketId : null;
  const standing = { ticketId: 1, ticket: fold(events), other: named === null ? null : other(named) };
  return decide({ ...standing, customerTier: null, entitlement: null, nowMs: NOW, actor: AGENT, ...more }, command);
};

/** The code of the refusal, without its first part; `ok` where it is accepted. */
export const verdict = (decision: Decision): string =>
  decision.kind === 'accepted' ? 'ok' : decision.code.replace(/^ticket\//, '');

/** The events of a command that must be accepted. */
export const eventsFrom = (decision: Decision): readonly TicketEvent[] => {
  if (decision.kind === 'refused') throw new Error(`${decision.code}: ${decision.reason}`);
  return decision.events;
};
