import type { ClockEvent } from '../sla/clock-event.ts';
import type { Priority, TierId } from '../sla/policy.ts';
import type { EscalationStep } from '../steering/escalation.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Grade } from './priority-matrix.ts';
import type { DeskFacts, Level, Source, TicketFacts, TicketRef } from './ticket.ts';

export type WaitedFor = 'vendor' | 'problem' | 'evidence';

/** What of a ticket is edited as it is; assignments and priorities have events of their own. */
export type EditedFacts = Partial<
  Omit<TicketFacts, 'level' | 'group' | 'assignee'> & Omit<DeskFacts, 'impact' | 'urgency'>
>;

/**
 * One thing that happened to a ticket. Events are only ever added; the ticket, its clocks and every list are folds of them.
 * `atMs` is when it happened in the world, not when Vigie heard of it.
 */
export type TicketEvent = {
  readonly atMs: InstantMs;
  /** The lead who allowed what rules refuse. */
  readonly approvedBy?: string;
} & (
  | ({
      readonly kind: 'opened';
      readonly source: Source;
      readonly reference: string;
      readonly priority: Priority | null;
      readonly tier: TierId;
      /** Why the priority is not that of the matrix. */
      readonly priorityReason?: string | null;
    } & TicketFacts &
      Partial<DeskFacts>)
  /** The opening was recorded wrongly: these values replace the opening's own, from the opening on. */
  | {
      readonly kind: 'openingCorrected';
      readonly priority?: Priority | null;
      readonly tier?: TierId;
      readonly facts?: Partial<TicketFacts>;
    }
  /** Imported events tell only that somebody answered; ours also how, and what was said. */
  | {
      readonly kind: 'responded';
      readonly by?: 'call' | 'mail';
      readonly subject?: string | null;
      readonly text?: string;
    }
  /** Waiting for the customer: the clock stops. */
  | {
      readonly kind: 'paused';
      readonly reason?: string;
      readonly wakeAtMs?: InstantMs | null;
      readonly remindAtMs?: InstantMs | null;
      /** It waits already, and goes on waiting: this begins no wait, also where an answer is recorded later as of before it. */
      readonly prolongs?: true;
    }
  | { readonly kind: 'resumed'; readonly text?: string | null }
  /** Waiting for somebody else: recorded, and the clock runs on. */
  | { readonly kind: 'awaited'; readonly waitedFor: WaitedFor; readonly reason?: string }
  /** Somebody works on it (again). */
  | { readonly kind: 'activated' }
  | { readonly kind: 'resolved'; readonly text?: string }
  | { readonly kind: 'reopened'; readonly reason?: string }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'priorityChanged';
      readonly priority: Priority;
      readonly impact?: Grade | null;
      readonly urgency?: Grade | null;
      readonly reason?: string | null;
    }
  | { readonly kind: 'tierChanged'; readonly tier: TierId }
  | {
      readonly kind: 'assigned';
      readonly level: Level;
      readonly group: string | null;
      readonly assignee: string | null;
    }
  | { readonly kind: 'edited'; readonly facts: EditedFacts }
  | { readonly kind: 'tagged'; readonly added: readonly string[]; readonly removed: readonly string[] }
  /** Another level is asked to take it over; it stays where it is until that level accepts. */
  | {
      readonly kind: 'escalated';
      readonly from: Level;
      readonly to: Level;
      readonly why: string;
      readonly tried: string;
      readonly evidence: string | null;
      readonly nextStep: string;
    }
  | { readonly kind: 'escalationAccepted'; readonly level: Level; readonly assignee: string }
  | { readonly kind: 'escalationReturned'; readonly reason: string }
  /** A lead knows how far it is: hierarchical escalation (DOMAIN: Escalation). */
  | { readonly kind: 'acknowledged'; readonly step: EscalationStep }
  /** The Cloud Expertise cell is engaged: not a support level, and the ticket stays where it is. */
  | { readonly kind: 'expertiseEngaged'; readonly why: string }
  | ({ readonly kind: 'linked' } & TicketRef)
  | ({ readonly kind: 'unlinked' } & TicketRef)
  /** It is the same matter as another ticket and is closed for it; that one tells that it took it in. */
  | ({ readonly kind: 'merged' } & TicketRef)
  | ({ readonly kind: 'unmerged' } & TicketRef)
  | ({ readonly kind: 'tookIn' } & TicketRef)
  | ({ readonly kind: 'gaveBack' } & TicketRef)
  | {
      readonly kind: 'timeSpent';
      readonly startedAtMs: InstantMs;
      readonly spentMs: number;
      readonly note: string | null;
    }
  /** What is personal was redacted in all before it; whole, or one person alone. `erasureId` is the event of its customer that says why. */
  | { readonly kind: 'erased'; readonly erasureId: string; readonly isWhole: boolean }
  | { readonly kind: 'commented'; readonly author: string | null; readonly isPublic: boolean; readonly text: string }
);

export type Opened = Extract<TicketEvent, { kind: 'opened' }>;

/** By instant, then in the order of entry. */
export const inTicketOrder = (events: readonly TicketEvent[]): TicketEvent[] => {
  const first = (event: TicketEvent): number => (event.kind === 'opened' ? 0 : 1);
  return [...events].sort((a, b) => a.atMs - b.atMs || first(a) - first(b));
};

const corrected = (opened: Opened, by: Extract<TicketEvent, { kind: 'openingCorrected' }>): Opened => ({
  ...opened,
  ...by.facts,
  priority: by.priority === undefined ? opened.priority : by.priority,
  tier: by.tier ?? opened.tier,
});

/** The opening with all its corrections applied; null where there is none. */
export const correctedOpening = (events: readonly TicketEvent[]): Opened | null =>
  events.reduce<Opened | null>((opened, event) => {
    if (event.kind === 'opened') return opened ?? event;
    return event.kind === 'openingCorrected' && opened !== null ? corrected(opened, event) : opened;
  }, null);

/**
 * What the clock reads of a ticket's events. A ticket whose priority becomes known only later has been of that priority from its opening
 * on as far as anyone can tell, so the first one that is known stands in for it.
 */
export const toClockEvents = (events: readonly TicketEvent[]): ClockEvent[] => {
  const opening = correctedOpening(events);
  if (opening === null) return [];
  const clockEvents: ClockEvent[] = [];
  let priority = opening.priority;
  for (const event of events) {
    const { atMs } = event;
    switch (event.kind) {
      case 'paused':
        if (event.prolongs !== true) clockEvents.push({ atMs, type: 'paused' });
        break;
      case 'responded':
      case 'resumed':
      case 'resolved':
      case 'reopened':
        clockEvents.push({ atMs, type: event.kind });
        break;
      case 'closed':
      case 'merged':
        clockEvents.push({ atMs, type: 'resolved' });
        break;
      case 'unmerged':
        clockEvents.push({ atMs, type: 'reopened' });
        break;
      case 'priorityChanged':
        priority ??= event.priority;
        clockEvents.push({ atMs, type: 'priorityChanged', priority: event.priority });
        break;
      case 'tierChanged':
        clockEvents.push({ atMs, type: 'tierChanged', tier: event.tier });
        break;
      default:
    }
  }
  return [{ atMs: opening.atMs, type: 'opened', priority, tier: opening.tier }, ...clockEvents];
};
