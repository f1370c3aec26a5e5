import { minutesText } from '../expertise/statement-words.ts';
import { durationText } from '../i18n/clock-text.ts';
import { SECOND_MS } from '../time/instant.ts';
import { FIGURES, type Dimension, type FigureId, type FigureUnit } from './figures.ts';
import { LEAST_CASES } from './tally.ts';
import type { ReportLine } from './report.ts';

type Values = Readonly<Record<string, string | number>>;

/** What a language brings to a report: its messages and its numbers. */
export type ReportWords = {
  readonly say: (id: string, values?: Values) => string;
  /** Whether there is such a message. */
  readonly has: (id: string) => boolean;
  readonly number: (value: number, digits?: number) => string;
};

export type Numbers = Pick<ReportLine, 'n' | 'count' | 'value' | 'p90' | 'p95'>;

export const NOTHING = '–';
const MINUS = '−';

const WHOLE = 100;
const LEAST_SHARE = 0.1;

/** To the tenth, but nothing short of all is all, and nothing more than none is none. */
const shareOf = (percent: number): number => {
  if (percent <= 0 || percent >= WHOLE) return percent;
  const rounded = Math.round(percent / LEAST_SHARE) * LEAST_SHARE;
  return Math.min(WHOLE - LEAST_SHARE, Math.max(LEAST_SHARE, rounded));
};

/** A percentage to the tenth, lengths to the minute or second: as one reads it, without its sign. */
export const amountText = (unit: FigureUnit, amount: number, { number, say }: ReportWords): string => {
  switch (unit) {
    case 'percent':
      return say('reports.percent', { value: number(shareOf(amount), 1) });
    case 'times':
    case 'sum':
      return durationText(Math.round(amount / SECOND_MS), (value) => number(value));
    case 'minutes':
      return minutesText(Math.round(amount), (value) => number(value));
    case 'count':
      return number(amount);
  }
};

/** Why there is no number, or the number. */
export const valueText = (figure: FigureId, { n, value }: Pick<Numbers, 'n' | 'value'>, words: ReportWords): string => {
  if (value !== null) return amountText(FIGURES[figure].unit, value, words);
  return n === 0 ? NOTHING : words.say('report.tooFew');
};

/** A 90th or 95th percentile. */
export const tailText = (tail: number | null, n: number, words: ReportWords): string =>
  tail === null ? (n === 0 ? NOTHING : words.say('report.tooFew')) : amountText('times', tail, words);

/** What a value of a dimension is called. */
export const keyText = (by: Dimension, key: string, { say, has }: ReportWords): string => {
  const prefix: Partial<Readonly<Record<Dimension, string>>> = {
    ...{ priority: 'priority', level: 'level', cause: 'reports.cause', age: 'reports.age', wait: 'reports.wait' },
    ...{ assignment: 'statement.kind', state: 'session.state' },
  };
  if (by === 'tier') return key.toUpperCase();
  const id = `${prefix[by] ?? ''}.${key}`;
  return by in prefix && has(id) ? say(id) : key;
};

/** Whether more of a figure is better, worse, or neither. */
type Better = 'more' | 'fewer' | null;

const BETTER: Partial<Readonly<Record<FigureId, Better>>> = {
  ...{ 'compliance.contractual': 'more', 'compliance.internal': 'more' },
  ...{ 'answered.contractual': 'more', 'answered.internal': 'more' },
  ...{ 'breaches.contractual': 'fewer', 'breaches.internal': 'fewer', reopened: 'fewer', backlog: 'fewer' },
  ...{ 'backlog.age': 'fewer', 'backlog.breached.contractual': 'fewer', 'backlog.breached.internal': 'fewer' },
  ...{ 'response.gross': 'fewer', 'response.net': 'fewer', 'resolution.gross': 'fewer', 'resolution.net': 'fewer' },
  ...{ returned: 'fewer', 'hours.overage': 'fewer', 'sessions.reported': 'more' },
};

export type Difference = {
  readonly kind: 'better' | 'worse' | 'more' | 'fewer' | 'same';
  /** With its sign: `+4.2 points`, `−1 h 10`. */
  readonly text: string;
};

/** Less than this is nothing that a reader sees: a tenth of a point, a second, one. */
const LEAST: Readonly<Record<FigureUnit, number>> = { count: 1, percent: 0.05, times: 1_000, sum: 1_000, minutes: 1 };

/** How a number differs from that of the period before; null where one of the two says nothing. */
export const differenceOf = (
  figure: FigureId,
  now: Pick<Numbers, 'n' | 'value'>,
  before: Pick<Numbers, 'n' | 'value'> | null,
  words: ReportWords,
): Difference | null => {
  if (before === null || now.value === null || before.value === null) return null;
  const { unit } = FIGURES[figure];
  const change = now.value - before.value;
  const size = Math.abs(change);
  if (size < LEAST[unit]) return { kind: 'same', text: '0' };
  const amount =
    unit === 'percent' ? words.say('reports.points', { value: words.number(size, 1) }) : amountText(unit, size, words);
  const good = BETTER[figure] ?? null;
  const side = change > 0 ? 'more' : 'fewer';
  return {
    kind: good === null ? side : good === side ? 'better' : 'worse',
    text: `${change > 0 ? '+' : MINUS}${amount}`,
  };
};

/** Whether a line has cases but too few for its number. */
export const isTooFew = (figure: FigureId, { n }: Pick<Numbers, 'n'>): boolean => {
  const { unit } = FIGURES[figure];
  return (unit === 'percent' || unit === 'times') && n > 0 && n < LEAST_CASES;
};
