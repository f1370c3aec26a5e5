import type { InstantMs } from '../time/instant.ts';
import type { ClockEvent } from './clock-event.ts';
import type { Priority, Rules, TierId } from './policy.ts';
import { standingClocks, type ClockSubject, type StandingClocks } from './standing.ts';

/** Something that could be done with a ticket now. */
export type Supposition =
  | { readonly kind: 'tier'; readonly tier: TierId }
  | { readonly kind: 'priority'; readonly priority: Priority }
  | { readonly kind: 'wait' }
  | { readonly kind: 'answer' }
  | { readonly kind: 'resolve' };

const eventOf = (supposed: Supposition, atMs: InstantMs): ClockEvent => {
  switch (supposed.kind) {
    case 'tier':
      return { atMs, type: 'tierChanged', tier: supposed.tier };
    case 'priority':
      return { atMs, type: 'priorityChanged', priority: supposed.priority };
    case 'wait':
      return { atMs, type: 'paused' };
    case 'answer':
      return { atMs, type: 'resumed' };
    case 'resolve':
      return { atMs, type: 'resolved' };
  }
};

/** The clocks as they would stand if something were done at `nowMs`; nothing is written. Null where the ticket was not open by then. */
export const whatIf = (
  subject: ClockSubject,
  events: readonly ClockEvent[],
  rules: Rules,
  nowMs: InstantMs,
  supposed: readonly Supposition[],
): StandingClocks | null =>
  standingClocks(
    subject,
    [...events.filter(({ atMs }) => atMs <= nowMs), ...supposed.map((one) => eventOf(one, nowMs))],
    rules,
    nowMs,
  );
