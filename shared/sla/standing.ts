import { countedMs, instantAfter, openFrom } from '../calendar/calendar.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { inClockOrder, type ClockEvent, type Opening } from './clock-event.ts';
import type { Duty, StandingClock } from './clock.ts';
import type { CalendarName, Category, Priority, Rules, TierId } from './policy.ts';

/** What a ticket owes depends on these two beside its events. */
export type ClockSubject = { readonly category: Category | null; readonly isBeta: boolean };

export type StandingClocks = { readonly resolution: StandingClock; readonly firstResponse: StandingClock };

const NONE: StandingClock = { kind: 'none' };
const WITHOUT_CLOCKS: StandingClocks = { resolution: NONE, firstResponse: NONE };

type Standing = { readonly tier: TierId; readonly startMs: InstantMs };

/** The state of one ticket while its events are folded. */
type Fold = {
  priority: Priority;
  tier: TierId;
  isPaused: boolean;
  isResolved: boolean;
  /** Start of the stretch that runs; -1 while none does. */
  runSinceMs: number;
  /** Counted stretches that ended: start, end, start, end... */
  readonly stretches: number[];
  /** The opening's tier and each higher tier since, with the instant it began: what a lowering of priority counts again from. */
  readonly tiers: Standing[];
  duties: Duty[];
  hasBreached: boolean;
  respondedAtMs: number;
};

/** Counted time of a duty's calendar along the stretches since its own start, up to an instant. */
const elapsedOf = (fold: Fold, rules: Rules, duty: Duty, untilMs: InstantMs): number => {
  const calendar = rules.calendars[rules.policy.resolution[duty.priority].calendar];
  const { stretches, runSinceMs } = fold;
  let elapsed = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    elapsed += countedMs(calendar, Math.max(stretches[i] as number, duty.startMs), stretches[i + 1] as number);
  }
  return runSinceMs < 0 ? elapsed : elapsed + countedMs(calendar, Math.max(runSinceMs, duty.startMs), untilMs);
};

const stopRunning = (fold: Fold, atMs: InstantMs): void => {
  if (fold.runSinceMs < 0) return;
  // A run of no length is none, so a pause split in two leaves the clock where it last ran.
  if (atMs > fold.runSinceMs || fold.stretches.length === 0) fold.stretches.push(fold.runSinceMs, atMs);
  fold.runSinceMs = -1;
};

const changePriority = (fold: Fold, rules: Rules, priority: Priority, atMs: InstantMs): void => {
  if (priority === fold.priority) return;
  const isRaise = priority < fold.priority;
  fold.priority = priority;
  if (isRaise) {
    fold.duties.push({ priority, tier: fold.tier, startMs: atMs });
    return;
  }
  for (const duty of fold.duties) {
    const targetMs = rules.resolutionMs(duty.priority, duty.tier);
    if (targetMs !== null && elapsedOf(fold, rules, duty, atMs) > targetMs) fold.hasBreached = true;
  }
  fold.duties = fold.tiers.map(({ tier, startMs }) => ({ priority, tier, startMs }));
};

const changeTier = (fold: Fold, rules: Rules, tier: TierId, atMs: InstantMs): void => {
  const isHigher = rules.tierRank(tier) > rules.tierRank(fold.tier);
  fold.tier = tier;
  if (!isHigher || fold.isResolved) return;
  fold.tiers.push({ tier, startMs: atMs });
  fold.duties.push({ priority: fold.priority, tier, startMs: atMs });
};

const step = (fold: Fold, rules: Rules, event: ClockEvent): void => {
  const { atMs } = event;
  switch (event.type) {
    case 'opened':
      return;
    case 'responded':
      if (fold.respondedAtMs < 0) fold.respondedAtMs = atMs;
      return;
    case 'paused':
      if (fold.isPaused || fold.isResolved) return;
      fold.isPaused = true;
      stopRunning(fold, atMs);
      return;
    case 'resumed':
      if (!fold.isPaused) return;
      fold.isPaused = false;
      fold.runSinceMs = atMs;
      return;
    case 'resolved':
      if (fold.isResolved) return;
      fold.isResolved = true;
      fold.isPaused = false;
      stopRunning(fold, atMs);
      if (fold.respondedAtMs < 0) fold.respondedAtMs = atMs;
      return;
    case 'reopened':
      if (!fold.isResolved) return;
      fold.isResolved = false;
      fold.runSinceMs = atMs;
      return;
    case 'priorityChanged':
      changePriority(fold, rules, event.priority, atMs);
      return;
    case 'tierChanged':
      changeTier(fold, rules, event.tier, atMs);
  }
};

