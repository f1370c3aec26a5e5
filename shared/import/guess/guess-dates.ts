import type { DateColumn, ImportGuess } from '../../ipc/import-guess-schemas.ts';
import type { DayOrder } from '../read-time.ts';
import { because, confidenceOf } from './confidence.ts';
import type { TimeTally } from './survey-times.ts';

export type DatedColumn = { readonly file: string; readonly name: string; readonly times: TimeTally };

export type GuessedDates = {
  readonly dateOrder: ImportGuess['dateOrder'];
  readonly dateColumns: readonly DateColumn[];
  /** In which order an import reads what the values leave open; null where it finds out by itself. */
  readonly dayOrder: DayOrder | null;
};

const sum = (columns: readonly DatedColumn[], of: (times: TimeTally) => number): number =>
  columns.reduce((total, { times }) => total + of(times), 0);

const orderOf = (columns: readonly DatedColumn[]): Pick<GuessedDates, 'dateOrder' | 'dayOrder'> => {
  const dayFirst = sum(columns, (times) => times.dayFirst);
  const monthFirst = sum(columns, (times) => times.monthFirst);
  const either = sum(columns, (times) => times.either);
  const certain = sum(columns, (times) => times.certain);
  const total = dayFirst + monthFirst + either + certain;
  const examples = (has: (times: TimeTally) => boolean) =>
    columns.filter(({ times }) => has(times)).flatMap(({ times }) => times.examples.slice(0, 2));
  const days = because('dayOver12', { names: examples((times) => times.dayFirst > 0), count: dayFirst, total });
  const months = because('monthOver12', { names: examples((times) => times.monthFirst > 0), count: monthFirst, total });
  const open = because('eitherWay', { names: examples((times) => times.either > 0), count: either, total });
  if (total === 0) return { dateOrder: { value: 'none', confidence: 1, evidence: [] }, dayOrder: null };
  if (dayFirst > 0 && monthFirst > 0) {
    const confidence = confidenceOf(0.9);
    return { dateOrder: { value: 'mixed', confidence, evidence: [days, months] }, dayOrder: null };
  }
  if (dayFirst + monthFirst > 0) {
    // One value alone may be a slip of the pen.
    const confidence = confidenceOf(dayFirst + monthFirst === 1 ? 0.85 : 0.99);
    return dayFirst > 0
      ? { dateOrder: { value: 'dayFirst', confidence, evidence: [days] }, dayOrder: 'dayFirst' }
      : { dateOrder: { value: 'monthFirst', confidence, evidence: [months] }, dayOrder: 'monthFirst' };
  }
  if (either === 0) {
    const evidence = [because('spelledOut', { names: examples((times) => times.certain > 0), count: certain, total })];
    return { dateOrder: { value: 'certain', confidence: 1, evidence }, dayOrder: null };
  }
  const asDays = sum(columns, (times) => times.futureIfDayFirst);
  const asMonths = sum(columns, (times) => times.futureIfMonthFirst);
  const future = because('future', { count: Math.max(asDays, asMonths), total: either });
  if (asDays > 0 && asMonths === 0)
    return { dateOrder: { value: 'monthFirst', confidence: 0.8, evidence: [open, future] }, dayOrder: 'monthFirst' };
  if (asMonths > 0 && asDays === 0)
    return { dateOrder: { value: 'dayFirst', confidence: 0.8, evidence: [open, future] }, dayOrder: 'dayFirst' };
  return { dateOrder: { value: 'ambiguous', confidence: 0.5, evidence: [open] }, dayOrder: null };
};

/**
 * The order of day and month, from every value of every column of times. Where each value can be read either way, an order that puts none
 * of them into the future is preferred to one that does; else it is ambiguous, and said to be.
 */
export const guessDates = (columns: readonly DatedColumn[]): GuessedDates => ({
  ...orderOf(columns),
  dateColumns: columns.map(({ file, name, times }) => {
    const { dayFirst, monthFirst, either, certain, examples } = times;
    return { file, name, dayFirst, monthFirst, either, certain, examples: [...examples] };
  }),
});
