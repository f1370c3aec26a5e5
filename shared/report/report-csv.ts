import { csvFile, csvStyleOf, type CsvCell } from '../csv/write-csv.ts';
import type { Language } from '../i18n/language.ts';
import { formatInstant, HOUR_MS } from '../time/instant.ts';
import { FIGURES, type FigureId, type FigureUnit } from './figures.ts';
import type { Report } from './report.ts';

const HEAD = ['figure', 'unit', 'by', 'key', 'n', 'count', 'value', 'p90', 'p95'];
const BEFORE = ['before_n', 'before_count', 'before_value', 'before_p90', 'before_p95'];
const POINTS = ['from', 'to', 'opened', 'resolved', 'reopened', 'backlog'];

/** What the numbers of a file are in: lengths are hours in both. */
const WRITTEN: Readonly<Record<FigureUnit, string>> = {
  count: 'tickets',
  percent: '%',
  times: 'h',
  sum: 'h',
  minutes: 'min',
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

const toCell = (unit: FigureUnit, value: number | null): CsvCell => {
  if (value === null) return null;
  return unit === 'times' || unit === 'sum' ? rounded(value / HOUR_MS) : rounded(value);
};

type Numbers = Pick<Report['lines'][number], 'n' | 'count' | 'value' | 'p90' | 'p95'>;

const cells = (unit: FigureUnit, numbers: Numbers | null): CsvCell[] =>
  numbers === null
    ? BEFORE.map(() => null)
    : [numbers.n, numbers.count, ...[numbers.value, numbers.p90, numbers.p95].map((value) => toCell(unit, value))];

/** A report for a spreadsheet: the period, one line a figure, and below them the figures over time where all are wanted. */
export const reportCsv = (report: Report, figures: readonly FigureId[] | null, language: Language): string => {
  const { fromMs, toMs, asOfMs, before, lines, points } = report;
  const wanted = figures === null ? lines : lines.filter(({ figure }) => figures.includes(figure));
  const period: CsvCell[][] = [
    ['from', formatInstant(fromMs)],
    ['to', formatInstant(toMs)],
    ['as_of', formatInstant(asOfMs)],
    ...(before === null
      ? []
      : [
          ['before_from', formatInstant(before.fromMs)],
          ['before_to', formatInstant(before.toMs)],
        ]),
  ];
  const overTime = points.map((point): CsvCell[] => [
    ...[formatInstant(point.fromMs), formatInstant(point.toMs)],
    ...[point.opened, point.resolved, point.reopened, point.backlog],
  ]);
  return csvFile(
    [
      ...period,
      [],
      [...HEAD, ...(before === null ? [] : BEFORE)],
      ...wanted.map((line): CsvCell[] => {
        const { unit } = FIGURES[line.figure];
        return [
          ...[line.figure, WRITTEN[unit], line.by, line.key],
          ...cells(unit, line),
          ...(before === null ? [] : cells(unit, line.before)),
        ];
      }),
      ...(figures === null ? [[], POINTS, ...overTime] : []),
    ],
    csvStyleOf(language),
  );
};
