import { openFrom } from '../calendar/calendar.ts';
import type { InstantMs } from '../time/instant.ts';
import type { ClockEvent } from './clock-event.ts';
import type { Duty } from './clock.ts';
import { duesOf, governingOf, type ClockFold, type DueDuty } from './fold-clock.ts';
import { whyNoClock } from './explain.ts';
import { resolutionCalendar, type Rules, type TargetSource } from './policy.ts';
import { foldClock, type ClockSubject } from './standing.ts';

/** How a ticket stands to the promises of one kind. */
export type Judged = {
  /** The one that was breached first, or will be if the clock runs on; else the one that governs. */
  readonly duty: Duty;
  /** It is breached after this instant, past or to come; null where the clock stopped in time. */
  readonly breachAfterMs: InstantMs | null;
};

/** Each kind by itself: what the offer states is never judged by an objective of ours, nor the other way round. */
export type Judgement = Readonly<Record<TargetSource, Judged | null>>;

const NOTHING: Judgement = { contractual: null, internal: null };

const breachAfterMs = (due: DueDuty, fold: ClockFold, rules: Rules): InstantMs | null => {
  const { duty, targetMs, elapsedMs, dueAtMs } = due;
  const calendar = resolutionCalendar(rules, duty.priority);
  if (elapsedMs > targetMs) return openFrom(calendar, dueAtMs);
  return fold.runSinceMs < 0 ? null : openFrom(calendar, Math.max(dueAtMs, fold.runSinceMs));
};

const judgeOne = (source: TargetSource, fold: ClockFold, rules: Rules): Judged | null => {
  const dues = duesOf(fold, rules).filter(({ duty }) => rules.policy.resolution[duty.priority].source === source);
  const known = [
    ...fold.breaches.filter((breach) => breach.source === source),
    ...dues.map((due) => ({ duty: due.duty, afterMs: breachAfterMs(due, fold, rules) })),
  ];
  let first: Judged | null = null;
  for (const { duty, afterMs } of known) {
    if (afterMs !== null && (first === null || afterMs < (first.breachAfterMs ?? Infinity))) {
      first = { duty, breachAfterMs: afterMs };
    }
  }
  if (first !== null) return first;
  const governing = governingOf(dues);
  return governing === undefined ? null : { duty: governing.duty, breachAfterMs: null };
};

/**
 * Judges a ticket's resolution by every promise that it was ever under, contractual commitments and internal objectives apart. Like a standing
 * clock it holds until the next event: at any instant, one is breached where `breachAfterMs` lies before it (sla/SPEC: 7).
 */
export const judgeDuties = (
  subject: ClockSubject,
  events: readonly ClockEvent[],
  every: Rules,
  asOfMs: InstantMs,
): Judgement => {
  const folded = foldClock(events, every, asOfMs);
  if (folded === null || whyNoClock(subject, folded.opening) !== null) return NOTHING;
  const rules = every.at(folded.judgedAtMs);
  return {
    contractual: judgeOne('contractual', folded.fold, rules),
    internal: judgeOne('internal', folded.fold, rules),
  };
};
