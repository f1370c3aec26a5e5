import { countedMs, instantAfter, openFrom } from '../calendar/calendar.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { inClockOrder, type ClockEvent, type Opening } from './clock-event.ts';
import type { StandingClock } from './clock.ts';
import {
  beginClock,
  duesOf,
  elapsedOf,
  governingOf,
  noteBreach,
  stepClock,
  type ClockFold,
  type DueDuty,
} from './fold-clock.ts';
import { resolutionCalendar, type CalendarName, type Category, type Priority, type Rules } from './policy.ts';

/** What a ticket owes depends on these two beside its events. */
export type ClockSubject = { readonly category: Category | null; readonly isBeta: boolean };

export type StandingClocks = { readonly resolution: StandingClock; readonly firstResponse: StandingClock };

const NONE: StandingClock = { kind: 'none' };
const WITHOUT_CLOCKS: StandingClocks = { resolution: NONE, firstResponse: NONE };

/**
 * From when on the calendar of the present version counts: where versions count a priority in different ones, what was counted before is
 * summed up. A calendar that stays knows the hours of every version itself, and so the instants at which a clock turns stay as they were.
 */
const countsFromMs = (rules: Rules, priority: Priority, startMs: InstantMs, asOfMs: InstantMs): InstantMs =>
  rules.mixed[priority] === undefined
    ? startMs
    : Math.max(startMs, rules.changesAtMs.findLast((ms) => ms <= asOfMs) ?? startMs);

const bestEffort = (fold: ClockFold, rules: Rules, opening: Opening, asOfMs: InstantMs): StandingClock => {
  const { calendar } = rules.policy.resolution[fold.priority];
  const { isPaused, runSinceMs, hasBreached } = fold;
  const duty = { priority: fold.priority, tier: fold.tier, startMs: opening.atMs };
  const sinceMs = runSinceMs < 0 ? null : countsFromMs(rules, fold.priority, runSinceMs, asOfMs);
  const elapsedMs = elapsedOf(fold, rules, duty, sinceMs ?? runSinceMs);
  return { kind: 'bestEffort', calendar, elapsedMs, sinceMs, isPaused, ...(hasBreached ? { hasBreached } : {}) };
};

/** When a running duty is past its target: after its due time, or after the next opening where it is due at closing time. */
const breachAfterMs = ({ duty, targetMs, elapsedMs, dueAtMs }: DueDuty, rules: Rules, sinceMs: InstantMs): InstantMs =>
  elapsedMs > targetMs ? dueAtMs : openFrom(resolutionCalendar(rules, duty.priority), Math.max(dueAtMs, sinceMs));

