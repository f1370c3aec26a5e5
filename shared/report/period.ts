import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { monthAt, monthStartMs } from '../expertise/month.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';
import type { Period } from './sink.ts';

export const STEPS = ['day', 'week', 'month'] as const;
/** How figures over time are cut: by local day, by ISO week (Monday to Sunday), by calendar month. */
export type Step = (typeof STEPS)[number];

/** About as long is a part. */
export const STEP_MS: Readonly<Record<Step, number>> = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS };

/** 1970-01-01 was a Thursday. */
const MONDAY_BEFORE_EPOCH = 3;

const localDay = (zone: Zone, ms: InstantMs): number => Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);
/** From Monday, 0. */
const weekdayOf = (day: number): number => (((day + MONDAY_BEFORE_EPOCH) % 7) + 7) % 7;
const dayStartMs = (zone: Zone, day: number): InstantMs => localToInstant(zone, day * DAY_MS);

/** The Monday of the ISO week that holds an instant, some weeks on. */
export const weekStartMs = (zone: Zone, ms: InstantMs, weeks = 0): InstantMs => {
  const day = localDay(zone, ms);
  return dayStartMs(zone, day - weekdayOf(day) + 7 * weeks);
};

/** Midnight of the local day that holds an instant. */
export const dayAtMs = (zone: Zone, ms: InstantMs): InstantMs => dayStartMs(zone, localDay(zone, ms));

const isDayStart = (zone: Zone, ms: InstantMs): boolean => dayStartMs(zone, localDay(zone, ms)) === ms;
const isMonthStart = (zone: Zone, ms: InstantMs): boolean => monthStartMs(zone, monthAt(zone, ms)) === ms;

const nextStartMs = (zone: Zone, ms: InstantMs, step: Step): InstantMs => {
  if (step === 'month') return monthStartMs(zone, monthAt(zone, ms) + 1);
  const day = localDay(zone, ms);
  if (step === 'day') return dayStartMs(zone, day + 1);
  return dayStartMs(zone, day + 7 - weekdayOf(day));
};

/** Where the parts of a period begin: the first with the period, whatever day it is, the others on days, Mondays or firsts of a month. */
export const partStarts = (zone: Zone, { fromMs, toMs }: Period, step: Step): InstantMs[] => {
  const starts: InstantMs[] = [];
  for (let ms = fromMs; ms < toMs; ms = nextStartMs(zone, ms, step)) starts.push(ms);
  return starts;
};

/**
 * The period before one: as many calendar months where it is made of whole ones, as many local days where it is made of whole days, else the
 * same length.
 */
export const periodBefore = (zone: Zone, { fromMs, toMs }: Period): Period => {
  const before = (ms: InstantMs): Period => ({ fromMs: ms, toMs: fromMs });
  if (isMonthStart(zone, fromMs) && isMonthStart(zone, toMs)) {
    const months = monthAt(zone, toMs) - monthAt(zone, fromMs);
    return before(monthStartMs(zone, monthAt(zone, fromMs) - months));
  }
  if (isDayStart(zone, fromMs) && isDayStart(zone, toMs)) {
    const day = localDay(zone, fromMs);
    return before(dayStartMs(zone, day - (localDay(zone, toMs) - day)));
  }
  return before(fromMs - (toMs - fromMs));
};
