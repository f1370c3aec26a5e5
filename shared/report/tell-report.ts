import type { ReportPage } from '../ipc/report-schemas.ts';
import { DIMENSIONS, FIGURE_IDS, FIGURES, type Dimension, type FigureId, type FigureUnit } from './figures.ts';
import type { ReportLine } from './report.ts';
import type { ReportSheet, SheetColumn, SheetRow, SheetTable } from './report-sheet.ts';
import { differenceOf, keyText, NOTHING, tailText, valueText, type ReportWords } from './tell-figure.ts';

export type SheetColumnId = 'value' | 'did' | 'rest' | 'p90' | 'p95' | 'n' | 'before' | 'difference';

/** What stands in a row of a figure, by how it is made. */
export const FIGURE_COLUMNS: Readonly<Record<FigureUnit, readonly SheetColumnId[]>> = {
  count: ['value', 'before', 'difference'],
  percent: ['value', 'did', 'rest', 'n', 'before', 'difference'],
  times: ['value', 'p90', 'p95', 'n', 'before', 'difference'],
  sum: ['value', 'n', 'before', 'difference'],
  minutes: ['value', 'n', 'before', 'difference'],
};

/** Figures of one kind for both promises share the words for their cases. */
const familyOf = (figure: FigureId): string => figure.replace(/\.(?:contractual|internal)$/, '');

/** The message of a column's head. */
export const headOf = (figure: FigureId, column: SheetColumnId): string => {
  if (column === 'did' || column === 'rest') return `reports.${column}.${familyOf(figure)}`;
  return column === 'value' ? `reports.column.value.${FIGURES[figure].unit}` : `reports.column.${column}`;
};

/** Whose promise a figure is of: the offer's to the customer, or ours to ourselves; null: of none. They are never mixed. */
export const promiseOf = (figure: FigureId): 'contractual' | 'internal' | null =>
  figure.endsWith('.contractual') ? 'contractual' : figure.endsWith('.internal') ? 'internal' : null;

/** What stands in a column, as text. */
export const cellText = (line: ReportLine, column: SheetColumnId, words: ReportWords): string => {
  const { figure, n, count, before } = line;
  switch (column) {
    case 'value':
      return valueText(figure, line, words);
    case 'did':
      return words.number(count ?? 0);
    case 'rest':
      return words.number(n - (count ?? 0));
    case 'p90':
    case 'p95':
      return tailText(line[column], n, words);
    case 'n':
      return words.number(n);
    case 'before':
      return before === null ? NOTHING : valueText(figure, before, words);
    case 'difference': {
      const difference = differenceOf(figure, line, before, words);
      if (difference === null) return NOTHING;
      const word = words.say(`reports.${difference.kind}`);
      return difference.kind === 'same' ? word : `${difference.text} ${word}`;
    }
  }
};

/** The columns of a figure's table, the names of its rows first. */
export const columnsOf = (
  figure: FigureId,
  words: ReportWords,
  columns: readonly SheetColumnId[] = FIGURE_COLUMNS[FIGURES[figure].unit],
): SheetColumn[] => [
  { id: 'name', label: '', isAmount: false },
  ...columns.map((id): SheetColumn => ({ id, label: words.say(headOf(figure, id)), isAmount: id !== 'difference' })),
];

export const rowOf = (
  line: ReportLine,
  words: ReportWords,
  columns: readonly SheetColumnId[] = FIGURE_COLUMNS[FIGURES[line.figure].unit],
): SheetRow => {
  const { by, key, figure, value } = line;
  const name = by === null || key === null ? words.say('reports.whole') : keyText(by, key, words);
  return {
    kind: by === null ? 'whole' : 'line',
    cells: [name, ...columns.map((column) => cellText(line, column, words))],
    ...(FIGURES[figure].unit === 'percent' ? { share: value } : {}),
  };
};

const byRows = (lines: readonly ReportLine[], by: Dimension, words: ReportWords): SheetRow[] => {
  const own = lines.filter((line) => line.by === by);
  if (own.length === 0) return [];
  return [{ kind: 'by', cells: [words.say(`reports.by.${by}`)] }, ...own.map((line) => rowOf(line, words))];
};

const tableOf = (lines: readonly ReportLine[], figure: FigureId, words: ReportWords): SheetTable => {
  const [whole] = lines;
  const isBare = whole === undefined || (whole.n === 0 && (whole.before?.n ?? 0) === 0 && (whole.value ?? 0) === 0);
  const promise = promiseOf(figure);
  const name = words.say(`report.figure.${figure}`);
  return {
    id: figure,
    title: promise === null ? name : `${words.say(`reports.promise.${promise}`)} · ${name}`,
    columns: columnsOf(figure, words),
    rows: isBare ? [] : [rowOf(whole, words), ...DIMENSIONS.flatMap((by) => byRows(lines, by, words))],
    none: words.say('reports.bare'),
  };
};

/** What a report is told with: names of periods and instants in its language. */
export type SheetContext = {
  readonly words: ReportWords;
  readonly language: ReportSheet['language'];
  readonly period: string;
  readonly before: string | null;
  readonly asOf: string;
  readonly isRunning: boolean;
  readonly isPast: boolean;
  readonly isSample: boolean;
  /** The filter as text; empty where there is none. */
  readonly filter: string;
};

/** A report for paper: every figure with its table, then the definitions. */
export const tellReport = (page: ReportPage, context: SheetContext): ReportSheet => {
  const { words, language, period, before, asOf, isRunning, isPast, isSample, filter } = context;
  const { say } = words;
  return {
    ...{ language, period, title: say('reports.sheet.title'), owner: say('reports.sheet.owner') },
    facts: [
      [say('reports.period'), period],
      [say('reports.column.before'), before ?? NOTHING],
      [say('reports.sheet.asOf'), asOf],
      [say('reports.filter'), filter === '' ? say('reports.sheet.allTickets') : filter],
    ],
    notes: [
      ...(isSample ? [say('reports.sheet.sample')] : []),
      ...(isPast ? [say('reports.sheet.past', { at: asOf })] : []),
      ...(isRunning ? [say('reports.sheet.running', { at: asOf })] : []),
      say('reports.tooFew.percent', { least: 5 }),
    ],
    tables: FIGURE_IDS.map((figure) =>
      tableOf(
        page.lines.filter((line) => line.figure === figure),
        figure,
        words,
      ),
    ),
    footnotesTitle: say('reports.definitions'),
    footnotes: FIGURE_IDS.map((figure) => [say(`report.figure.${figure}`), say(`report.definition.${figure}`)]),
  };
};
