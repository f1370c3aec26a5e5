import type { TicketFacts } from '../../../shared/report/facts.ts';
import { ticketFacts } from '../../../shared/report/ticket-facts.ts';
import { turnsOf, type Turns } from '../../../shared/sla/clock.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { standingClocks, type StandingClocks } from '../../../shared/sla/standing.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { queueKey, type QueueKey } from '../../../shared/ticket/queue-order.ts';
import {
  correctedOpening,
  inTicketOrder,
  toClockEvents,
  type TicketEvent,
} from '../../../shared/ticket/ticket-event.ts';
import { bodyOf } from '../../../shared/ticket/ticket-words.ts';
import { isFinished, isWaiting, type Ticket } from '../../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

/** All that a ticket's events come to at an instant: what its row keeps. */
export type FoldedTicket = {
  readonly ticket: Ticket;
  readonly clocks: StandingClocks;
  readonly queue: QueueKey;
  readonly turns: Partial<Turns> | null;
  /** Since when it waits, and since when a level is asked to take it over; null where it is not so. */
  readonly since: { readonly waitingMs: InstantMs | null; readonly escalatedMs: InstantMs | null };
  /** When it has to be folded again: an event that has not happened yet, or another version of the policy. */
  readonly nextEventAtMs: InstantMs | null;
  /** What a search finds it by, beside its row. */
  readonly body: string;
  /** What reports read of it; folded when it is asked for, since only rows that are kept need it. */
  readonly facts: () => TicketFacts;
};

const turnsOfStopped = ({ resolution }: StandingClocks): Partial<Turns> | null =>
  resolution.kind === 'stopped' && resolution.elapsedMs > resolution.targetMs && resolution.dueAtMs !== null
    ? { breachAfterMs: resolution.dueAtMs }
    : null;

const escalatedAt = ({ escalatedTo, state }: Ticket, happened: readonly TicketEvent[]): InstantMs | null =>
  escalatedTo === null || isFinished(state)
    ? null
    : Math.max(...happened.flatMap(({ kind, atMs }) => (kind === 'escalated' ? atMs : [])));

/** Folds a ticket's events as of an instant; null where it was not open by then. */
export const foldAsOf = (told: readonly TicketEvent[], rules: Rules, asOfMs: InstantMs): FoldedTicket | null => {
  // What is recorded late may have happened early: the same order whether it is just being added or read again.
  const events = inTicketOrder(told);
  const ticket = foldTicket(events, asOfMs);
  const opening = correctedOpening(events);
  if (ticket === null || opening === null) return null;
  const happened = events.filter(({ atMs }) => atMs <= asOfMs);
  const clocks = standingClocks(ticket, toClockEvents(happened), rules, asOfMs);
  if (clocks === null) return null;
  const later = events.filter(({ atMs }) => atMs > asOfMs).map(({ atMs }) => atMs);
  const change = isFinished(ticket.state) ? undefined : rules.changesAtMs.find((ms) => ms > asOfMs);
  if (change !== undefined) later.push(change);
  return {
    ticket,
    clocks,
    queue: queueKey(ticket, clocks.resolution),
    since: {
      waitingMs: isWaiting(ticket.state) ? ticket.stateSinceMs : null,
      escalatedMs: escalatedAt(ticket, happened),
    },
    turns: turnsOf(clocks.resolution, rules.at(asOfMs)) ?? turnsOfStopped(clocks),
    nextEventAtMs: later.length === 0 ? null : Math.min(...later),
    body: bodyOf(ticket, happened),
    facts: () => ticketFacts(opening, happened, clocks, rules, asOfMs),
  };
};
