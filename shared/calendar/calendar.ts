import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { localReader, type Zone } from './zone.ts';

/** When a support desk is open, in local time. The default is that of `DEFAULT_POLICY`. */
export type CalendarSpec = {
  /** IANA name, such as `Europe/Paris`. */
  readonly zone: string;
  /** ISO weekday (1 = Monday) to the windows of that day, in minutes from local midnight, end exclusive, ascending. */
  readonly week: Readonly<Record<number, readonly (readonly [openMin: number, closeMin: number])[]>>;
  /** The closed local dates of a year, `YYYY-MM-DD`. */
  readonly closedDays: (year: number) => readonly string[];
};

/** Open spans in ascending order with prefix sums, so that counting is one search and finding an instant another. */
type SpanTable = {
  /** The instants that the table covers, end exclusive; whole UTC days. */
  readonly fromMs: InstantMs;
  readonly endMs: InstantMs;
  readonly startsMs: Float64Array;
  /** End exclusive. */
  readonly endsMs: Float64Array;
  /** Open milliseconds before span i, from the table's beginning on; one more than spans, the last is the total. */
  readonly openBeforeMs: Float64Array;
  /** For each UTC day of the table: the first span that ends after that day's start. */
  readonly firstSpanOfDay: Int32Array;
};

/** What a calendar is from an instant on, until its next part: opening hours in their zone, or every instant. */
export type CalendarPart = {
  /** −Infinity for the first part. */
  readonly fromMs: InstantMs;
  readonly hours: 'always' | { readonly spec: CalendarSpec; readonly zone: Zone };
};

/** A calendar ready to count with. `always` has no spans. */
export type Calendar =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'spans';
      readonly parts: readonly CalendarPart[];
      /** A cache, widened to all instants by the first question beyond it: a window that starts compiles a few years, not 130. */
      table: SpanTable;
    };

/** Open at every instant: tickets are taken into account 24x7. */
export const ALWAYS: Calendar = { kind: 'always' };

const dayMsOf = (date: string): number => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`'${date}' is not a date such as 2026-12-25`);
  return ms;
};

/** The closed days of the years that an interval touches, as UTC midnights of their dates. */
const closedDayMs = (spec: CalendarSpec, fromMs: InstantMs, endMs: InstantMs): Set<number> => {
  const days = new Set<number>();
  const lastYear = new Date(endMs).getUTCFullYear();
  for (let year = new Date(fromMs - DAY_MS).getUTCFullYear(); year <= lastYear; year++) {
    for (const date of spec.closedDays(year)) days.add(dayMsOf(date));
  }
  return days;
};

/** 1970-01-01 was a Thursday: 3 days after a Monday. */
const isoWeekday = (dayMs: number): number => ((((dayMs / DAY_MS + 3) % 7) + 7) % 7) + 1;

type Spans = { readonly starts: number[]; readonly ends: number[] };

/** Adds a span behind the others; one that begins where the last ends makes it longer. */
const addSpan = ({ starts, ends }: Spans, start: InstantMs, end: InstantMs): void => {
  if (start === ends.at(-1)) ends[ends.length - 1] = end;
  else {
    starts.push(start);
    ends.push(end);
  }
};

/** Adds the open spans of one spec between two instants. */
const addSpecSpans = (spans: Spans, spec: CalendarSpec, zone: Zone, fromMs: InstantMs, endMs: InstantMs): void => {
  const toInstant = localReader(zone);
  // Local days on either side reach into the interval.
  const firstDay = Math.floor(fromMs / DAY_MS) * DAY_MS - DAY_MS;
  const closed = closedDayMs(spec, firstDay, endMs);
  let previousEnd = -Infinity;
  for (let day = firstDay; day <= endMs; day += DAY_MS) {
    const windows = spec.week[isoWeekday(day)];
    if (windows === undefined || closed.has(day)) continue;
    for (const [openMin, closeMin] of windows) {
      const start = toInstant(day + openMin * MINUTE_MS);
      const end = toInstant(day + closeMin * MINUTE_MS);
      if (!(closeMin > openMin) || start < previousEnd) {
        const date = new Date(day).toISOString().slice(0, 10);
        throw new RangeError(`opening hours overlap or are empty on ${date}: ${openMin} to ${closeMin} minutes`);
      }
      previousEnd = end;
      if (end > fromMs && start < endMs) addSpan(spans, Math.max(start, fromMs), Math.min(end, endMs));
    }
  }
};

