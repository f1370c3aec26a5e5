import type { TicketEvent } from './ticket-event.ts';

/** What a command comes to: the events to add, or a reason why it is refused. */
export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly TicketEvent[] }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string };
