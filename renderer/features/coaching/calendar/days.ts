import { localToInstant, offsetAt, type Zone } from '../../../../shared/calendar/zone.ts';
import { LEDGER_ZONE } from '../../../../shared/expertise/month.ts';
import { DAY_MS, HOUR_MS, type InstantMs } from '../../../../shared/time/instant.ts';

/** A local date, as days since 1 January 1970. */
export type Day = number;

export const VIEWS = ['day', 'week', 'month', 'agenda'] as const;
export type CalendarView = (typeof VIEWS)[number];

/** Local days, one after the other. */
export type DayRange = { readonly firstDay: Day; readonly days: number };

const AGENDA_DAYS = 28;

export const dayAt = (zone: Zone, ms: InstantMs): Day => Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);
export const dayStart = (zone: Zone, day: Day): InstantMs => localToInstant(zone, day * DAY_MS);

/** `2026-11-23`. */
export const dateOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** A date as a field of dates writes it; null where it is none. */
export const dayOfDate = (date: string): Day | null => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / DAY_MS;
};

const ledgerDate = new Intl.DateTimeFormat('en-CA', { timeZone: LEDGER_ZONE });
/** The day of an instant where the work is done. */
export const ledgerDay = (ms: InstantMs): Day => dayOfDate(ledgerDate.format(ms)) ?? 0;

/** 1 for Monday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

const weekOf = (day: Day): Day => day - weekdayOf(day) + 1;

const monthStart = (day: Day, months = 0): Day => {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS;
};

/** Whether two days are of one month. */
export const isSameMonth = (a: Day, b: Day): boolean => monthStart(a) === monthStart(b);

/** The days that a view of a day shows: a month in whole weeks. */
export const rangeOf = (view: CalendarView, day: Day): DayRange => {
  switch (view) {
    case 'day':
      return { firstDay: day, days: 1 };
    case 'week':
      return { firstDay: weekOf(day), days: 7 };
    case 'month': {
      const firstDay = weekOf(monthStart(day));
      return { firstDay, days: Math.ceil((monthStart(day, 1) - firstDay) / 7) * 7 };
    }
    case 'agenda':
      return { firstDay: day, days: AGENDA_DAYS };
  }
};

/** The day that the view before or after is of. A month goes to the same date, or to its last. */
export const stepDay = (view: CalendarView, day: Day, step: 1 | -1): Day => {
  if (view === 'day') return day + step;
  if (view === 'week') return day + 7 * step;
  if (view === 'agenda') return day + AGENDA_DAYS * step;
  const first = monthStart(day, step);
  const length = monthStart(first, 1) - first;
  return first + Math.min(day - monthStart(day), length - 1);
};

/** The instants of a range; `toMs` is exclusive. */
export const spanOf = (zone: Zone, { firstDay, days }: DayRange): { fromMs: InstantMs; toMs: InstantMs } => ({
  fromMs: dayStart(zone, firstDay),
  toMs: dayStart(zone, firstDay + days),
});

const KEYS_BEGIN_HOUR = 9;
/** Where the keys begin in a day: when work does. */
export const keysBegin = (zone: Zone, day: Day): InstantMs =>
  localToInstant(zone, day * DAY_MS + KEYS_BEGIN_HOUR * HOUR_MS);

/** An instant at the same wall time some days on. */
export const daysLater = (zone: Zone, ms: InstantMs, days: number): InstantMs =>
  localToInstant(zone, ms + offsetAt(zone, ms) + days * DAY_MS);
