import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { localReader, type Zone } from './zone.ts';

/** When a support desk is open, in local time. The default is in `resources/policy.json`. */
export type CalendarSpec = {
  /** IANA name, such as `Europe/Paris`. */
  readonly zone: string;
  /** ISO weekday (1 = Monday) to the windows of that day, in minutes from local midnight, end exclusive, ascending. */
  readonly week: Readonly<Record<number, readonly (readonly [openMin: number, closeMin: number])[]>>;
  /** The closed local dates of a year, `YYYY-MM-DD`. */
  readonly closedDays: (year: number) => readonly string[];
};

/**
 * A calendar ready to count with: open spans in ascending order with prefix sums, so that counting is one search and finding an
 * instant another. `always` has no spans. Built once, then only read.
 */
export type Calendar =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'spans';
      readonly zone: Zone;
      readonly startsMs: Float64Array;
      /** End exclusive. */
      readonly endsMs: Float64Array;
      /** Open milliseconds before span i, from the first instant on; one more than spans, the last is the total. */
      readonly openBeforeMs: Float64Array;
      /** For each UTC day from the first instant: the first span that ends after that day's start. */
      readonly firstSpanOfDay: Int32Array;
    };

/** Open at every instant: tickets are taken into account 24x7. */
export const ALWAYS: Calendar = { kind: 'always' };

const dayMsOf = (date: string): number => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`'${date}' is not a date such as 2026-12-25`);
  return ms;
};

/** The closed days of every year as UTC midnights of their dates. */
const closedDayMs = (spec: CalendarSpec): Set<number> => {
  const days = new Set<number>();
  const lastYear = new Date(END_INSTANT_MS).getUTCFullYear();
  for (let year = new Date(FIRST_INSTANT_MS).getUTCFullYear() - 1; year <= lastYear; year++) {
    for (const date of spec.closedDays(year)) days.add(dayMsOf(date));
  }
  return days;
};

/** 1970-01-01 was a Thursday: 3 days after a Monday. */
const isoWeekday = (dayMs: number): number => ((((dayMs / DAY_MS + 3) % 7) + 7) % 7) + 1;

/**
 * Compiles a calendar for all instants that Vigie works with; throws a RangeError where the zone or a window is wrong.
 * `zone` is the compiled table of `spec.zone`.
 */
export const compileCalendar = (spec: CalendarSpec, zone: Zone): Calendar => {
  const toInstant = localReader(zone);
  const closed = closedDayMs(spec);
  const starts: number[] = [];
  const ends: number[] = [];
  let previousEnd = -Infinity;
  for (let day = FIRST_INSTANT_MS - DAY_MS; day <= END_INSTANT_MS; day += DAY_MS) {
    const windows = spec.week[isoWeekday(day)];
    if (windows === undefined || closed.has(day)) continue;
    for (const [openMin, closeMin] of windows) {
      const start = toInstant(day + openMin * MINUTE_MS);
      const end = toInstant(day + closeMin * MINUTE_MS);
      if (!(closeMin > openMin) || start < previousEnd) {
        const date = new Date(day).toISOString().slice(0, 10);
        throw new RangeError(`opening hours overlap or are empty on ${date}: ${openMin} to ${closeMin} minutes`);
      }
      if (start === previousEnd) ends[ends.length - 1] = end;
      else {
        starts.push(start);
        ends.push(end);
      }
      previousEnd = end;
    }
  }
  const openBeforeMs = new Float64Array(starts.length + 1);
  for (let i = 0; i < starts.length; i++) {
    openBeforeMs[i + 1] = (openBeforeMs[i] ?? 0) + ((ends[i] ?? 0) - (starts[i] ?? 0));
  }
  const days = Math.ceil((END_INSTANT_MS - FIRST_INSTANT_MS) / DAY_MS) + 1;
  const firstSpanOfDay = new Int32Array(days);
  for (let day = 0, span = 0; day < days; day++) {
    while (span < ends.length && (ends[span] ?? 0) <= FIRST_INSTANT_MS + day * DAY_MS) span++;
    firstSpanOfDay[day] = span;
  }
  return {
    kind: 'spans',
    zone,
    startsMs: new Float64Array(starts),
    endsMs: new Float64Array(ends),
    openBeforeMs,
    firstSpanOfDay,
  };
};

type Spans = Extract<Calendar, { kind: 'spans' }>;

/** The first span that ends after the instant: the one it lies in, or the next to come. */
const spanFrom = (calendar: Spans, ms: InstantMs): number => {
  const day = Math.floor((ms - FIRST_INSTANT_MS) / DAY_MS);
  if (!(day >= 0 && day < calendar.firstSpanOfDay.length)) {
    throw new RangeError(`instant ${ms} lies outside the years 1970 to 2099 that the calendars cover`);
  }
  let span = calendar.firstSpanOfDay[day] ?? 0;
  while ((calendar.endsMs[span] ?? Infinity) <= ms) span++;
  return span;
};

/** Open milliseconds from the calendar's own origin to an instant: only differences of it mean something. */
const openUntil = (calendar: Calendar, ms: InstantMs): number => {
  if (calendar.kind === 'always') return ms;
  const span = spanFrom(calendar, ms);
  const into = ms - (calendar.startsMs[span] ?? Infinity);
  return (calendar.openBeforeMs[span] ?? 0) + (into > 0 ? into : 0);
};

/** Counted time: the length in ms of the calendar's open part between two instants, in real elapsed time; 0 where `to` is not after `from`. */
export const countedMs = (calendar: Calendar, from: InstantMs, to: InstantMs): number =>
  to <= from ? 0 : openUntil(calendar, to) - openUntil(calendar, from);

/**
 * The earliest instant by which `lengthMs` have been counted from `from` on. A length reached exactly at closing time gives that
 * closing time. Throws a RangeError beyond 2099.
 */
export const instantAfter = (calendar: Calendar, from: InstantMs, lengthMs: number): InstantMs => {
  if (lengthMs <= 0) return from;
  if (calendar.kind === 'always') return from + lengthMs;
  const wanted = openUntil(calendar, from) + lengthMs;
  const sums = calendar.openBeforeMs;
  let low = 0;
  let high = sums.length - 1;
  if (wanted > (sums[high] ?? 0)) throw new RangeError(`${lengthMs} ms counted from ${from} reach beyond 2099`);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle + 1] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return (calendar.startsMs[low] ?? 0) + wanted - (sums[low] ?? 0);
};

/** The instant from which the calendar counts again: `ms` itself where it is open, else the next opening. */
export const openFrom = (calendar: Calendar, ms: InstantMs): InstantMs => {
  if (calendar.kind === 'always') return ms;
  return Math.max(ms, calendar.startsMs[spanFrom(calendar, ms)] ?? END_INSTANT_MS);
};