type DueDuty = {
  readonly duty: Duty;
  readonly targetMs: number;
  readonly elapsedMs: number;
  /** Where it reached its target along the stretches, or would if the clock ran on undisturbed from where it last ran. */
  readonly dueAtMs: InstantMs;
  /** False where the clock stopped before the target was reached. */
  readonly isReached: boolean;
};

const dueOf = (fold: Fold, rules: Rules, duty: Duty, targetMs: number): DueDuty => {
  const calendar = rules.calendars[rules.policy.resolution[duty.priority].calendar];
  const { stretches, runSinceMs } = fold;
  let elapsedMs = 0;
  let dueAtMs = -1;
  for (let i = 0; i < stretches.length; i += 2) {
    const fromMs = Math.max(stretches[i] as number, duty.startMs);
    const counted = countedMs(calendar, fromMs, stretches[i + 1] as number);
    if (dueAtMs < 0 && elapsedMs + counted >= targetMs) dueAtMs = instantAfter(calendar, fromMs, targetMs - elapsedMs);
    elapsedMs += counted;
  }
  if (dueAtMs >= 0) return { duty, targetMs, elapsedMs, dueAtMs, isReached: true };
  const isRunning = runSinceMs >= 0;
  const runsOnFromMs = isRunning ? Math.max(runSinceMs, duty.startMs) : (stretches.at(-1) as number);
  dueAtMs = instantAfter(calendar, runsOnFromMs, targetMs - elapsedMs);
  return { duty, targetMs, elapsedMs, dueAtMs, isReached: isRunning };
};

/** The duties that have a target, in the order they were made. */
const duesOf = (fold: Fold, rules: Rules): DueDuty[] => {
  const dues: DueDuty[] = [];
  for (const duty of fold.duties) {
    const targetMs = rules.resolutionMs(duty.priority, duty.tier);
    if (targetMs !== null) dues.push(dueOf(fold, rules, duty, targetMs));
  }
  return dues;
};

const bestEffort = (fold: Fold, rules: Rules, opening: Opening): StandingClock => {
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

const resolutionOf = (fold: Fold, rules: Rules, opening: Opening): StandingClock => {
  const dues = duesOf(fold, rules);
  const [first, ...rest] = dues;
  if (first === undefined) return bestEffort(fold, rules, opening);
  const governing = rest.reduce((best, due) => (due.dueAtMs < best.dueAtMs ? due : best), first);
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
  if (rest.length === 0) return running;
  const othersBreachAfterMs = Math.min(...dues.map((due) => breachAfterMs(due, rules, runSinceMs)));
  return othersBreachAfterMs < breachAfterMs(governing, rules, runSinceMs)
    ? { ...running, othersBreachAfterMs }
    : running;
};

const firstResponseOf = (
  fold: Fold,
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
  const { priority, tier, atMs } = opening;
  if (subject.isBeta) return WITHOUT_CLOCKS;
  const isRequest = subject.category === 'account' || subject.category === 'billing';
  if (priority === null && !isRequest) return WITHOUT_CLOCKS;
  const fold: Fold = {
    priority: priority ?? 'P4',
    tier,
    isPaused: false,
    isResolved: false,
    runSinceMs: atMs,
    stretches: [],
    tiers: [{ tier, startMs: atMs }],
    duties: [{ priority: priority ?? 'P4', tier, startMs: atMs }],
    hasBreached: false,
    respondedAtMs: -1,
  };
  for (let i = 1; i < ordered.length; i++) {
    const event = ordered[i] as ClockEvent;
    if (event.atMs > asOfMs) break;
    step(fold, rules, event);
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
