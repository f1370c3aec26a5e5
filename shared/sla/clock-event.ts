import type { InstantMs } from '../time/instant.ts';
import type { Priority, TierId } from './policy.ts';

/** What the clock reads of a ticket's life (sla/SPEC: Events). `priority` is null where the source does not tell it: then nothing can be owed. */
export type ClockEvent =
  | { readonly atMs: InstantMs; readonly type: 'opened'; readonly priority: Priority | null; readonly tier: TierId }
  | { readonly atMs: InstantMs; readonly type: 'responded' | 'paused' | 'resumed' | 'resolved' | 'reopened' }
  | { readonly atMs: InstantMs; readonly type: 'priorityChanged'; readonly priority: Priority }
  | { readonly atMs: InstantMs; readonly type: 'tierChanged'; readonly tier: TierId };

export type Opening = Extract<ClockEvent, { type: 'opened' }>;

/** The events in the order that the clock reads them: by instant, then by order of entry, the opening before what shares its instant. */
export const inClockOrder = (events: readonly ClockEvent[]): readonly ClockEvent[] => {
  let isSorted = true;
  for (let i = 1; i < events.length; i++) {
    const event = events[i] as ClockEvent;
    const before = events[i - 1] as ClockEvent;
    if (event.atMs < before.atMs || (event.type === 'opened' && event.atMs === before.atMs)) {
      isSorted = false;
      break;
    }
  }
  if (isSorted) return events;
  const isOpening = (event: ClockEvent): number => (event.type === 'opened' ? 0 : 1);
  return [...events].sort((a, b) => a.atMs - b.atMs || isOpening(a) - isOpening(b));
};
