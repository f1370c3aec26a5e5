import { compilePolicy } from '../../shared/sla/compile-policy.ts';
import { readClock, type Clock } from '../../shared/sla/clock.ts';
import { DEFAULT_POLICY, PRIORITIES, type Policy, type Rules, type TargetSource } from '../../shared/sla/policy.ts';
import { standingClocks } from '../../shared/sla/standing.ts';
import { foldTicket } from '../../shared/ticket/apply.ts';
import { correctedOpening, inTicketOrder, toClockEvents, type TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { isFinished, type Ticket } from '../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../shared/time/instant.ts';

/** The shipped policy with the targets of one kind alone: what a clock says by it is about those promises and no other. */
const only = (source: TargetSource): Rules => {
  const rows = (all: Policy['resolution']): Policy['resolution'] =>
    Object.fromEntries(
      PRIORITIES.map((priority) => [
        priority,
        all[priority].source === source ? all[priority] : { ...all[priority], targetMin: {} },
      ]),
    ) as Policy['resolution'];
  return compilePolicy({ ...DEFAULT_POLICY, resolution: rows(DEFAULT_POLICY.resolution) });
};
const ONLY = { contractual: only('contractual'), internal: only('internal') };
const ALL = compilePolicy(DEFAULT_POLICY);

/** A ticket as it was after each of its events: the whole fold again for each. */
type Course = readonly {
  readonly atMs: InstantMs;
  readonly untilMs: InstantMs;
  readonly ticket: Ticket;
  readonly event: TicketEvent;
}[];

const courseOf = (events: readonly TicketEvent[], nowMs: InstantMs): Course => {
  const told = inTicketOrder(events.filter(({ atMs }) => atMs <= nowMs));
  const corrections = told.filter(({ kind }) => kind === 'openingCorrected');
  const steps = told.filter(({ kind }) => kind !== 'openingCorrected');
  return steps.flatMap((event, i) => {
    const ticket = foldTicket([...corrections, ...steps.slice(0, i + 1)]);
    if (ticket === null) return [];
    const atMs = Math.max(event.atMs, ticket.openedAtMs);
    return { atMs, untilMs: Math.max(atMs, steps[i + 1]?.atMs ?? nowMs + 1), ticket, event };
  });
};

const clockAt = (
  events: readonly TicketEvent[],
  rules: Rules,
  atMs: InstantMs,
): { resolution: Clock; first: Clock } | null => {
  const happened = events.filter((event) => event.atMs <= atMs);
  const ticket = foldTicket(events, atMs);
  const clocks = ticket === null ? null : standingClocks(ticket, toClockEvents(happened), rules, atMs);
  if (clocks === null) return null;
  return { resolution: readClock(clocks.resolution, rules, atMs), first: readClock(clocks.firstResponse, rules, atMs) };
};

/** The first instant at which something is so that never ceases to be so; null where it is not so at the last. */
const firstSo = (fromMs: InstantMs, toMs: InstantMs, isSo: (atMs: InstantMs) => boolean): InstantMs | null => {
  if (!isSo(toMs)) return null;
  let [low, high] = [fromMs, toMs];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What one ticket gives to a period, in the words of the definitions. Percentages are 1 or 0, times are in ms. */
export const slowCases = (
  events: readonly TicketEvent[],
  { fromMs, toMs, nowMs }: { readonly fromMs: InstantMs; readonly toMs: InstantMs; readonly nowMs: InstantMs },
): Record<string, number[]> => {
  const cases: Record<string, number[]> = {};
  const add = (figure: string, amount: number): void => void (cases[figure] ??= []).push(amount);
  const endMs = Math.min(toMs, nowMs + 1);
  const isIn = (ms: InstantMs | null): ms is InstantMs => ms !== null && ms >= fromMs && ms < endMs;
  const course = courseOf(events, nowMs);
  const opening = correctedOpening(events);
  if (opening === null || opening.atMs > nowMs) return cases;
  const last = course.at(-1)?.ticket;

  let respondedAtMs: InstantMs | null = null;
  let resolvedAtMs: InstantMs | null = null;
  let wasFinished = false;
  if (isIn(opening.atMs)) add('opened', 1);
  for (const { atMs, ticket, event } of course) {
    const isNow = isFinished(ticket.state);
    if (event.kind === 'responded' || isNow) respondedAtMs ??= atMs;
    if (isNow && !wasFinished && isIn(atMs)) add('resolved', 1);
    if (!isNow && wasFinished && isIn(atMs)) add('reopened', 1);
    if (isNow && !wasFinished) resolvedAtMs = atMs;
    if (!isNow) resolvedAtMs = null;
    wasFinished = isNow;
    if (event.kind === 'escalated' && isIn(atMs)) add('escalated', 1);
    if (event.kind === 'escalationReturned' && isIn(atMs)) add('returned', 1);
  }
  const lengthOf = (untilMs: InstantMs, isCounted: (ticket: Ticket) => boolean, sinceMs = -Infinity): number =>
    course.reduce(
      (sum, step) =>
        isCounted(step.ticket)
          ? sum + Math.max(0, Math.min(step.untilMs, untilMs) - Math.max(step.atMs, sinceMs))
          : sum,
      0,
    );
  const isWaiting = ({ state }: Ticket): boolean => state.startsWith('waiting');
  if (isIn(respondedAtMs)) {
    add('response.gross', respondedAtMs - opening.atMs);
    add(
      'response.net',
      lengthOf(respondedAtMs, ({ state }) => state !== 'waitingCustomer' && !isFinished(state)),
    );
  }
  if (isIn(resolvedAtMs)) {
    add('resolution.gross', resolvedAtMs - opening.atMs);
    add(
      'resolution.net',
      lengthOf(resolvedAtMs, ({ state }) => state !== 'waitingCustomer' && !isFinished(state)),
    );
  }
  const waited = lengthOf(endMs, isWaiting, fromMs);
  if (waited > 0) add('waited', waited);

  const before = foldTicket(events, endMs - 1);
  const isOpen = before !== null && !isFinished(before.state);
  if (isOpen) {
    add('backlog', 1);
    add('backlog.age', endMs - opening.atMs);
  }
  for (const source of ['contractual', 'internal'] as const) {
    const rules = ONLY[source];
    const clock = clockAt(events, rules, nowMs)?.resolution;
    if (clock === undefined || last === undefined) continue;
    const isJudged = clock.targetMs !== null || clock.everBreached;
    if (isIn(resolvedAtMs) && isJudged) add(`compliance.${source}`, clock.everBreached ? 0 : 1);
    const breachedAtMs = firstSo(
      opening.atMs,
      nowMs,
      (ms) => clockAt(events, rules, ms)?.resolution.everBreached === true,
    );
    if (isIn(breachedAtMs)) add(`breaches.${source}`, 1);
    if (isOpen && isJudged) add(`backlog.breached.${source}`, breachedAtMs !== null && breachedAtMs < endMs ? 1 : 0);
  }
  const first = clockAt(events, ALL, nowMs)?.first;
  if (isIn(respondedAtMs) && first !== undefined && first.state !== 'none') {
    add('answered.internal', first.everBreached ? 0 : 1);
  }
  return cases;
};
