import { readClock } from '../../../shared/sla/clock.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { toWireClock, type WireClock } from '../../../shared/sla/sla-case.ts';
import { formatInstant, type InstantMs } from '../../../shared/time/instant.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import { foldAsOf, type FoldedTicket } from '../ticket/fold-ticket.ts';

/** A ticket of the queue as the command line prints it, clocks as in sla/SPEC. */
export type WireQueueRow = {
  readonly reference: string;
  readonly customer: string;
  readonly tier: string;
  readonly priority: string | null;
  readonly state: string;
  readonly level: string;
  readonly assignee: string | null;
  readonly openedAt: string;
  readonly resolution: WireClock;
  readonly firstResponse: WireClock;
};

export type WireQueue = { readonly asOf: string; readonly total: number; readonly rows: readonly WireQueueRow[] };

const inQueueOrder = (a: FoldedTicket, b: FoldedTicket): number =>
  a.queue.group - b.queue.group ||
  a.queue.key - b.queue.key ||
  (a.ticket.reference < b.ticket.reference ? -1 : a.ticket.reference > b.ticket.reference ? 1 : 0);

/** The queue as it stood at an instant, folded from the event log alone: every ticket opened by then, in the default order. */
export const queueAsOf = (events: EventRepo, rules: Rules, asOfMs: InstantMs, limit: number): WireQueue => {
  const folded: FoldedTicket[] = [];
  for (const { events: all } of events.eachTicket()) {
    const one = foldAsOf(all, rules, asOfMs);
    if (one !== null) folded.push(one);
  }
  folded.sort(inQueueOrder);
  const rows = folded.slice(0, limit).map(({ ticket, clocks }): WireQueueRow => {
    const { reference, customer, tier, priority, state, level, assignee, openedAtMs } = ticket;
    return {
      reference,
      customer,
      tier,
      priority,
      state,
      level,
      assignee,
      openedAt: formatInstant(openedAtMs),
      resolution: toWireClock(readClock(clocks.resolution, rules, asOfMs)),
      firstResponse: toWireClock(readClock(clocks.firstResponse, rules, asOfMs)),
    };
  });
  return { asOf: formatInstant(asOfMs), total: folded.length, rows };
};
