import type { FailureValues } from '../ipc/reply.ts';
import type { TicketEvent } from './ticket-event.ts';

/** A command that is not done, and why. */
export type Refused = {
  readonly kind: 'refused';
  readonly code: string;
  readonly reason: string;
  readonly values?: FailureValues;
};

export type Accepted = {
  readonly kind: 'accepted';
  readonly events: readonly TicketEvent[];
  /** What happens to the other ticket that the command names. */
  readonly otherEvents?: readonly TicketEvent[];
};

/** What a command comes to: the events to add, or a reason why it is refused. */
export type Decision = Accepted | Refused;

export const accept = (...events: readonly TicketEvent[]): Accepted => ({ kind: 'accepted', events });

export const refuse = (code: string, reason: string, values: FailureValues = {}): Refused => ({
  kind: 'refused',
  code,
  reason,
  values,
});
