/** An instant: integer milliseconds since the Unix epoch, UTC. */
export type InstantMs = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** How far the clock of a window may stand before that of the core: threads read it on their own. What is later by less is now. */
export const CLOCKS_APART_MS = 2 * SECOND_MS;

/** The instants that Vigie works with, end exclusive: 1970-01-01 to 2100-01-01. Calendars are compiled for exactly this span. */
export const FIRST_INSTANT_MS: InstantMs = 0;
export const END_INSTANT_MS: InstantMs = Date.UTC(2100, 0, 1);

export const isInstant = (ms: number): boolean =>
  Number.isSafeInteger(ms) && ms >= FIRST_INSTANT_MS && ms < END_INSTANT_MS;

const ISO_INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Milliseconds since the epoch of a point in the proleptic Gregorian calendar, or null where a field is out of range
 * (30 February, 25:00). Fields are as people write them: months 1 to 12.
 */
export const utcMs = (
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): InstantMs | null => {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const back = new Date(ms);
  return back.getUTCDate() === day && back.getUTCMonth() === month - 1 ? ms : null;
};

/** Minutes of an offset such as `+01:00`, `-0530` or `Z`; null where it is none or beyond 18 hours. */
export const offsetMinutes = (text: string): number | null => {
  if (text === 'Z' || text === 'z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > 18 * 60 || Number(match[3]) > 59) return null;
  return match[1] === '-' ? -minutes : minutes;
};

/** The instant that a strict ISO 8601 text with `Z` or an offset names; null where it names none that Vigie works with. */
export const parseInstant = (text: string): InstantMs | null => {
  const match = ISO_INSTANT.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone = ''] = match;
  const offset = offsetMinutes(zone);
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000);
  const local = utcMs(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
  if (local === null || offset === null) return null;
  const ms = local - offset * MINUTE_MS;
  return isInstant(ms) ? ms : null;
};

/** ISO 8601 with `Z`; milliseconds are written only where there are any. */
export const formatInstant = (ms: InstantMs): string => new Date(ms).toISOString().replace('.000Z', 'Z');
