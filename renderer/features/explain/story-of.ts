import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import type { ClockEvent } from '../../../shared/sla/clock-event.ts';
import { toClockEvents, type TicketEvent } from '../../../shared/ticket/ticket-event.ts';

/** The events that hold, as the clock reads them. The core wrote each from a `TicketEvent`, and sends it with its fields in `payload`. */
export const clockEventsOf = ({ events }: TicketDetail): ClockEvent[] =>
  toClockEvents(
    events
      .filter(({ voidedBy }) => voidedBy === null)
      .map(({ atMs, kind, payload }) => ({ ...payload, atMs, kind }) as TicketEvent),
  );
