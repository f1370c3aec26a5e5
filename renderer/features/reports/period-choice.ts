import { localToInstant, offsetAt, type Zone } from '../../../shared/calendar/zone.ts';
import { monthAt, monthStartMs } from '../../../shared/expertise/month.ts';
import { dayAtMs, weekStartMs, type Step } from '../../../shared/report/period.ts';
import type { Period } from '../../../shared/report/sink.ts';
import { DAY_MS, utcMs, type InstantMs } from '../../../shared/time/instant.ts';

export const PERIOD_KINDS = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A period as it is chosen: so many back from the running one, which has 0; or two days, both included, as `2026-11-30`. */
export type PeriodChoice =
  | { readonly kind: PeriodKind; readonly back: number }
  | { readonly kind: 'dates'; readonly from: string; readonly to: string };

/** Months of a quarter and of a year. */
const MONTHS: Readonly<Record<Exclude<PeriodKind, 'week'>, number>> = { month: 1, quarter: 3, year: 12 };

/** No desk keeps tickets for longer, and no report is of more. */
const MOST_DAYS = 3_660;

/** The days since 1970 of a date; null where it is none. */
const dayOf = (date: string): number | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const ms = match === null ? null : utcMs(Number(match[1]), Number(match[2]), Number(match[3]));
  return ms === null ? null : ms / DAY_MS;
};

const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day of an instant, as dates are chosen. */
export const dateAt = (zone: Zone, ms: InstantMs): string => dateOf(Math.floor((ms + offsetAt(zone, ms)) / DAY_MS));

/** What a choice is now; null where its dates are none, end before they begin, or are too far apart. */
export const periodOf = (choice: PeriodChoice, zone: Zone, nowMs: InstantMs): Period | null => {
  if (choice.kind === 'dates') {
    const [from, to] = [dayOf(choice.from), dayOf(choice.to)];
    if (from === null || to === null || to < from || to - from >= MOST_DAYS) return null;
    return { fromMs: localToInstant(zone, from * DAY_MS), toMs: localToInstant(zone, (to + 1) * DAY_MS) };
  }
  const { kind, back } = choice;
  if (kind === 'week') return { fromMs: weekStartMs(zone, nowMs, -back), toMs: weekStartMs(zone, nowMs, 1 - back) };
  const size = MONTHS[kind];
  const month = monthAt(zone, nowMs);
  const first = month - (month % size) - back * size;
  return { fromMs: monthStartMs(zone, first), toMs: monthStartMs(zone, first + size) };
};

/** The period before or after; dates move by as many days as they are. Nothing follows the running one. */
export const stepPeriod = (choice: PeriodChoice, step: 1 | -1): PeriodChoice => {
  if (choice.kind !== 'dates') return { ...choice, back: Math.max(0, choice.back - step) };
  const [from, to] = [dayOf(choice.from), dayOf(choice.to)];
  if (from === null || to === null || to < from) return choice;
  const days = step * (to - from + 1);
  return { kind: 'dates', from: dateOf(from + days), to: dateOf(to + days) };
};

/** Whether there is a period to go on to. */
export const canStepOn = (choice: PeriodChoice, zone: Zone, nowMs: InstantMs): boolean => {
  if (choice.kind !== 'dates') return choice.back > 0;
  const next = periodOf(stepPeriod(choice, 1), zone, nowMs);
  return next !== null && next.fromMs <= nowMs;
};

/** The dates of a period that is chosen otherwise. */
export const asDates = (period: Period, zone: Zone): PeriodChoice => ({
  ...{ kind: 'dates', from: dateAt(zone, period.fromMs), to: dateAt(zone, period.toMs - 1) },
});

export const isRunning = ({ fromMs, toMs }: Period, nowMs: InstantMs): boolean => fromMs <= nowMs && nowMs < toMs;

const DAYS_BY_DAY = 45;
const DAYS_BY_WEEK = 200;
const MOST_PARTS_DAYS: Readonly<Record<Step, number>> = { day: 400, week: 1_500, month: Infinity };

/** How a period is cut as a rule. */
export const usualStep = ({ fromMs, toMs }: Period): Step => {
  const days = (toMs - fromMs) / DAY_MS;
  return days <= DAYS_BY_DAY ? 'day' : days <= DAYS_BY_WEEK ? 'week' : 'month';
};

/** Whether a period cut so is still a picture. */
export const canCut = ({ fromMs, toMs }: Period, step: Step): boolean =>
  (toMs - fromMs) / DAY_MS <= MOST_PARTS_DAYS[step];

/** The month that is over, as a start: nobody reports of one that has hardly begun. */
export const lastWholeMonth = (zone: Zone, nowMs: InstantMs): number => monthAt(zone, dayAtMs(zone, nowMs)) - 1;
