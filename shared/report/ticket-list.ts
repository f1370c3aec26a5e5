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

/** Tells whether what the figures say of a ticket is a case of one line: the list behind a number is made by what made the number. */
export const createLineSink = ({
  figure,
  by,
  key,
  cases,
}: Line): { readonly sink: Sink; readonly take: () => boolean } => {
  let isMet = false;
  const add: Sink['add'] = (told, group, amount, keys = []) => {
    if (isMet || told !== figure) return;
    if (cases === 'did' && amount === 0) return;
    if (cases === 'rest' && amount !== 0) return;
    const isOfLine =
      by === null ||
      keys.some((own) => own.by === by && own.key === key) ||
      (group !== null && (by === 'priority' || by === 'tier' || by === 'level') && keyIn(group, by) === key);
    if (isOfLine) isMet = true;
  };
  return {
    sink: { add, at: () => {}, open: () => {} },
    /** Whether one was met since it was asked last. */
    take: () => {
      const was = isMet;
      isMet = false;
      return was;
    },
  };
};
