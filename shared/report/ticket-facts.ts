import type { Rules } from '../sla/policy.ts';
import { turnsOf } from '../sla/clock.ts';
import { judgeDuties, type Judged } from '../sla/judge.ts';
import type { StandingClocks } from '../sla/standing.ts';
import { apply, ticketAtOpening } from '../ticket/apply.ts';
import { inTicketOrder, toClockEvents, type Opened, type TicketEvent } from '../ticket/ticket-event.ts';
import { isFinished, type Ticket, type TicketState } from '../ticket/ticket.ts';
import { openFrom } from '../calendar/calendar.ts';
import type { InstantMs } from '../time/instant.ts';
import { breachCause } from './breach-cause.ts';
import type { Promised, Span, TicketFacts, Turn, Wait, WaitKind } from './facts.ts';

/** A reason is a line, not a letter. */
const LONGEST_REASON = 120;

const WAITS: Partial<Readonly<Record<TicketState, WaitKind>>> = {
  waitingCustomer: 'customer',
  waitingVendor: 'vendor',
  waitingProblem: 'problem',
  waitingEvidence: 'evidence',
};

const reasonOf = (event: TicketEvent): string | null =>
  (event.kind === 'paused' || event.kind === 'awaited') && event.reason !== undefined
    ? event.reason.trim().slice(0, LONGEST_REASON)
    : null;

type Course = Pick<TicketFacts, 'open' | 'waits' | 'turns' | 'respondedAtMs'> & { readonly ticket: Ticket };

/** Goes through a ticket's life and notes what the figures count. */
const follow = (opening: Opened, events: readonly TicketEvent[]): Course => {
  let ticket = ticketAtOpening(opening);
  const open: Span[] = [];
  const waits: Wait[] = [];
  const turns: Turn[] = [];
  let openSinceMs: InstantMs | null = opening.atMs;
  let waiting: Wait | null = null;
  let respondedAtMs: InstantMs | null = null;
  for (const event of inTicketOrder(events)) {
    const { kind } = event;
    if (kind === 'opened' || kind === 'openingCorrected') continue;
    const before = ticket;
    const atMs = Math.max(event.atMs, opening.atMs);
    ticket = apply(ticket, event);
    if (kind === 'responded' || isFinished(ticket.state)) respondedAtMs ??= atMs;
    if (kind === 'escalated') turns.push({ kind, atMs, level: event.to });
    if (kind === 'escalationReturned' && before.escalatedTo !== null) {
      turns.push({ kind: 'returned', atMs, level: before.escalatedTo });
    }
    if (ticket.state === before.state) continue;
    if (waiting !== null) waits.push({ ...waiting, untilMs: atMs });
    const wait = WAITS[ticket.state];
    waiting = wait === undefined ? null : { for: wait, reason: reasonOf(event), fromMs: atMs, untilMs: null };
    if (isFinished(ticket.state)) {
      if (openSinceMs !== null) open.push({ fromMs: openSinceMs, untilMs: atMs });
      openSinceMs = null;
    } else openSinceMs ??= atMs;
  }
  if (waiting !== null) waits.push(waiting);
  if (openSinceMs !== null) open.push({ fromMs: openSinceMs, untilMs: null });
  return { ticket, open, waits, turns, respondedAtMs };
};

const responseOf = (opening: Opened, { firstResponse }: StandingClocks, rules: Rules): TicketFacts['response'] => {
  if (firstResponse.kind !== 'running' && firstResponse.kind !== 'stopped') return null;
  const { priority, tier, category } = opening;
  const isRequest = category === 'account' || category === 'billing';
  const source = isRequest || priority === null ? 'internal' : rules.policy.firstResponse[priority].source;
  const breachAfterMs =
    firstResponse.kind === 'running'
      ? (turnsOf(firstResponse, rules)?.breachAfterMs ?? null)
      : firstResponse.elapsedMs > firstResponse.targetMs && firstResponse.dueAtMs !== null
        ? openFrom(rules.calendars[firstResponse.calendar], firstResponse.dueAtMs)
        : null;
  return { priority, tier, breachAfterMs, source };
};

/** What a report needs of a ticket: its opening as it is known, its events up to an instant, its clocks as of then. */
export const ticketFacts = (
  opening: Opened,
  happened: readonly TicketEvent[],
  clocks: StandingClocks,
  rules: Rules,
  asOfMs: InstantMs,
): TicketFacts => {
  const { ticket, ...course } = follow(opening, happened);
  const clockEvents = toClockEvents(happened);
  const judged = judgeDuties(ticket, clockEvents, rules, asOfMs);
  const promised = (one: Judged | null): Promised | null => {
    if (one === null) return null;
    const { duty, breachAfterMs } = one;
    const cause =
      breachAfterMs === null
        ? null
        : breachCause({ subject: ticket, clockEvents, rules, duty, breachAfterMs, ...course });
    return { priority: duty.priority, tier: duty.tier, breachAfterMs, cause };
  };
  const { priority, tier, level } = ticket;
  return {
    ...{ priority, tier, level, ...course },
    response: responseOf(firstKnown(opening, clockEvents), clocks, rules.at(course.respondedAtMs ?? asOfMs)),
    resolution: { contractual: promised(judged.contractual), internal: promised(judged.internal) },
  };
};

/** The opening with the priority that the clock takes it to have had (`toClockEvents`). */
const firstKnown = (opening: Opened, [first]: ReturnType<typeof toClockEvents>): Opened =>
  first?.type === 'opened' ? { ...opening, priority: first.priority } : opening;
