import { useIntl } from 'react-intl';
import { FIGURES, type Dimension, type FigureId, type FigureUnit } from '../../../shared/report/figures.ts';
import { amountText, keyText, valueText, type Numbers, type ReportWords } from '../../../shared/report/tell-figure.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';
import { GroupedPicture, type GroupRow } from '../pictures/grouped-picture.tsx';
import type { Measure, Series } from '../pictures/picture-data.ts';
import { useShown } from './report-context.ts';
import { linesBy } from './sections.ts';

/** More bars are read as a table. */
const MOST_ROWS = 12;

/** Steps between the marks of an axis, in powers of ten. */
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;
/** An axis is drawn with so many of them. */
const MARKS = 4;

/** Where an axis of whole numbers ends: its marks are whole, and as far from each other. */
const countEnd = (most: number): number => {
  const least = Math.max(1, most / MARKS);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = STEPS.find((one) => one * power >= least && Number.isInteger(one * power)) ?? 10;
  return step * power * MARKS;
};

/** Lengths are in hours, short ones in quarters of one. */
const lengthEnd = (most: number): number => (most <= 8 ? Math.max(1, Math.ceil(most)) : countEnd(most));

const PER_HOUR: Partial<Readonly<Record<FigureUnit, number>>> = {
  times: HOUR_MS,
  sum: HOUR_MS,
  minutes: HOUR_MS / MINUTE_MS,
};

/** How the amounts of a unit stand on an axis. */
export const measureOf = (unit: FigureUnit, words: ReportWords): Measure => {
  const perHour = PER_HOUR[unit];
  const text = (amount: number): string => amountText(unit, amount, words);
  if (perHour !== undefined) {
    return {
      ...{ text, end: lengthEnd, onAxis: (amount) => amount / perHour },
      tick: (hours) => `${words.number(hours, 2)}\u00a0h`,
    };
  }
  return { text, tick: text, onAxis: (amount) => amount, end: unit === 'percent' ? () => 100 : countEnd };
};

const seriesOf = (unit: FigureUnit, say: (id: string) => string): readonly Series[] =>
  unit === 'times'
    ? [
        { key: 'value', label: say('reports.column.value.times'), tone: '--series-1', fill: 'solid' },
        { key: 'p90', label: say('reports.column.p90'), tone: '--series-2', fill: 'rising' },
        { key: 'p95', label: say('reports.column.p95'), tone: '--series-4', fill: 'dots' },
      ]
    : [
        { key: 'value', label: say('reports.now'), tone: '--series-1', fill: 'solid' },
        { key: 'before', label: say('reports.column.before'), tone: '--series-6', fill: 'rising' },
      ];

/** `83 % (n 12)`: a bar says of how many it is. */
const endText = (figure: FigureId, numbers: Numbers, words: ReportWords): string => {
  const text = valueText(figure, numbers, words);
  const { unit } = FIGURES[figure];
  return unit === 'count' || numbers.n === 0 ? text : words.say('reports.withN', { text, n: numbers.n });
};

type Props = { readonly figure: FigureId; readonly by: Dimension };

/** A figure by one dimension, as bars: beside the period before, or median beside the slowest. */
export const FigurePicture = ({ figure, by }: Props) => {
  const intl = useIntl();
  const { page, words } = useShown();
  const { unit } = FIGURES[figure];
  const lines = linesBy(page.lines, figure, by).slice(0, MOST_ROWS);
  const series = seriesOf(unit, words.say);
  const rows = lines.map((line): GroupRow => {
    const { value, p90, p95, before } = line;
    const name = keyText(by, line.key ?? '', words);
    const long = (amount: number | null): string => (amount === null ? '' : amountText(unit, amount, words));
    return {
      name,
      amounts: { value, p90, p95, before: before?.value ?? null },
      texts: {
        ...{ value: endText(figure, line, words), p90: long(p90), p95: long(p95) },
        before: before === null ? '' : endText(figure, before, words),
      },
    };
  });
  const label = intl.formatMessage(
    { id: 'reports.picture' },
    { figure: words.say(`report.figure.${figure}`), by: words.say(`reports.by.${by}`) },
  );
  return <GroupedPicture {...{ label, rows, series }} measure={measureOf(unit, words)} />;
};