const resolutionOf = (fold: ClockFold, rules: Rules, opening: Opening, asOfMs: InstantMs): StandingClock => {
  const dues = duesOf(fold, rules);
  const governing = governingOf(dues);
  if (governing === undefined) return bestEffort(fold, rules, opening, asOfMs);
  const { duty, targetMs, dueAtMs } = governing;
  const { calendar } = rules.policy.resolution[duty.priority];
  const { isPaused } = fold;
  if (fold.runSinceMs < 0) {
    const stoppedDueAtMs = governing.isReached ? dueAtMs : null;
    const hasBreached = fold.hasBreached || dues.some((due) => due.elapsedMs > due.targetMs);
    const { elapsedMs } = governing;
    return { kind: 'stopped', calendar, isPaused, duty, targetMs, elapsedMs, dueAtMs: stoppedDueAtMs, hasBreached };
  }
  const { hasBreached, runSinceMs } = fold;
  const startMs = Math.max(runSinceMs, duty.startMs);
  const sinceMs = countsFromMs(rules, duty.priority, startMs, asOfMs);
  const elapsedMs = governing.elapsedMs + countedMs(resolutionCalendar(rules, duty.priority), startMs, sinceMs);
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

/** Passes the changes of policy after one event and up to the next: what was breached under the old version stays breached. */
const passChanges = (fold: ClockFold, every: Rules, fromMs: InstantMs, toMs: InstantMs): void => {
  if (fold.isResolved) return;
  for (const changeMs of every.changesAtMs) {
    if (changeMs > fromMs && changeMs <= toMs) noteBreach(fold, every.at(changeMs - 1), changeMs);
  }
};

/** The fold of a ticket's clock as its events left it. */
export type FoldedClock = {
  readonly fold: ClockFold;
  readonly opening: Opening;
  /** When it was resolved, and else the instant of the fold: what is resolved keeps the policy that it was resolved under. */
  readonly judgedAtMs: InstantMs;
};

/** Folds events that come in the order of the clock, up to an instant; the first is the opening. */
const foldOrdered = (
  opening: Opening,
  ordered: readonly ClockEvent[],
  every: Rules,
  asOfMs: InstantMs,
): FoldedClock => {
  const fold = beginClock(opening);
  const hasChanges = every.changesAtMs.length > 0;
  let judgedAtMs = asOfMs;
  for (let i = 1; i < ordered.length; i++) {
    const event = ordered[i] as ClockEvent;
    if (event.atMs > asOfMs) break;
    if (hasChanges) passChanges(fold, every, (ordered[i - 1] as ClockEvent).atMs, event.atMs);
    stepClock(fold, every.at(event.atMs), event);
    if (fold.isResolved && event.type === 'resolved') judgedAtMs = Math.min(judgedAtMs, event.atMs);
    if (!fold.isResolved) judgedAtMs = asOfMs;
  }
  if (hasChanges) {
    const lastMs = ordered.findLast((event) => event.atMs <= asOfMs)?.atMs ?? opening.atMs;
    passChanges(fold, every, lastMs, asOfMs);
  }
  return { fold, opening, judgedAtMs };
};

const openingOf = (ordered: readonly ClockEvent[], asOfMs: InstantMs): Opening | null => {
  const opening = ordered[0];
  return opening === undefined || opening.type !== 'opened' || opening.atMs > asOfMs ? null : opening;
};

/** Folds a ticket's events up to an instant; null where no opening lies at or before it. */
export const foldClock = (events: readonly ClockEvent[], every: Rules, asOfMs: InstantMs): FoldedClock | null => {
  const ordered = inClockOrder(events);
  const opening = openingOf(ordered, asOfMs);
  return opening === null ? null : foldOrdered(opening, ordered, every, asOfMs);
};

/**
 * Folds a ticket's events up to `asOfMs` into its two standing clocks. Events may come in any order; those that change nothing
 * (a second `resolved`, a `resumed` while running) are tolerated. Null where no opening lies at or before `asOfMs`.
 */
export const standingClocks = (
  subject: ClockSubject,
  events: readonly ClockEvent[],
  every: Rules,
  asOfMs: InstantMs,
): StandingClocks | null => {
  const ordered = inClockOrder(events);
  const opening = openingOf(ordered, asOfMs);
  if (opening === null) return null;
  const { priority, tier } = opening;
  if (subject.isBeta) return WITHOUT_CLOCKS;
  const isRequest = subject.category === 'account' || subject.category === 'billing';
  if (priority === null && !isRequest) return WITHOUT_CLOCKS;
  const { fold, judgedAtMs } = foldOrdered(opening, ordered, every, asOfMs);
  const rules = every.at(judgedAtMs);
  // A first response is judged by the policy under which it came.
  const answering = every.at(fold.respondedAtMs < 0 ? asOfMs : fold.respondedAtMs);
  if (isRequest) {
    const { calendar, targetMin } = answering.policy.requestFirstResponse;
    const targetMs = targetMin * MINUTE_MS;
    return { resolution: NONE, firstResponse: firstResponseOf(fold, answering, opening, calendar, targetMs) };
  }
  const openingPriority = priority ?? 'P4';
  const responseMs = answering.firstResponseMs(openingPriority, tier);
  const { calendar } = answering.policy.firstResponse[openingPriority];
  return {
    resolution: resolutionOf(fold, rules, opening, asOfMs),
    firstResponse: responseMs === null ? NONE : firstResponseOf(fold, answering, opening, calendar, responseMs),
  };
};
