import { toldText } from '../cell.ts';
import { createTimeSurvey, type TimeTally } from './survey-times.ts';

export type ColumnSurvey = {
  readonly name: string;
  readonly kind: 'empty' | 'time' | 'number' | 'choice' | 'text';
  readonly filled: number;
  readonly distinct: number;
  readonly examples: readonly string[];
  /** Null for columns that hold no times. */
  readonly times: TimeTally | null;
};

export type TableSurvey = {
  readonly rows: number;
  readonly columns: readonly ColumnSurvey[];
  readonly sampleRows: readonly (readonly string[])[];
  /** What a column says beside each value of another (a customer's tier), by `pair`. */
  readonly pairs: ReadonlyMap<string, string>;
};

const MOST_DISTINCT = 300;
const MOST_PAIRS = 2_000;
const SAMPLE_ROWS = 5;
const LONGEST_SAMPLE = 200;
/** More values than this are no choice. */
const MOST_CHOICES = 40;

const shortened = (text: string): string => (text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text);

const surveyColumn = (name: string, nowMs: number) => {
  const distinct = new Set<string>();
  const times = createTimeSurvey(nowMs);
  let filled = 0;
  let numbers = 0;
  return {
    take: (cell: string | undefined): void => {
      const text = toldText(cell);
      if (text === null) return;
      filled++;
      if (distinct.size < MOST_DISTINCT && text.length <= LONGEST_SAMPLE) distinct.add(text);
      if (/^-?\d+(?:[.,]\d+)?$/.test(text)) numbers++;
      else times.take(text);
    },
    result: (): ColumnSurvey => {
      const isTime = times.isTime() && times.tally().seen * 2 >= filled;
      const isChoice = distinct.size <= MOST_CHOICES && filled >= distinct.size * 2;
      const kind =
        filled === 0 ? 'empty' : isTime ? 'time' : isChoice ? 'choice' : numbers * 5 >= filled * 4 ? 'number' : 'text';
      return {
        ...{ name, kind, filled, distinct: distinct.size },
        examples: [...distinct].slice(0, 5),
        times: isTime ? times.tally() : null,
      };
    },
  };
};

/** Listens to every row of a table, in bounded memory. `pair` are the indexes of a key and of what is said of it. */
export const createTableSurvey = (
  names: readonly string[],
  nowMs: number,
  pair: { readonly key: number; readonly said: number } | null = null,
) => {
  const columns = names.map((name) => surveyColumn(name, nowMs));
  const sampleRows: string[][] = [];
  const pairs = new Map<string, string>();
  let rows = 0;
  return {
    take: (cells: readonly string[]): void => {
      rows++;
      columns.forEach((column, index) => column.take(cells[index]));
      if (sampleRows.length < SAMPLE_ROWS) sampleRows.push(names.map((_, index) => shortened(cells[index] ?? '')));
      const key = pair === null ? null : toldText(cells[pair.key]);
      const said = pair === null ? null : toldText(cells[pair.said]);
      if (key !== null && said !== null && (pairs.has(key) || pairs.size < MOST_PAIRS)) pairs.set(key, said);
    },
    result: (): TableSurvey => ({ rows, columns: columns.map((column) => column.result()), sampleRows, pairs }),
  };
};
