import { countedMs, instantAfter, openFrom } from '../calendar/calendar.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { inClockOrder, type ClockEvent, type Opening } from './clock-event.ts';
import type { StandingClock } from './clock.ts';
import { beginClock, duesOf, elapsedOf, governingOf, stepClock, type ClockFold, type DueDuty } from './fold-clock.ts';
import type { CalendarName, Category, Rules } from './policy.ts';

/** What a ticket owes depends on these two beside its events. */
export type ClockSubject = { readonly category: Category | null; readonly isBeta: boolean };

export type StandingClocks = { readonly resolution: StandingClock; readonly firstResponse: StandingClock };

const NONE: StandingClock = { kind: 'none' };
const WITHOUT_CLOCKS: StandingClocks = { resolution: NONE, firstResponse: NONE };

const bestEffort = (fold: ClockFold, rules: Rules, opening: Opening): StandingClock => {
  const { calendar } = rules.policy.resolution[fold.priority];
  const { isPaused, runSinceMs, hasBreached } = fold;
  const duty = { priority: fold.priority, tier: fold.tier, startMs: opening.atMs };
  const elapsedMs = elapsedOf(fold, rules, duty, runSinceMs);
  const sinceMs = runSinceMs < 0 ? null : runSinceMs;
  return { kind: 'bestEffort', calendar, elapsedMs, sinceMs, isPaused, ...(hasBreached ? { hasBreached } : {}) };
};

/** When a running duty is past its target: after its due time, or after the next opening where it is due at closing time. */
const breachAfterMs = ({ duty, targetMs, elapsedMs, dueAtMs }: DueDuty, rules: Rules, sinceMs: InstantMs): InstantMs =>
  elapsedMs > targetMs
    ? dueAtMs
    : openFrom(rules.calendars[rules.policy.resolution[duty.priority].calendar], Math.max(dueAtMs, sinceMs));

const resolutionOf = (fold: ClockFold, rules: Rules, opening: Opening): StandingClock => {
  const dues = duesOf(fold, rules);
  const governing = governingOf(dues);
  if (governing === undefined) return bestEffort(fold, rules, opening);
  const { duty, targetMs, elapsedMs, dueAtMs } = governing;
  const { calendar } = rules.policy.resolution[duty.priority];
  const { isPaused } = fold;
  if (fold.runSinceMs < 0) {
    const stoppedDueAtMs = governing.isReached ? dueAtMs : null;
    const hasBreached = fold.hasBreached || dues.some((due) => due.elapsedMs > due.targetMs);
    return { kind: 'stopped', calendar, isPaused, duty, targetMs, elapsedMs, dueAtMs: stoppedDueAtMs, hasBreached };
  }
  const { hasBreached, runSinceMs } = fold;
  const sinceMs = Math.max(runSinceMs, duty.startMs);
  const running = { kind: 'running', calendar, duty, targetMs, elapsedMs, sinceMs, dueAtMs, hasBreached } as const;
  if (dues.length === 1) return running;
  const othersBreachAfterMs = Math.min(...dues.map((due) => breachAfterMs(due, rules, runSinceMs)));
  return othersBreachAfterMs < breachAfterMs(governing, rules, runSinceMs)
    ? { ...running, othersBreachAfterMs }
    : running;
};

const firstResponseOf = (
  fold: ClockFold,
  rules: Rules,
  opening: Opening,
  calendarName: CalendarName,
  targetMs: number,
): StandingClock => {
  const calendar = rules.calendars[calendarName];
  const dueAtMs = instantAfter(calendar, opening.atMs, targetMs);
  const shape = { calendar: calendarName, duty: null, targetMs, dueAtMs, hasBreached: false };
  if (fold.respondedAtMs < 0) return { kind: 'running', ...shape, elapsedMs: 0, sinceMs: opening.atMs };
  const elapsedMs = countedMs(calendar, opening.atMs, fold.respondedAtMs);
  return { kind: 'stopped', ...shape, isPaused: false, elapsedMs };
};

/**
 * Folds a ticket's events up to `asOfMs` into its two standing clocks. Events may come in any order; those that change nothing
 * (a second `resolved`, a `resumed` while running) are tolerated. Null where no opening lies at or before `asOfMs`.
 */
export const standingClocks = (
  subject: ClockSubject,
  events: readonly ClockEvent[],
  rules: Rules,
  asOfMs: InstantMs,
): StandingClocks | null => {
  const ordered = inClockOrder(events);
  const opening = ordered[0];
  if (opening === undefined || opening.type !== 'opened' || opening.atMs > asOfMs) return null;
  const { priority, tier } = opening;
  if (subject.isBeta) return WITHOUT_CLOCKS;
  const isRequest = subject.category === 'account' || subject.category === 'billing';
  if (priority === null && !isRequest) return WITHOUT_CLOCKS;
  const fold = beginClock(opening);
  for (let i = 1; i < ordered.length; i++) {
    const event = ordered[i] as ClockEvent;
    if (event.atMs > asOfMs) break;
    stepClock(fold, rules, event);
  }
  if (isRequest) {
    const { calendar, targetMin } = rules.policy.requestFirstResponse;
    return { resolution: NONE, firstResponse: firstResponseOf(fold, rules, opening, calendar, targetMin * MINUTE_MS) };
  }
  const openingPriority = priority ?? 'P4';
  const responseMs = rules.firstResponseMs(openingPriority, tier);
  const { calendar } = rules.policy.firstResponse[openingPriority];
  return {
    resolution: resolutionOf(fold, rules, opening),
    firstResponse: responseMs === null ? NONE : firstResponseOf(fold, rules, opening, calendar, responseMs),
  };
};
