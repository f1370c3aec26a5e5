import { countedMs, instantAfter, openFrom } from '../calendar/calendar.ts';
import type { InstantMs } from '../time/instant.ts';
import type { ClockEvent, Opening } from './clock-event.ts';
import type { Duty } from './clock.ts';
import { resolutionCalendar, type Priority, type Rules, type TargetSource, type TierId } from './policy.ts';

type TierSince = { readonly tier: TierId; readonly startMs: InstantMs };

/** A duty that was past its target before it or its target was gone; `afterMs`: it was breached after this instant. */
export type NotedBreach = { readonly duty: Duty; readonly source: TargetSource; readonly afterMs: InstantMs };

/** The state of one ticket's resolution clock while its events are folded. */
export type ClockFold = {
  priority: Priority;
  tier: TierId;
  isPaused: boolean;
  isResolved: boolean;
  /** Start of the stretch that runs; -1 while none does. */
  runSinceMs: number;
  /** Counted stretches that ended: start, end, start, end... */
  readonly stretches: number[];
  /** The opening's tier and each higher tier since, with the instant it began: what a lowering of priority counts again from. */
  readonly tiers: TierSince[];
  duties: Duty[];
  hasBreached: boolean;
  /** What made `hasBreached` true, the first of each duty. */
  readonly breaches: NotedBreach[];
  respondedAtMs: number;
};

/** Counted time of a duty's calendar along the stretches since its own start, up to an instant. */
export const elapsedOf = (fold: ClockFold, rules: Rules, duty: Duty, untilMs: InstantMs): number => {
  const calendar = resolutionCalendar(rules, duty.priority);
  const { stretches, runSinceMs } = fold;
  let elapsed = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    elapsed += countedMs(calendar, Math.max(stretches[i] as number, duty.startMs), stretches[i + 1] as number);
  }
  return runSinceMs < 0 ? elapsed : elapsed + countedMs(calendar, Math.max(runSinceMs, duty.startMs), untilMs);
};

const stopRunning = (fold: ClockFold, atMs: InstantMs): void => {
  if (fold.runSinceMs < 0) return;
  // A run of no length is none, so a pause split in two leaves the clock where it last ran.
  if (atMs > fold.runSinceMs || fold.stretches.length === 0) fold.stretches.push(fold.runSinceMs, atMs);
  fold.runSinceMs = -1;
};

/** Keeps in mind that a duty in force is past its target, before it or its target is gone: a breach is never erased (sla/SPEC: 7). */
export const noteBreach = (fold: ClockFold, rules: Rules, atMs: InstantMs): void => {
  for (const duty of fold.duties) {
    const targetMs = rules.resolutionMs(duty.priority, duty.tier);
    if (targetMs === null || elapsedOf(fold, rules, duty, atMs) <= targetMs) continue;
    fold.hasBreached = true;
    if (fold.breaches.some((breach) => breach.duty === duty)) continue;
    const { dueAtMs } = dueOf(fold, rules, duty, targetMs);
    const { source } = rules.policy.resolution[duty.priority];
    fold.breaches.push({ duty, source, afterMs: openFrom(resolutionCalendar(rules, duty.priority), dueAtMs) });
  }
};

const changePriority = (fold: ClockFold, rules: Rules, priority: Priority, atMs: InstantMs): void => {
  if (priority === fold.priority) return;
  const isRaise = priority < fold.priority;
  fold.priority = priority;
  if (isRaise) {
    fold.duties.push({ priority, tier: fold.tier, startMs: atMs });
    return;
  }
  noteBreach(fold, rules, atMs);
  fold.duties = fold.tiers.map(({ tier, startMs }) => ({ priority, tier, startMs }));
};

const changeTier = (fold: ClockFold, rules: Rules, tier: TierId, atMs: InstantMs): void => {
  const isHigher = rules.tierRank(tier) > rules.tierRank(fold.tier);
  fold.tier = tier;
  if (!isHigher || fold.isResolved) return;
  fold.tiers.push({ tier, startMs: atMs });
  fold.duties.push({ priority: fold.priority, tier, startMs: atMs });
};

/** One more event. */
export const stepClock = (fold: ClockFold, rules: Rules, event: ClockEvent): void => {
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

/** A duty with a target, and how it stands. */
export type DueDuty = {
  readonly duty: Duty;
  readonly targetMs: number;
  readonly elapsedMs: number;
  /** Where it reached its target along the stretches, or would if the clock ran on undisturbed from where it last ran. */
  readonly dueAtMs: InstantMs;
  /** False where the clock stopped before the target was reached. */
  readonly isReached: boolean;
};

export const dueOf = (fold: ClockFold, rules: Rules, duty: Duty, targetMs: number): DueDuty => {
  const calendar = resolutionCalendar(rules, duty.priority);
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
export const duesOf = (fold: ClockFold, rules: Rules): DueDuty[] => {
  const dues: DueDuty[] = [];
  for (const duty of fold.duties) {
    const targetMs = rules.resolutionMs(duty.priority, duty.tier);
    if (targetMs !== null) dues.push(dueOf(fold, rules, duty, targetMs));
  }
  return dues;
};

/** The fold of a ticket of which only the opening happened. A priority that nobody knows stands as the lowest; it has no clock anyway. */
export const beginClock = ({ atMs, priority, tier }: Opening): ClockFold => ({
  priority: priority ?? 'P4',
  tier,
  isPaused: false,
  isResolved: false,
  runSinceMs: atMs,
  stretches: [],
  tiers: [{ tier, startMs: atMs }],
  duties: [{ priority: priority ?? 'P4', tier, startMs: atMs }],
  hasBreached: false,
  breaches: [],
  respondedAtMs: -1,
});

/** The duty that is due first; a tie goes to the one made first. Undefined where there is none. */
export const governingOf = ([first, ...rest]: readonly DueDuty[]): DueDuty | undefined =>
  first === undefined ? undefined : rest.reduce((best, due) => (due.dueAtMs < best.dueAtMs ? due : best), first);
