import type { TierId } from '../sla/policy.ts';
import { inTicketOrder, type TicketEvent } from '../ticket/ticket-event.ts';
import type { InstantMs } from '../time/instant.ts';

/** A tier and since when, in order of time; before the first, the first holds. */
export type TierLine = readonly { readonly tier: TierId; readonly atMs: InstantMs }[];

const tierOn = (line: TierLine, ms: InstantMs): TierId =>
  (line.findLast(({ atMs }) => atMs <= ms) ?? line[0])?.tier ?? 'standard';

/**
 * A ticket's events with the tiers that its customers had: the opening's at the opening, and what changed while it was not closed, as if it
 * had been at the desk since. Exports tell no tiers, so those that stand in the events are replaced.
 */
export const withToldTiers = (
  events: readonly TicketEvent[],
  lineOf: (customer: string) => TierLine,
  nowMs: InstantMs,
): readonly TicketEvent[] => {
  const [opened, ...rest] = events;
  if (opened?.kind !== 'opened') return events;
  let line = lineOf(opened.customer);
  let tier = tierOn(line, opened.atMs);
  let passedMs = opened.atMs;
  let isClosed = false;
  const told: TicketEvent[] = [{ ...opened, tier }];
  const tell = (next: TierId, atMs: InstantMs): void => {
    if (next === tier) return;
    tier = next;
    told.push({ atMs, kind: 'tierChanged', tier });
  };
  const passUntil = (ms: InstantMs): void => {
    const fromMs = passedMs;
    passedMs = Math.max(passedMs, ms);
    if (isClosed) return;
    for (const entry of line) if (entry.atMs > fromMs && entry.atMs <= ms) tell(entry.tier, entry.atMs);
  };
  for (const event of rest) {
    if (event.kind === 'tierChanged') continue;
    passUntil(event.atMs);
    told.push(event);
    if (event.kind === 'closed') isClosed = true;
    if (event.kind === 'reopened') isClosed = false;
    if (event.kind === 'edited' && event.facts.customer !== undefined) {
      line = lineOf(event.facts.customer);
      tell(tierOn(line, event.atMs), event.atMs);
    }
  }
  passUntil(nowMs);
  return inTicketOrder(told);
};
