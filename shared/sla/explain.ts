import { openBetween, type Calendar } from '../calendar/calendar.ts';
import type { InstantMs } from '../time/instant.ts';
import { inClockOrder, type ClockEvent, type Opening } from './clock-event.ts';
import { readClock, type Clock, type Duty, type StandingClock } from './clock.ts';
import { beginClock, dueOf, duesOf, governingOf, stepClock, type ClockFold } from './fold-clock.ts';
import { resolutionCalendar, type CalendarName, type Rules, type TargetSource } from './policy.ts';
import { sumByDay, type DaySum } from './sum-by-day.ts';
import { standingClocks, type ClockSubject } from './standing.ts';

/** Why a ticket has no resolution clock. */
export type NoClock = 'beta' | 'request' | 'unknownPriority';

/** Something that changed the clock: an event, or another version of the policy. */
export type StoryEvent = ClockEvent | { readonly atMs: InstantMs; readonly type: 'policyChanged' };

/** What an event did to the clock. `dueAtMs` is how it stood afterwards; null where nothing was due then. */
export type StoryStep = {
  readonly event: StoryEvent;
  /** Promises that it made, and how many it put an end to. */
  readonly made: readonly Duty[];
  readonly endedCount: number;
  readonly dueAtMs: InstantMs | null;
};

/** A promise that stood at some time. */
export type StoryPromise = {
  readonly duty: Duty;
  readonly source: TargetSource;
  readonly calendar: CalendarName;
  /** Null is best effort: it never governs. */
  readonly targetMs: number | null;
  readonly elapsedMs: number;
  /** Reached or to be reached then, if the clock runs on; null for best effort. */
  readonly dueAtMs: InstantMs | null;
  /** Null while it holds; else when a lowering of priority replaced it. */
  readonly endedAtMs: InstantMs | null;
  readonly isGoverning: boolean;
};

export type StretchKind = 'counted' | 'closed' | 'paused' | 'finished';

/** A part of the ticket's life, end exclusive. Stretches follow each other without gaps from the opening on. */
export type Stretch = {
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly kind: StretchKind;
  /** After the due instant. */
  readonly isLate: boolean;
  /** After the present: how it goes on undisturbed. */
  readonly isAhead: boolean;
};

/** Everything that makes a resolution clock what it is at an instant. */
export type ClockStory = {
  readonly asOfMs: InstantMs;
  readonly openedAtMs: InstantMs;
  readonly clock: Clock;
  readonly standing: StandingClock;
  readonly steps: readonly StoryStep[];
  /** In the order they were made. */
  readonly promises: readonly StoryPromise[];
  readonly stretches: readonly Stretch[];
  /** The governing promise's counted time by local day, until it is due, or until the clock stopped or the present where it never is. */
  readonly days: readonly DaySum[];
};

type Phase = { readonly fromMs: InstantMs; readonly kind: 'runs' | 'paused' | 'finished' };
type Made = { readonly duty: Duty; endedAtMs: InstantMs | null };

const phaseOf = ({ isResolved, isPaused }: ClockFold): Phase['kind'] =>
  isResolved ? 'finished' : isPaused ? 'paused' : 'runs';

const dueNow = (fold: ClockFold, rules: Rules): InstantMs | null => {
  const governing = governingOf(duesOf(fold, rules));
  return governing === undefined || !(governing.isReached || fold.runSinceMs >= 0) ? null : governing.dueAtMs;
};

const print = ({ isPaused, isResolved, priority, tier, respondedAtMs }: ClockFold): string =>
  [isPaused, isResolved, priority, tier, respondedAtMs].join();

/** The changes of policy after one event and up to the next that moved the due instant. */
const policySteps = (fold: ClockFold, every: Rules, fromMs: InstantMs, toMs: InstantMs): StoryStep[] => {
  if (fold.isResolved) return [];
  return every.changesAtMs.flatMap((atMs) => {
    if (atMs <= fromMs || atMs > toMs) return [];
    const dueAtMs = dueNow(fold, every.at(atMs));
    if (dueAtMs === dueNow(fold, every.at(atMs - 1))) return [];
    return [{ event: { atMs, type: 'policyChanged' }, made: [], endedCount: 0, dueAtMs }];
  });
};

/** Folds the events one by one and notes what each did. */
const follow = (opening: Opening, ordered: readonly ClockEvent[], every: Rules, asOfMs: InstantMs) => {
  const fold = beginClock(opening);
  const made: Made[] = fold.duties.map((duty) => ({ duty, endedAtMs: null }));
  const phases: Phase[] = [{ fromMs: opening.atMs, kind: 'runs' }];
  const first = dueNow(fold, every.at(opening.atMs));
  const steps: StoryStep[] = [{ event: opening, made: [...fold.duties], endedCount: 0, dueAtMs: first }];
  let lastMs = opening.atMs;
  let resolvedAtMs: InstantMs | null = null;
  for (const event of ordered.slice(1)) {
    if (event.atMs > asOfMs) break;
    steps.push(...policySteps(fold, every, lastMs, event.atMs));
    lastMs = event.atMs;
    const before = { duties: [...fold.duties], print: print(fold) };
    const rules = every.at(event.atMs);
    stepClock(fold, rules, event);
    if (print(fold) === before.print) continue;
    resolvedAtMs = fold.isResolved ? (resolvedAtMs ?? event.atMs) : null;
    const added = fold.duties.filter((duty) => !before.duties.includes(duty));
    const ended = before.duties.filter((duty) => !fold.duties.includes(duty));
    for (const one of made) if (ended.includes(one.duty)) one.endedAtMs = event.atMs;
    made.push(...added.map((duty) => ({ duty, endedAtMs: null })));
    const kind = phaseOf(fold);
    if (phases.at(-1)?.kind !== kind) phases.push({ fromMs: event.atMs, kind });
    steps.push({ event, made: added, endedCount: ended.length, dueAtMs: dueNow(fold, rules) });
  }
  steps.push(...policySteps(fold, every, lastMs, asOfMs));
  return { fold, made, phases, steps, resolvedAtMs };
};

