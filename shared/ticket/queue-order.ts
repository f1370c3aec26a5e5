import type { StandingClock } from '../sla/clock.ts';
import { PRIORITIES } from '../sla/policy.ts';
import { END_INSTANT_MS } from '../time/instant.ts';
import { isFinished, type Ticket } from './ticket.ts';

/**
 * The default order of the queue: what is due first stands first, so breached tickets lead; then paused ones by what is left; then best
 * effort and tickets without a clock; finished work last. No part of it depends on the present instant, so it can be an index.
 */
export const QUEUE_GROUPS = { due: 0, paused: 1, bestEffort: 2, none: 3, finished: 4 } as const;

export type QueueKey = { readonly group: number; readonly key: number };

const byPriorityThenAge = (ticket: Ticket): number => {
  const rank = ticket.priority === null ? PRIORITIES.length : PRIORITIES.indexOf(ticket.priority);
  return rank * END_INSTANT_MS + ticket.openedAtMs;
};

/** Where a ticket stands in the queue: ascending by group, then by key, then by reference. */
export const queueKey = (ticket: Ticket, resolution: StandingClock): QueueKey => {
  if (isFinished(ticket.state)) return { group: QUEUE_GROUPS.finished, key: -(ticket.resolvedAtMs ?? 0) };
  switch (resolution.kind) {
    case 'running':
      return { group: QUEUE_GROUPS.due, key: resolution.dueAtMs };
    case 'stopped': {
      const { dueAtMs, targetMs, elapsedMs } = resolution;
      if (dueAtMs !== null && elapsedMs > targetMs) return { group: QUEUE_GROUPS.due, key: dueAtMs };
      return { group: QUEUE_GROUPS.paused, key: targetMs - elapsedMs };
    }
    case 'bestEffort':
      return { group: QUEUE_GROUPS.bestEffort, key: byPriorityThenAge(ticket) };
    case 'none':
      return { group: QUEUE_GROUPS.none, key: byPriorityThenAge(ticket) };
  }
};
