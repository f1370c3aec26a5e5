import { offsetMinutes, utcMs, HOUR_MS, MINUTE_MS } from '../time/instant.ts';
import { monthOfName } from './month-names.ts';

/** A time as written. Local times are in milliseconds as if they were UTC; null where that reading of the day is none. */
export type ScannedTime = {
  readonly dayFirstMs: number | null;
  readonly monthFirstMs: number | null;
  /** What the text says of its distance from UTC, in ms; null where it says nothing. */
  readonly offsetMs: number | null;
};

const CLOCK =
  /^(?:[\sT,]+|\s*[aà]\s+)(\d{1,2})[:hH.](\d{2})(?:[:m.](\d{2})(?:[.,](\d{1,9}))?)?s?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)?$/i;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:er|st|nd|rd|th)?[\s/.-]+(?:de\s+)?([a-z]{3,12})\.?[\s/.,-]+(?:de\s+)?(\d{4}|\d{2})(?!\d)(.*)$/;
const NAME_DAY_YEAR = /^([a-z]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/;
const WEEKDAY = /^[a-z]{2,10}\.?,?\s+(?=\d|[a-z]{3,12}\.?\s+\d)/;
const BASIC = /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?$/;
const EPOCH = /^@(-?\d+)$/;

type Clock = { readonly timeMs: number; readonly offsetMs: number | null };

const MIDNIGHT: Clock = { timeMs: 0, offsetMs: null };

const scanOffset = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const bare = text.toUpperCase().replace(/^(UTC|GMT)/, '');
  if (bare === '' || bare === 'Z') return 0;
  const minutes = offsetMinutes(bare.length === 3 ? `${bare}00` : bare);
  return minutes === null ? null : minutes * MINUTE_MS;
};

const scanClock = (rest: string): Clock | null => {
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

const fullYear = (year: number, digits: number): number =>
  digits === 4 ? year : year < 70 ? 2000 + year : 1900 + year;

const scanned = (dayFirst: number | null, monthFirst: number | null, clock: Clock | null): ScannedTime | null => {
  if (clock === null || (dayFirst === null && monthFirst === null)) return null;
  const { timeMs, offsetMs } = clock;
  return {
    dayFirstMs: dayFirst === null ? null : dayFirst + timeMs,
    monthFirstMs: monthFirst === null ? null : monthFirst + timeMs,
    offsetMs,
  };
};

const certain = (day: number | null, clock: Clock | null): ScannedTime | null => scanned(day, day, clock);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The end of the digits that start at an index. */
const digitsEnd = (text: string, from: number): number => {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};

/** `HH:MM` and `HH:MM:SS` to the end of the text, without a pattern: nearly every time of a log. */
const scanPlainClock = (text: string, from: number): Clock | null => {
  const length = text.length - from;
  if (length !== 6 && length !== 9) return null;
  const separator = text.charCodeAt(from);
  if ((separator !== 32 && separator !== 84) || text.charCodeAt(from + 3) !== 58) return null;
  const pair = (at: number): number => {
    const [tens, ones] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : NaN;
  };
  const hour = pair(from + 1);
  const minute = pair(from + 4);
  const second = length === 6 ? 0 : text.charCodeAt(from + 6) === 58 ? pair(from + 7) : NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return null;
  return { timeMs: hour * HOUR_MS + minute * MINUTE_MS + second * 1000, offsetMs: null };
};

/** Three numbers with one separator: year first, or day and month in either order before the year. */
const scanNumbers = (text: string): ScannedTime | null => {
  const firstEnd = digitsEnd(text, 0);
  const separator = text[firstEnd];
  if (firstEnd === 0 || (separator !== '/' && separator !== '-' && separator !== '.')) return null;
  const secondEnd = digitsEnd(text, firstEnd + 1);
  if (text[secondEnd] !== separator || secondEnd - firstEnd > 3) return null;
  const thirdEnd = digitsEnd(text, secondEnd + 1);
  const first = Number(text.slice(0, firstEnd));
  const second = Number(text.slice(firstEnd + 1, secondEnd));
  const third = Number(text.slice(secondEnd + 1, thirdEnd));
  const thirdLength = thirdEnd - secondEnd - 1;
  const clock = scanPlainClock(text, thirdEnd) ?? scanClock(text.slice(thirdEnd));
  if (firstEnd === 4) return thirdLength > 2 ? null : certain(utcMs(first, second, third), clock);
  if (firstEnd > 2 || (thirdLength !== 4 && thirdLength !== 2)) return null;
  const year = fullYear(third, thirdLength);
  return scanned(utcMs(year, second, first), utcMs(year, first, second), clock);
};

const scanWords = (text: string): ScannedTime | null => {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(WEEKDAY, (day) => (monthOfName(day.replace(/\W/g, '')) === null ? '' : day));
  const byDay = DAY_NAME_YEAR.exec(plain);
  const byName = byDay ? null : NAME_DAY_YEAR.exec(plain);
  const match = byDay ?? byName;
  if (!match) return scanNumbers(plain);
  const [, one = '', two = '', year = '', rest = ''] = match;
  const month = monthOfName(byDay ? two : one);
  if (month === null) return null;
  return certain(utcMs(fullYear(Number(year), year.length), month, Number(byDay ? one : two)), scanClock(rest));
};

/** What a text says of a point in time; null where it is none of the forms that exports use. */
export const scanTime = (text: string): ScannedTime | null => {
  const numbers = scanNumbers(text);
  if (numbers !== null) return numbers;
  const epoch = EPOCH.exec(text);
  if (epoch) {
    const value = Number(epoch[1]);
    const ms = Math.abs(value) >= 1e11 ? value : value * 1000;
    return { dayFirstMs: ms, monthFirstMs: ms, offsetMs: 0 };
  }
  const basic = BASIC.exec(text);
  if (basic) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = basic;
    return scanNumbers(`${year}-${month}-${day} ${hour}:${minute}:${second}${zone}`);
  }
  return scanWords(text);
};
