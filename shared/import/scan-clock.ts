import { HOUR_MS, MINUTE_MS, offsetMinutes } from '../time/instant.ts';

const CLOCK =
  /^(?:[\sT,]+|\s*[aà]\s+)(\d{1,2})[:hH.](\d{2})(?:[:m.](\d{2})(?:[.,](\d{1,9}))?)?s?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)?$/i;

/** A time of day as written, and what it says of its distance from UTC; null where it says nothing. */
export type Clock = { readonly timeMs: number; readonly offsetMs: number | null };

const MIDNIGHT: Clock = { timeMs: 0, offsetMs: null };

const scanOffset = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const bare = text.toUpperCase().replace(/^(UTC|GMT)/, '');
  if (bare === '' || bare === 'Z') return 0;
  const minutes = offsetMinutes(bare.length === 3 ? `${bare}00` : bare);
  return minutes === null ? null : minutes * MINUTE_MS;
};

/** What follows the date: a time of day in any of its forms, or nothing, which is midnight; null where it is neither. */
export const scanClock = (rest: string): Clock | null => {
  if (rest.trim() === '') return MIDNIGHT;
  const match = CLOCK.exec(rest);
  if (!match) return null;
  const [, hours = '', minutes = '', seconds = '0', fraction = '0', half, zone] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  const offsetMs = scanOffset(zone);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59 || (zone !== undefined && offsetMs === null))
    return null;
  const timeMs = hour * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
  return { timeMs: timeMs + Math.trunc(Number(`0.${fraction}`) * 1000), offsetMs };
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The end of the digits that start at an index. */
export const digitsEnd = (text: string, from: number): number => {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};

/** The number that the digits of a stretch make. */
export const digitsAt = (text: string, from: number, end: number): number => {
  let value = 0;
  for (let at = from; at < end; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
};

const pairAt = (text: string, at: number): number =>
  isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) ? digitsAt(text, at, at + 2) : NaN;

/** `HH:MM`, `HH:MM:SS`, `HH:MM:SS.fff`, with or without `Z`, to the end of the text, without a pattern: nearly every time of a log. */
export const scanPlainClock = (text: string, from: number): Clock | null => {
  const isUtc = text.charCodeAt(text.length - 1) === 90;
  const length = text.length - from - (isUtc ? 1 : 0);
  if (length !== 6 && length !== 9 && length !== 13) return null;
  const separator = text.charCodeAt(from);
  if ((separator !== 32 && separator !== 84) || text.charCodeAt(from + 3) !== 58) return null;
  const hour = pairAt(text, from + 1);
  const minute = pairAt(text, from + 4);
  const second = length === 6 ? 0 : text.charCodeAt(from + 6) === 58 ? pairAt(text, from + 7) : NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return null;
  let timeMs = hour * HOUR_MS + minute * MINUTE_MS + second * 1000;
  if (length === 13) {
    if (text.charCodeAt(from + 9) !== 46 || digitsEnd(text, from + 10) !== from + 13) return null;
    timeMs += digitsAt(text, from + 10, from + 13);
  }
  return { timeMs, offsetMs: isUtc ? 0 : null };
};
