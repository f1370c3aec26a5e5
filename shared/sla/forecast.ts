import { instantAfter } from '../calendar/calendar.ts';
import type { InstantMs } from '../time/instant.ts';
import { readClock, type StandingClock } from './clock.ts';
import { resolutionCalendar, type Priority, type Rules } from './policy.ts';

/** Under so many tickets a median says nothing. */
export const LEAST_BASIS = 5;

/** What an expectation rests on: of tickets of the same kind, those that took longer than this one has so far. */
export type Basis = { readonly medianMs: number; readonly count: number };

/** The median of sorted numbers; null where there are none. */
export const medianOf = (sorted: readonly number[]): number | null => {
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

/**
 * How long a ticket of which `elapsedMs` are counted takes in all, by the counted times of resolved ones, sorted. Those that were done sooner
 * say nothing about one that is still open, so only longer ones count. Null on too few of them.
 */
export const basisOf = (handledMs: readonly number[], elapsedMs: number): Basis | null => {
  const longer = handledMs.filter((ms) => ms > elapsedMs);
  const medianMs = medianOf(longer);
  return medianMs === null || longer.length < LEAST_BASIS ? null : { medianMs, count: longer.length };
};

export type Forecast =
  | { readonly kind: 'inTime' }
  | { readonly kind: 'noBasis' }
  /** Expected to be done only at `expectedAtMs`, after it is due. */
  | { readonly kind: 'late'; readonly basis: Basis; readonly dueAtMs: InstantMs; readonly expectedAtMs: InstantMs };

/** Whether a running ticket that is due within `horizonMs` is expected to be late; null for one that is not running or due later. */
export const forecast = (
  standing: StandingClock,
  handledMs: readonly number[],
  rules: Rules,
  nowMs: InstantMs,
  horizonMs: number,
): Forecast | null => {
  if (standing.kind !== 'running' || standing.duty === null) return null;
  const { dueAtMs, targetMs, duty } = standing;
  const { state, elapsedMs } = readClock(standing, rules, nowMs);
  if (state !== 'running' || dueAtMs > nowMs + horizonMs) return null;
  const basis = basisOf(handledMs, elapsedMs);
  if (basis === null) return { kind: 'noBasis' };
  if (basis.medianMs <= targetMs) return { kind: 'inTime' };
  const expectedAtMs = instantAfter(resolutionCalendar(rules, duty.priority), nowMs, basis.medianMs - elapsedMs);
  return { kind: 'late', basis, dueAtMs, expectedAtMs };
};

/** Tickets are compared with those of their priority and support level. */
export const paceKey = (priority: Priority, level: string): string => `${priority} ${level}`;
