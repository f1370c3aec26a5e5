/**
 * The clock of sla/SPEC.md the slow way: every list is built anew for one instant, from the sentences of the specification and nothing
 * else. Shares only the shape of events with the product.
 */
import type { ClockEvent } from '../../../shared/sla/clock-event.ts';
import type { Clock } from '../../../shared/sla/clock.ts';
import { slowlyAfter, slowlyCounted, type ReferenceCalendar } from './reference-calendar.ts';

const HOUR = 3_600_000;
const TIERS = ['standard', 'bronze', 'silver', 'gold'];
const HOURS: Record<string, (number | null)[]> = {
  P1: [null, 8, 8, 4],
  P2: [null, 24, 24, 12],
  P3: [null, 45, 45, 27],
  P4: [null, 90, 90, 45],
};
const RESPONSE_MINUTES: Record<string, number[]> = {
  P1: [60, 30, 30, 15],
  P2: [240, 120, 120, 60],
  P3: [540, 270, 270, 270],
  P4: [1080, 540, 540, 540],
};

const calendarOf = (priority: string): ReferenceCalendar => (priority <= 'P2' ? 'always' : 'business');
const targetOf = (priority: string, tier: string): number | null => {
  const hours = HOURS[priority]?.[TIERS.indexOf(tier)] ?? null;
  return hours === null ? null : hours * HOUR;
};

type Duty = { priority: string; tier: string; start: number };
type Stretch = { from: number; to: number };
type Walk = { elapsed: number; due: number; isReached: boolean };

const elapsedAlong = (duty: Duty, stretches: Stretch[]): number =>
  stretches.reduce(
    (sum, { from, to }) => sum + slowlyCounted(calendarOf(duty.priority), Math.max(from, duty.start), to),
    0,
  );

/** Where the duty reaches its target along the stretches, or with what is left of it counted from their end on. */
const walk = (duty: Duty, stretches: Stretch[], target: number, isRunning: boolean): Walk => {
  const calendar = calendarOf(duty.priority);
  const elapsed = elapsedAlong(duty, stretches);
  let left = target;
  for (const { from, to } of stretches) {
    const start = Math.max(from, duty.start);
    const counted = slowlyCounted(calendar, start, to);
    if (counted >= left && counted > 0) return { elapsed, due: slowlyAfter(calendar, start, left), isReached: true };
    left -= counted;
  }
  return { elapsed, due: slowlyAfter(calendar, stretches.at(-1)?.to ?? 0, left), isReached: isRunning };
};

type Told = { events: ClockEvent[]; asOf: number };

/** The events that happened by `asOf`, in their order, the opening first. */
const happened = ({ events, asOf }: Told): ClockEvent[] =>
  events
    .map((event, entry) => ({ event, entry }))
    .filter(({ event }) => event.atMs <= asOf)
    .sort(
      (a, b) =>
        a.event.atMs - b.event.atMs ||
        Number(b.event.type === 'opened') - Number(a.event.type === 'opened') ||
        a.entry - b.entry,
    )
    .map(({ event }) => event);

export const referenceResolution = (told: Told): Clock => {
  const [opening, ...rest] = happened(told);
  if (opening?.type !== 'opened' || opening.priority === null) throw new Error('no opening');
  let { priority, tier }: { priority: string; tier: string } = opening as { priority: string; tier: string };
  let condition: 'running' | 'paused' | 'resolved' = 'running';
  let stretches: Stretch[] = [];
  let since = opening.atMs;
  const tiers = [{ tier, start: opening.atMs }];
  let duties: Duty[] = [{ priority, tier, start: opening.atMs }];
  let everBreached = false;
  const until = (at: number): Stretch[] =>
    condition === 'running' ? [...stretches, { from: since, to: at }] : stretches;
  const isPast = (duty: Duty, at: number): boolean => {
    const target = targetOf(duty.priority, duty.tier);
    return target !== null && elapsedAlong(duty, until(at)) > target;
  };
  for (const event of rest) {
    const at = event.atMs;
    // A run of no length is none: a pause split in two is one pause.
    const leave = (): void => {
      if (at > since || stretches.length === 0) stretches = until(at);
    };
    if (event.type === 'paused' && condition === 'running') {
      leave();
      condition = 'paused';
    } else if (event.type === 'resumed' && condition === 'paused') {
      since = at;
      condition = 'running';
    } else if (event.type === 'resolved' && condition !== 'resolved') {
      leave();
      condition = 'resolved';
    } else if (event.type === 'reopened' && condition === 'resolved') {
      since = at;
      condition = 'running';
    } else if (event.type === 'tierChanged') {
      if (TIERS.indexOf(event.tier) > TIERS.indexOf(tier) && condition !== 'resolved') {
        tiers.push({ tier: event.tier, start: at });
        duties.push({ priority, tier: event.tier, start: at });
      }
      tier = event.tier;
    } else if (event.type === 'priorityChanged' && event.priority !== priority) {
      if (event.priority < priority) duties.push({ priority: event.priority, tier, start: at });
      else {
        everBreached ||= duties.some((duty) => isPast(duty, at));
        duties = tiers.map((one) => ({ ...one, priority: event.priority }));
      }
      priority = event.priority;
    }
  }
  const isPaused = condition === 'paused';
  const along = until(told.asOf);
  everBreached ||= duties.some((duty) => isPast(duty, told.asOf));
  const owed = duties.flatMap((duty) => {
    const target = targetOf(duty.priority, duty.tier);
    return target === null ? [] : [{ target, ...walk(duty, along, target, condition === 'running') }];
  });
  const [first, ...others] = owed;
  if (first === undefined) {
    const elapsedMs = elapsedAlong({ priority, tier, start: opening.atMs }, along);
    return { state: 'bestEffort', isPaused, targetMs: null, elapsedMs, remainingMs: null, dueAtMs: null, everBreached };
  }
  const governing = others.reduce((best, one) => (one.due < best.due ? one : best), first);
  const { target, elapsed, due, isReached } = governing;
  const calm = condition === 'resolved' ? 'met' : condition;
  return {
    state: elapsed > target ? 'breached' : calm,
    isPaused,
    targetMs: target,
    elapsedMs: elapsed,
    remainingMs: target - elapsed,
    dueAtMs: isReached ? due : null,
    everBreached,
  };
};

export const referenceFirstResponse = (told: Told): Clock => {
  const [opening, ...rest] = happened(told);
  if (opening?.type !== 'opened' || opening.priority === null) throw new Error('no opening');
  const calendar = calendarOf(opening.priority);
  const targetMs = (RESPONSE_MINUTES[opening.priority]?.[TIERS.indexOf(opening.tier)] ?? 0) * 60_000;
  const answer = rest.find(({ type }) => type === 'responded' || type === 'resolved');
  const elapsedMs = slowlyCounted(calendar, opening.atMs, answer?.atMs ?? told.asOf);
  const isBreached = elapsedMs > targetMs;
  return {
    state: isBreached ? 'breached' : answer === undefined ? 'running' : 'met',
    isPaused: false,
    targetMs,
    elapsedMs,
    remainingMs: targetMs - elapsedMs,
    dueAtMs: slowlyAfter(calendar, opening.atMs, targetMs),
    everBreached: isBreached,
  };
};
