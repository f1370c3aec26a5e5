/**
 * Working time the slow way, sharing nothing with the product: a quarter of an hour is open or not by what the runtime's own formatting
 * says of its local time. Good for 2024 to 2027.
 */
const QUARTER_MS = 900_000;

const HOLIDAYS = new Set([
  ...['2024-01-01', '2024-04-01', '2024-05-01', '2024-05-08', '2024-05-09', '2024-05-20', '2024-07-14', '2024-08-15'],
  ...['2024-11-01', '2024-11-11', '2024-12-25'],
  ...['2025-01-01', '2025-04-21', '2025-05-01', '2025-05-08', '2025-05-29', '2025-06-09', '2025-07-14', '2025-08-15'],
  ...['2025-11-01', '2025-11-11', '2025-12-25'],
  ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14', '2026-08-15'],
  ...['2026-11-01', '2026-11-11', '2026-12-25'],
  ...['2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17', '2027-07-14', '2027-08-15'],
  ...['2027-11-01', '2027-11-11', '2027-12-25'],
]);

const paris = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

const known = new Map<number, boolean>();

const isOpenQuarter = (quarter: number): boolean => {
  const before = known.get(quarter);
  if (before !== undefined) return before;
  const parts = paris.formatToParts(quarter * QUARTER_MS);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  const isWeekend = part('weekday') === 'Sat' || part('weekday') === 'Sun';
  const isHoliday = HOLIDAYS.has(`${part('year')}-${part('month')}-${part('day')}`);
  const isOpen = hour >= 9 && hour < 18 && !isWeekend && !isHoliday;
  known.set(quarter, isOpen);
  return isOpen;
};

export type ReferenceCalendar = 'always' | 'business';

/** Counted milliseconds, quarter by quarter. */
export const slowlyCounted = (calendar: ReferenceCalendar, from: number, to: number): number => {
  if (to <= from) return 0;
  if (calendar === 'always') return to - from;
  let sum = 0;
  for (let quarter = Math.floor(from / QUARTER_MS); quarter * QUARTER_MS < to; quarter++) {
    if (!isOpenQuarter(quarter)) continue;
    sum += Math.min(to, (quarter + 1) * QUARTER_MS) - Math.max(from, quarter * QUARTER_MS);
  }
  return sum;
};

/** The first instant by which a length above 0 has been counted from `from` on. */
export const slowlyAfter = (calendar: ReferenceCalendar, from: number, length: number): number => {
  if (calendar === 'always') return from + length;
  let left = length;
  for (let quarter = Math.floor(from / QUARTER_MS); ; quarter++) {
    if (!isOpenQuarter(quarter)) continue;
    const start = Math.max(from, quarter * QUARTER_MS);
    const rest = (quarter + 1) * QUARTER_MS - start;
    if (rest >= left) return start + left;
    left -= rest;
  }
};
