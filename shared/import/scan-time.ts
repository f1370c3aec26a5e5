import { dayMs } from './day-ms.ts';
import { monthOfName } from './month-names.ts';
import { digitsAt, digitsEnd, scanClock, scanPlainClock, type Clock } from './scan-clock.ts';

/** A time as written. Local times are in milliseconds as if they were UTC; null where that reading of the day is none. */
export type ScannedTime = {
  readonly dayFirstMs: number | null;
  readonly monthFirstMs: number | null;
  /** What the text says of its distance from UTC, in ms; null where it says nothing. */
  readonly offsetMs: number | null;
};

const DAY_NAME_YEAR =
  /^(\d{1,2})(?:er|st|nd|rd|th)?[\s/.-]+(?:de\s+)?([a-z]{3,12})\.?[\s/.,-]+(?:de\s+)?(\d{4}|\d{2})(?!\d)(.*)$/;
const NAME_DAY_YEAR = /^([a-z]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/;
const WEEKDAY = /^[a-z]{2,10}\.?,?\s+(?=\d|[a-z]{3,12}\.?\s+\d)/;
const BASIC = /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?$/;
const EPOCH = /^@(-?\d+)$/;

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

/** Three numbers with one separator: year first, or day and month in either order before the year. */
const scanNumbers = (text: string): ScannedTime | null => {
  const firstEnd = digitsEnd(text, 0);
  const separator = text[firstEnd];
  if (firstEnd === 0 || (separator !== '/' && separator !== '-' && separator !== '.')) return null;
  const secondEnd = digitsEnd(text, firstEnd + 1);
  if (text[secondEnd] !== separator || secondEnd - firstEnd > 3) return null;
  const thirdEnd = digitsEnd(text, secondEnd + 1);
  const first = digitsAt(text, 0, firstEnd);
  const second = digitsAt(text, firstEnd + 1, secondEnd);
  const third = digitsAt(text, secondEnd + 1, thirdEnd);
  const thirdLength = thirdEnd - secondEnd - 1;
  const clock = scanPlainClock(text, thirdEnd) ?? scanClock(text.slice(thirdEnd));
  if (firstEnd === 4) return thirdLength > 2 ? null : certain(dayMs(first, second, third), clock);
  if (firstEnd > 2 || (thirdLength !== 4 && thirdLength !== 2)) return null;
  const year = fullYear(third, thirdLength);
  return scanned(dayMs(year, second, first), dayMs(year, first, second), clock);
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
  return certain(dayMs(fullYear(Number(year), year.length), month, Number(byDay ? one : two)), scanClock(rest));
};

/** No form is nearly as long: a field of a megabyte of blanks is not looked through. */
const LONGEST = 200;

/** What a text says of a point in time; null where it is none of the forms that exports use. */
export const scanTime = (text: string): ScannedTime | null => {
  if (text.length > LONGEST) return null;
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
