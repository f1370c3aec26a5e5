import { DAY_MS } from '../time/instant.ts';

/** Easter Sunday of a Gregorian year as UTC midnight in milliseconds (anonymous Gregorian computus, Meeus 1991). */
export const easterSundayUtcMs = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const month = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const day = epact + weekday - 7 * month + 114;
  return Date.UTC(year, Math.floor(day / 31) - 1, (day % 31) + 1);
};

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'] as const;
const AFTER_EASTER_DAYS = [1, 39, 50] as const;

/** The eleven public holidays of France without Alsace-Moselle's two, as `YYYY-MM-DD` local dates (sla/SPEC: Calendars). */
export const frenchHolidays = (year: number): string[] => {
  const easter = easterSundayUtcMs(year);
  const movable = AFTER_EASTER_DAYS.map((days) => new Date(easter + days * DAY_MS).toISOString().slice(0, 10));
  return [...FIXED.map((day) => `${year}-${day}`), ...movable].sort();
};
