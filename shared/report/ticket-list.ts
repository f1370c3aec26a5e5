import type { Dimension, FigureId } from './figures.ts';
import type { Sink } from './sink.ts';
import { keyIn } from './tally.ts';

/** One line of a report, and which of its cases: of a percentage those that did, the rest, or all. */
export type Line = {
  readonly figure: FigureId;
  readonly by: Dimension | null;
  readonly key: string | null;
  readonly cases: 'all' | 'did' | 'rest';
};

/** What one ticket is of a line: how many cases, and their amounts together, in what the figure's unit is counted in. */
export type Counted = { readonly n: number; readonly amount: number };

/** Tells whether what the figures say of a ticket is a case of one line: the list behind a number is made by what made the number. */
export const createLineSink = ({
  figure,
  by,
  key,
  cases,
}: Line): { readonly sink: Sink; readonly take: () => Counted | null } => {
  let met: Counted | null = null;
  const add: Sink['add'] = (told, group, amount, keys = [], n = 1) => {
    if (told !== figure) return;
    if (cases === 'did' && amount === 0) return;
    if (cases === 'rest' && amount !== 0) return;
    const isOfLine =
      by === null ||
      keys.some((own) => own.by === by && own.key === key) ||
      (group !== null && (by === 'priority' || by === 'tier' || by === 'level') && keyIn(group, by) === key);
    if (isOfLine) met = { n: (met?.n ?? 0) + n, amount: (met?.amount ?? 0) + amount };
  };
  return {
    sink: { add, at: () => {}, open: () => {} },
    /** What was met since it was asked last; null where nothing was. */
    take: () => {
      const was = met;
      met = null;
      return was;
    },
  };
};
