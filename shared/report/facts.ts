import type { Priority, TargetSource, TierId } from '../sla/policy.ts';
import type { Level } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';

/** Why a promise was not kept: the first of these that holds (docs/decisions/0014). */
export const BREACH_CAUSES = [
  /** Nobody had answered the customer. */
  'unanswered',
  /** It had been resolved before, and came back. */
  'reopened',
  /** A raise of the priority made the promise. */
  'raised',
  /** A change to a higher tier made the promise. */
  'upgraded',
  /** Another version of the policy brought the due time forward. */
  'policy',
  /** Somebody else was waited for: a vendor, another team's problem, evidence. */
  'awaited',
  /** It had been escalated. */
  'escalation',
  /** None of these: it was worked on for longer than promised. */
  'worked',
] as const;
export type BreachCause = (typeof BREACH_CAUSES)[number];

/** From an instant until another; null while it goes on. */
export type Span = { readonly fromMs: InstantMs; readonly untilMs: InstantMs | null };

export const WAIT_KINDS = ['customer', 'vendor', 'problem', 'evidence'] as const;
export type WaitKind = (typeof WAIT_KINDS)[number];
export type Wait = Span & { readonly for: WaitKind; readonly reason: string | null };

/** An escalation to a level, or one that came back from it. */
export type Turn = { readonly kind: 'escalated' | 'returned'; readonly atMs: InstantMs; readonly level: Level };

/** How a promise came out; it is breached where `breachAfterMs` has passed. `cause` is why, null where it never will be. */
export type Promised = {
  readonly priority: Priority | null;
  readonly tier: TierId;
  readonly breachAfterMs: InstantMs | null;
  readonly cause: BreachCause | null;
};

/** What the figures read of a ticket. It holds from the last event to the next, whatever instant it is read at. */
export type TicketFacts = {
  readonly priority: Priority | null;
  readonly tier: TierId;
  readonly level: Level;
  /** When it was open: the first span begins with its opening, each other with a reopening. */
  readonly open: readonly Span[];
  /** First answered, or resolved where nobody answered before. */
  readonly respondedAtMs: InstantMs | null;
  readonly response: (Omit<Promised, 'cause'> & { readonly source: TargetSource }) | null;
  readonly resolution: Readonly<Record<TargetSource, Promised | null>>;
  readonly waits: readonly Wait[];
  readonly turns: readonly Turn[];
};