/** A day on either side of a table, so that spans that reach into it are whole. */
const openSpans = (parts: readonly CalendarPart[], fromMs: InstantMs, endMs: InstantMs): Spans => {
  const spans: Spans = { starts: [], ends: [] };
  parts.forEach(({ fromMs: partFromMs, hours }, i) => {
    const start = Math.max(partFromMs, fromMs - DAY_MS);
    const end = Math.min(parts[i + 1]?.fromMs ?? Infinity, endMs + DAY_MS);
    if (end <= start) return;
    if (hours === 'always') addSpan(spans, start, end);
    else addSpecSpans(spans, hours.spec, hours.zone, start, end);
  });
  return spans;
};

const compileTable = (parts: readonly CalendarPart[], fromMs: InstantMs, endMs: InstantMs): SpanTable => {
  const { starts, ends } = openSpans(parts, fromMs, endMs);
  const openBeforeMs = new Float64Array(starts.length + 1);
  for (let i = 0; i < starts.length; i++) {
    openBeforeMs[i + 1] = (openBeforeMs[i] ?? 0) + ((ends[i] ?? 0) - (starts[i] ?? 0));
  }
  const firstSpanOfDay = new Int32Array((endMs - fromMs) / DAY_MS + 1);
  for (let day = 0, span = 0; day < firstSpanOfDay.length; day++) {
    while (span < ends.length && (ends[span] ?? 0) <= fromMs + day * DAY_MS) span++;
    firstSpanOfDay[day] = span;
  }
  return {
    fromMs,
    endMs,
    startsMs: new Float64Array(starts),
    endsMs: new Float64Array(ends),
    openBeforeMs,
    firstSpanOfDay,
  };
};

/** How much is compiled around the instant that a calendar is asked for first. */
const FIRST_TABLE_MS = 400 * DAY_MS;

/**
 * Compiles a calendar that changes its hours at instants, in ascending order; throws a RangeError where a window is wrong. With `aroundMs` a
 * year on either side of it is compiled at first and the rest when it is needed; without it, all that Vigie works with.
 */
export const compileParts = (parts: readonly CalendarPart[], aroundMs?: InstantMs): Calendar => {
  if (aroundMs === undefined)
    return { kind: 'spans', parts, table: compileTable(parts, FIRST_INSTANT_MS, END_INSTANT_MS) };
  const day = Math.floor(aroundMs / DAY_MS) * DAY_MS;
  const fromMs = Math.max(FIRST_INSTANT_MS, day - FIRST_TABLE_MS);
  const endMs = Math.min(END_INSTANT_MS, day + FIRST_TABLE_MS);
  return { kind: 'spans', parts, table: compileTable(parts, fromMs, endMs) };
};

/** Compiles a calendar of one spec. `zone` is the compiled table of `spec.zone`; `aroundMs` as in `compileParts`. */
export const compileCalendar = (spec: CalendarSpec, zone: Zone, aroundMs?: InstantMs): Calendar =>
  compileParts([{ fromMs: -Infinity, hours: { spec, zone } }], aroundMs);

type SpanCalendar = Extract<Calendar, { kind: 'spans' }>;

const isWhole = ({ fromMs, endMs }: SpanTable): boolean => fromMs === FIRST_INSTANT_MS && endMs === END_INSTANT_MS;

const widen = (calendar: SpanCalendar): SpanTable => {
  calendar.table = compileTable(calendar.parts, FIRST_INSTANT_MS, END_INSTANT_MS);
  return calendar.table;
};

