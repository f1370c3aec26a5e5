import { DAY_MS } from '../time/instant.ts';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * The first instant of a day as if it were in UTC, in ms; null where there is no such day. By arithmetic alone: logs have a hundred
 * thousand of them.
 */
export const dayMs = (year: number, month: number, day: number): number | null => {
  if (month < 1 || month > 12 || day < 1) return null;
  const days = DAYS_IN_MONTH[month - 1] ?? 0;
  if (day > (month === 2 && isLeap(year) ? 29 : days)) return null;
  // Years that begin in March put the leap day last; 400 of them have 146,097 days.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MS;
};
