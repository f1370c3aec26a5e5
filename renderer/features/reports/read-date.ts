import type { Zone } from '../../../shared/calendar/zone.ts';
import { DAY_MS, utcMs, type InstantMs } from '../../../shared/time/instant.ts';
import { readWhen, whenMs } from '../customers/read-when.ts';
import { dateAt } from './period-choice.ts';

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/;

const dateText = (dayMs: number): string => new Date(dayMs).toISOString().slice(0, 10);

type Context = { readonly zone: Zone; readonly nowMs: InstantMs };

/** A day as people type it, as `2026-11-30`: `30/11/2026`, `30/11`, `2026-11-30`, `yesterday`, `mon`. Null where it is none. */
export const readDate = (text: string, { zone, nowMs }: Context): string | null => {
  const typed = text.trim();
  const [, day, month, year] = DAY_FIRST.exec(typed) ?? [];
  if (day !== undefined) {
    const ms = utcMs(Number(year ?? dateAt(zone, nowMs).slice(0, 4)), Number(month), Number(day));
    return ms === null ? null : dateText(ms);
  }
  const atMs = whenMs(readWhen(typed, { side: 'either', zone, nowMs }));
  return atMs === null ? null : dateAt(zone, atMs);
};

/** `30/11/2026`, as both languages write it. */
export const writeDate = (date: string): string => date.split('-').toReversed().join('/');

/** The day some days later. */
export const moveDate = (date: string, days: number): string =>
  dateText(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
