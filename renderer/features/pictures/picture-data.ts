import { csvFile, csvStyleOf, hoursOf } from '../../../shared/csv/write-csv.ts';
import type { Language } from '../../../shared/i18n/language.ts';

/** The shapes by which series are told apart without their colour. */
export type Fill = 'solid' | 'rising' | 'falling' | 'grid' | 'dots' | 'level' | 'hollow';

/** One series of a picture: how it is called and drawn. `tone` is a token of the styles. */
export type Series = {
  readonly key: string;
  readonly label: string;
  readonly tone: string;
  readonly fill: Fill;
  /** Series of one stack stand on each other, others side by side. */
  readonly stack?: string;
};

/** One place on the axis with the amount of each series there. */
export type Bar = {
  /** Short, below the bar. */
  readonly name: string;
  /** Whole, where there is room for it. */
  readonly title: string;
  readonly amounts: Readonly<Record<string, number>>;
};

export type Column = { readonly key: string; readonly label: string; readonly unit: 'text' | 'hours' };

/** What the amounts of a picture are: where they stand on its axis, and how they are written there and beside their names. */
export type Measure = {
  readonly onAxis: (amount: number) => number;
  readonly tick: (value: number) => string;
  readonly text: (amount: number) => string;
  /** Where the axis ends, of the largest on it. */
  readonly end: (most: number) => number;
};

/** What a picture shows, as numbers: words, and amounts in minutes. */
export type PictureTable = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** The table of bars: a row for each, a column for each series. */
export const barTable = (first: string, bars: readonly Bar[], series: readonly Series[]): PictureTable => ({
  columns: [
    { key: 'name', label: first, unit: 'text' },
    ...series.map(({ key, label }): Column => ({ key, label, unit: 'hours' })),
  ],
  rows: bars.map(({ title, amounts }) => [title, ...series.map(({ key }) => amounts[key] ?? 0)]),
});

/** The same as a file for a spreadsheet, amounts in hours. */
export const tableCsv = ({ columns, rows }: PictureTable, language: Language): string =>
  csvFile(
    [
      columns.map(({ label, unit }) => (unit === 'hours' ? `${label} (h)` : label)),
      ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? hoursOf(cell) : cell))),
    ],
    csvStyleOf(language),
  );
