import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { parseDuration } from '../time/parse-duration.ts';
import { momentText, parseMoment, type Moment } from '../time/parse-moment.ts';

/** When work was done, as it was typed. `isTimed` is false where only its day and duration are known. */
export type WorkTime =
  | { readonly kind: 'time'; readonly startMs: InstantMs; readonly endMs: InstantMs; readonly isTimed: boolean }
  | { readonly kind: 'unreadable' | 'endsBeforeStart' | 'future' | 'tooLong' };

type Context = {
  readonly nowMs: InstantMs;
  /** Of what is typed as a time of day. */
  readonly zone: Zone;
  /** Of the days that the ledger counts. */
  readonly ledgerZone: Zone;
};

const UNREADABLE: WorkTime = { kind: 'unreadable' };

/** Work that goes on after midnight is no longer than this: beyond it the two times were exchanged. */
const LONGEST_NIGHT_MS = 12 * HOUR_MS;
/** Where work of which only the day is known is placed in that day; at its beginning where it would not fit before the end. */
const MIDDAY_MS = 12 * HOUR_MS;

const TIME = String.raw`\d{1,2}(?::|h)(?:\d{2})?`;
/** `14:00-15:15`, `yesterday 9h - 10h30`, `2026-11-20 23:30 to 0:30`, `20/11 23:30 - 21/11 0:30`. */
const SPAN = new RegExp(String.raw`^(?:(.*\S)\s+)?(${TIME})\s*(?:-|to|à|->|→)\s*(?:(.*\S)\s+)?(${TIME})$`);

const minuteOf = (ms: InstantMs): InstantMs => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

const dayStart = (zone: Zone, ms: InstantMs): number => Math.floor((ms + offsetAt(zone, ms)) / DAY_MS) * DAY_MS;

const isLongSpan = (text: string): boolean => {
  const [, minutes, hours] =
    /^(?:(\d{4,6})(?:m|mn|min)?|(\d{2,4})[h:](?:\d{1,2})?)$/.exec(text.replaceAll(/\s/g, '')) ?? [];
  return Number(minutes ?? 0) > 1_440 || Number(hours ?? 0) >= 24;
};

const faultOf = (moment: Moment): WorkTime => (moment.kind === 'wrongSide' ? { kind: 'future' } : UNREADABLE);

const readSpan = ([, date, from, endDate, to]: RegExpExecArray, { nowMs, zone }: Context): WorkTime => {
  const past = { nowMs, zone, side: 'past' } as const;
  const start = parseMoment(date === undefined ? (from ?? '') : `${date} ${from}`, past);
  if (start.kind !== 'moment') return faultOf(start);
  const startMs = minuteOf(start.atMs);
  // What lies ahead is told by whoever refuses it, with its reason.
  const end = parseMoment(`${endDate ?? momentText(zone, startMs).slice(0, 10)} ${to}`, {
    ...past,
    nowMs: nowMs + 2 * DAY_MS,
  });
  if (end.kind !== 'moment') return faultOf(end);
  const isNextDay = endDate === undefined && end.atMs < startMs;
  const nextMs = isNextDay ? localToInstant(zone, end.atMs + offsetAt(zone, end.atMs) + DAY_MS) : end.atMs;
  const endMs = isNextDay && nextMs - startMs > LONGEST_NIGHT_MS ? end.atMs : nextMs;
  if (endMs <= startMs) return { kind: 'endsBeforeStart' };
  if (endMs > nowMs) return { kind: 'future' };
  return endMs - startMs > DAY_MS ? { kind: 'tooLong' } : { kind: 'time', startMs, endMs, isTimed: true };
};

const endingNow = (ms: number, nowMs: InstantMs): WorkTime => {
  const endMs = minuteOf(nowMs);
  return { kind: 'time', startMs: endMs - ms, endMs, isTimed: true };
};

/** A duration of a day, without its times: within that day of the ledger. What was done today has just ended. */
const onDay = (day: string, ms: number, { nowMs, zone, ledgerZone }: Context): WorkTime | null => {
  const midnight = parseMoment(`${day} 0:00`, { nowMs, zone, side: 'past' });
  if (midnight.kind === 'wrongSide') return { kind: 'future' };
  if (midnight.kind === 'unreadable') return null;
  const localDay = dayStart(zone, midnight.atMs);
  if (localDay === dayStart(zone, nowMs)) return endingNow(ms, nowMs);
  const startMs = localToInstant(ledgerZone, localDay + (ms > DAY_MS - MIDDAY_MS ? 0 : MIDDAY_MS));
  return { kind: 'time', startMs, endMs: startMs + ms, isTimed: false };
};

/** A span as `parseWorkTime` reads it: `2026-11-24 10:00-11:15`, with both days where it goes over midnight. */
export const workTimeText = (zone: Zone, startMs: InstantMs, endMs: InstantMs): string => {
  const [start, end] = [momentText(zone, startMs), momentText(zone, endMs)];
  return start.slice(0, 10) === end.slice(0, 10) ? `${start}-${end.slice(11)}` : `${start} - ${end}`;
};

/**
 * When work was done, in what experts type: a duration that ends now (`45`, `1h15`, `1:15`), from and to (`14:00-15:15`,
 * `yesterday 9:00-10:30`, `20/11 23:30-0:30`), or a duration on a past day whose times nobody noted (`yesterday 1h15`, `45 lundi`).
 */
export const parseWorkTime = (text: string, context: Context): WorkTime => {
  const typed = text.trim().toLowerCase().replaceAll(/[–—−]/g, '-');
  const ms = parseDuration(typed);
  if (ms !== null) return endingNow(ms, context.nowMs);
  if (isLongSpan(typed)) return { kind: 'tooLong' };
  const span = SPAN.exec(typed);
  if (span !== null) return readSpan(span, context);
  const words = typed.split(/\s+/);
  for (let at = 1; at < words.length; at++) {
    const [left, right] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    for (const [day, duration] of [
      [left, right],
      [right, left],
    ] as const) {
      const spanMs = parseDuration(duration);
      const read = spanMs === null ? null : onDay(day, spanMs, context);
      if (read !== null) return read;
    }
  }
  return UNREADABLE;
};
