import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, MINUTE_MS, type InstantMs } from '../time/instant.ts';
import type { WatchRules } from './watch-rules.ts';

/** `HH:MM` as milliseconds of a day; null where it is no time of day. */
export const timeOfDayMs = (text: string | null): number | null => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text ?? '');
  return match === null ? null : (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS;
};

/** What somebody wrote as a time of day, as `HH:MM`: `7`, `7h`, `7h30`, `07:30`; null where it is none. */
export const readTimeOfDay = (text: string): string | null => {
  const match = /^(\d{1,2})(?:\s*[:h.]\s*(\d{2})?)?$/i.exec(text.trim());
  if (match === null) return null;
  const time = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
  return timeOfDayMs(time) === null ? null : time;
};

/**
 * When the quiet hours that hold at an instant end; null where none do. Ends are wall times of the desk: in a night in which the clocks
 * change they are an hour shorter or longer.
 */
export const quietUntil = (
  { quietFrom, quietTo }: Pick<WatchRules, 'quietFrom' | 'quietTo'>,
  zone: Zone,
  nowMs: InstantMs,
): InstantMs | null => {
  const fromMs = timeOfDayMs(quietFrom);
  const toMs = timeOfDayMs(quietTo);
  if (fromMs === null || toMs === null || fromMs === toMs) return null;
  const todayMs = Math.floor((nowMs + offsetAt(zone, nowMs)) / DAY_MS) * DAY_MS;
  // Those that began yesterday may reach into today.
  for (const dayMs of [todayMs - DAY_MS, todayMs]) {
    const startMs = localToInstant(zone, dayMs + fromMs);
    const endMs = localToInstant(zone, dayMs + toMs + (toMs < fromMs ? DAY_MS : 0));
    if (startMs <= nowMs && nowMs < endMs) return endMs;
  }
  return null;
};

/** A time of day on the next local day, for 'tomorrow at nine'. */
export const tomorrowAt = (zone: Zone, nowMs: InstantMs, timeMs: number): InstantMs => {
  const todayMs = Math.floor((nowMs + offsetAt(zone, nowMs)) / DAY_MS) * DAY_MS;
  return localToInstant(zone, todayMs + DAY_MS + timeMs);
};