/** What each event did to a ticket's clock, up to an instant; empty where it has none. */
export const clockSteps = (
  subject: ClockSubject,
  events: readonly ClockEvent[],
  every: Rules,
  asOfMs: InstantMs,
): readonly StoryStep[] => {
  const ordered = inClockOrder(events);
  const opening = ordered[0];
  if (opening === undefined || opening.type !== 'opened' || opening.atMs > asOfMs) return [];
  return whyNoClock(subject, opening) === null ? follow(opening, ordered, every, asOfMs).steps : [];
};

/** Cuts a span where the present and the due instant lie in it. */
const cut = (
  startMs: InstantMs,
  endMs: InstantMs,
  kind: StretchKind,
  asOfMs: InstantMs,
  dueAtMs: InstantMs | null,
): Stretch[] => {
  const cuts = [asOfMs, dueAtMs ?? startMs].filter((ms) => ms > startMs && ms < endMs);
  const edges = [...new Set([startMs, ...cuts, endMs])].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? startMs;
    return { startMs: start, endMs: end, kind, isLate: dueAtMs !== null && start >= dueAtMs, isAhead: start >= asOfMs };
  });
};

const stretchesOf = (
  phases: readonly Phase[],
  calendar: Calendar,
  endMs: InstantMs,
  asOfMs: InstantMs,
  dueAtMs: InstantMs | null,
): Stretch[] =>
  phases.flatMap(({ fromMs, kind }, i) => {
    const untilMs = phases[i + 1]?.fromMs ?? endMs;
    if (untilMs <= fromMs) return [];
    if (kind !== 'runs') return cut(fromMs, untilMs, kind, asOfMs, dueAtMs);
    const stretches: Stretch[] = [];
    let atMs = fromMs;
    for (const [start, end] of openBetween(calendar, fromMs, untilMs)) {
      if (start > atMs) stretches.push(...cut(atMs, start, 'closed', asOfMs, dueAtMs));
      stretches.push(...cut(start, end, 'counted', asOfMs, dueAtMs));
      atMs = end;
    }
    return atMs < untilMs ? [...stretches, ...cut(atMs, untilMs, 'closed', asOfMs, dueAtMs)] : stretches;
  });

const promisesOf = (made: readonly Made[], fold: ClockFold, rules: Rules, governing: Duty | null): StoryPromise[] =>
  made.map(({ duty, endedAtMs }) => {
    const { calendar, source } = rules.policy.resolution[duty.priority];
    const targetMs = rules.resolutionMs(duty.priority, duty.tier);
    const due = targetMs === null ? null : dueOf(fold, rules, duty, targetMs);
    const isDue = due !== null && endedAtMs === null && (due.isReached || fold.runSinceMs >= 0);
    return {
      ...{ duty, source, calendar, targetMs, endedAtMs },
      elapsedMs: due?.elapsedMs ?? 0,
      dueAtMs: isDue ? due.dueAtMs : null,
      isGoverning: duty === governing,
    };
  });

/** Why a ticket of this kind and opening has no resolution clock; null where it has one. */
export const whyNoClock = ({ category, isBeta }: ClockSubject, { priority }: Opening): NoClock | null => {
  if (isBeta) return 'beta';
  if (category === 'account' || category === 'billing') return 'request';
  return priority === null ? 'unknownPriority' : null;
};

/**
 * Tells how a ticket's resolution clock came to be what it is at an instant, from the same fold that the clock itself is. Null where no
 * opening lies at or before it; `NoClock` where nothing is owed.
 */
export const explainResolution = (
  subject: ClockSubject,
  events: readonly ClockEvent[],
  every: Rules,
  asOfMs: InstantMs,
): ClockStory | NoClock | null => {
  const ordered = inClockOrder(events);
  const opening = ordered[0];
  const clocks = standingClocks(subject, events, every, asOfMs);
  if (clocks === null || opening === undefined || opening.type !== 'opened') return null;
  const none = whyNoClock(subject, opening);
  if (none !== null) return none;
  const { fold, made, phases, steps, resolvedAtMs } = follow(opening, ordered, every, asOfMs);
  const rules = every.at(resolvedAtMs ?? asOfMs);
  const standing = clocks.resolution;
  const clock = readClock(standing, rules, asOfMs);
  const governing = governingOf(duesOf(fold, rules))?.duty ?? null;
  const calendar = resolutionCalendar(rules, governing?.priority ?? fold.priority);
  const { dueAtMs } = clock;
  const lastMs = phases.at(-1)?.fromMs ?? asOfMs;
  const endMs = fold.isResolved ? lastMs : fold.isPaused ? asOfMs : Math.max(asOfMs, dueAtMs ?? asOfMs);
  const stretches = stretchesOf(phases, calendar, endMs, asOfMs, dueAtMs);
  const counted = stretches.filter(({ kind, isLate }) => kind === 'counted' && !isLate);
  return {
    ...{ asOfMs, openedAtMs: opening.atMs, clock, standing, steps, stretches },
    promises: promisesOf(made, fold, rules, governing),
    days: sumByDay(counted, governing?.startMs ?? opening.atMs, rules.zone),
  };
};
