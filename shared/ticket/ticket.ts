import type { Grade } from './priority-matrix.ts';
import type { Category, Priority, TierId } from '../sla/policy.ts';
import type { EscalationStep } from '../steering/escalation.ts';
import type { InstantMs } from '../time/instant.ts';

export const LEVELS = ['L1', 'L2', 'L3'] as const;
/** Support level. The Cloud Expertise cell is not one of them (DOMAIN: Who works with it). */
export type Level = (typeof LEVELS)[number];

export const TICKET_STATES = [
  'new',
  'active',
  'waitingCustomer',
  'waitingVendor',
  'waitingProblem',
  'waitingEvidence',
  'resolved',
  'closed',
] as const;
/** Where a ticket is in its life. Only `waitingCustomer` stops the clock; the other waits are recorded and it runs on. */
export type TicketState = (typeof TICKET_STATES)[number];

export const isFinished = (state: TicketState): boolean => state === 'resolved' || state === 'closed';

/** The states in which somebody else is waited for. */
export const WAITING_STATES = [
  'waitingCustomer',
  'waitingVendor',
  'waitingProblem',
  'waitingEvidence',
] as const satisfies readonly TicketState[];
export type WaitingState = (typeof WAITING_STATES)[number];

export const isWaiting = (state: TicketState): state is WaitingState => WAITING_STATES.some((one) => one === state);

/** Where a ticket came from: references are unique within one source. */
export const SOURCES = [
  'vigie',
  'servicenow',
  'freshdesk',
  'zendesk',
  'jira',
  'glpi',
  'zammad',
  'osticket',
  'generic',
  'sample',
] as const;
export type Source = (typeof SOURCES)[number];

/** What is known of a ticket beside its life. Null is unknown, and shown as unknown. */
export type TicketFacts = {
  readonly title: string | null;
  readonly category: Category | null;
  readonly isBeta: boolean;
  /** The customer's name, unique in Vigie. */
  readonly customer: string;
  readonly requester: string | null;
  readonly channel: string | null;
  readonly language: string | null;
  readonly level: Level;
  readonly group: string | null;
  readonly assignee: string | null;
};

export const TICKET_FACTS = [
  'title',
  'category',
  'isBeta',
  'customer',
  'requester',
  'channel',
  'language',
  'level',
  'group',
  'assignee',
] as const satisfies readonly (keyof TicketFacts)[];

export const PLATFORMS = ['NUP', 'NGP'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What the desk itself knows of a ticket; exports of other systems do not tell it, so importing never changes it. */
export type DeskFacts = {
  /** Who keeps the ticket for the customer, wherever it is worked on (DOMAIN: Escalation). */
  readonly owner: string | null;
  /** The requester's mail address. */
  readonly contact: string | null;
  readonly platform: Platform | null;
  /** What the requester said when opening it. */
  readonly description: string | null;
  /** When the customer first told of it, for a call recorded afterwards. The clock reads the opening (DOMAIN: Tiers). */
  readonly reportedAtMs: InstantMs | null;
  readonly impact: Grade | null;
  readonly urgency: Grade | null;
};

/** Another ticket: its row in this database, and its name for people. */
export type TicketRef = { readonly ticketId: number; readonly reference: string };

/** A ticket as its events left it. */
export type Ticket = TicketFacts &
  DeskFacts & {
    readonly source: Source;
    readonly reference: string;
    readonly priority: Priority | null;
    readonly tier: TierId;
    readonly state: TicketState;
    /** When it came into its state. */
    readonly stateSinceMs: InstantMs;
    readonly openedAtMs: InstantMs;
    readonly respondedAtMs: InstantMs | null;
    readonly resolvedAtMs: InstantMs | null;
    readonly closedAtMs: InstantMs | null;
    readonly reopenCount: number;
    readonly tags: readonly string[];
    /** What the customer is waited for; null where nothing was said. */
    readonly waitReason: string | null;
    /** Waiting for the customer: when we look again if nobody answered; null where no instant was set. */
    readonly wakeAtMs: InstantMs | null;
    /** The level that was asked to take it over and has neither accepted nor returned it. */
    readonly escalatedTo: Level | null;
    /** When to remind the customer of what is awaited; null where nothing was set. */
    readonly remindAtMs: InstantMs | null;
    readonly links: readonly TicketRef[];
    /** The ticket that it was merged into; it is closed then. */
    readonly mergedInto: TicketRef | null;
    /** When the Cloud Expertise cell was engaged on it. */
    readonly expertiseAtMs: InstantMs | null;
    /** Time that people kept as spent on it. */
    readonly spentMs: number;
    /** The last step of its hierarchical escalation that a lead has acknowledged. */
    readonly acknowledged: EscalationStep | null;
    /** How often an escalation of it was returned. */
    readonly bounceCount: number;
    /** The last instant at which something happened to it. */
    readonly updatedAtMs: InstantMs;
  };