/** A table that covers both instants; throws a RangeError where none can. */
const tableOver = (calendar: SpanCalendar, earlier: InstantMs, later: InstantMs): SpanTable => {
  const { table } = calendar;
  if (earlier >= table.fromMs && later < table.endMs) return table;
  if (!(earlier >= FIRST_INSTANT_MS && later < END_INSTANT_MS)) {
    const outside = earlier >= FIRST_INSTANT_MS ? later : earlier;
    throw new RangeError(`instant ${outside} lies outside the years 1970 to 2099 that the calendars cover`);
  }
  return isWhole(table) ? table : widen(calendar);
};

/** The first span that ends after the instant: the one it lies in, or the next to come. */
const spanFrom = (table: SpanTable, ms: InstantMs): number => {
  let span = table.firstSpanOfDay[Math.floor((ms - table.fromMs) / DAY_MS)] ?? 0;
  while ((table.endsMs[span] ?? Infinity) <= ms) span++;
  return span;
};

/** Open milliseconds from the table's beginning to an instant: only differences of it mean something. */
const openUntil = (table: SpanTable, ms: InstantMs): number => {
  const span = spanFrom(table, ms);
  const into = ms - (table.startsMs[span] ?? Infinity);
  return (table.openBeforeMs[span] ?? 0) + (into > 0 ? into : 0);
};

/** Counted time: the length in ms of the calendar's open part between two instants, in real elapsed time; 0 where `to` is not after `from`. */
export const countedMs = (calendar: Calendar, from: InstantMs, to: InstantMs): number => {
  if (to <= from) return 0;
  if (calendar.kind === 'always') return to - from;
  const table = tableOver(calendar, from, to);
  return openUntil(table, to) - openUntil(table, from);
};

/**
 * The earliest instant by which `lengthMs` have been counted from `from` on. A length reached exactly at closing time gives that
 * closing time. Throws a RangeError beyond 2099.
 */
export const instantAfter = (calendar: Calendar, from: InstantMs, lengthMs: number): InstantMs => {
  if (lengthMs <= 0) return from;
  if (calendar.kind === 'always') return from + lengthMs;
  const table = tableOver(calendar, from, from);
  const sums = table.openBeforeMs;
  const wanted = openUntil(table, from) + lengthMs;
  let low = 0;
  let high = sums.length - 1;
  if (wanted > (sums[high] ?? 0)) {
    if (isWhole(table)) throw new RangeError(`${lengthMs} ms counted from ${from} reach beyond 2099`);
    widen(calendar);
    return instantAfter(calendar, from, lengthMs);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle + 1] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return (table.startsMs[low] ?? 0) + wanted - (sums[low] ?? 0);
};

/** The instant from which the calendar counts again: `ms` itself where it is open, else the next opening. */
export const openFrom = (calendar: Calendar, ms: InstantMs): InstantMs => {
  if (calendar.kind === 'always') return ms;
  const table = tableOver(calendar, ms, ms);
  const opening = table.startsMs[spanFrom(table, ms)];
  if (opening !== undefined) return Math.max(ms, opening);
  if (isWhole(table)) return END_INSTANT_MS;
  widen(calendar);
  return openFrom(calendar, ms);
};

/** The calendar's open part between two instants, as spans in ascending order, ends exclusive. */
export const openBetween = (
  calendar: Calendar,
  from: InstantMs,
  to: InstantMs,
): (readonly [InstantMs, InstantMs])[] => {
  if (to <= from) return [];
  if (calendar.kind === 'always') return [[from, to]];
  const table = tableOver(calendar, from, to);
  const spans: (readonly [InstantMs, InstantMs])[] = [];
  for (let span = spanFrom(table, from); (table.startsMs[span] ?? Infinity) < to; span++) {
    spans.push([Math.max(from, table.startsMs[span] ?? 0), Math.min(to, table.endsMs[span] ?? 0)]);
  }
  return spans;
};
