import type { ReportTickets } from '../../../shared/ipc/report-schemas.ts';
import { FIGURES } from '../../../shared/report/figures.ts';
import { amountText, type ReportWords } from '../../../shared/report/tell-figure.ts';
import type { NumberOf } from '../../state/report-store.ts';
import { headOf } from '../../../shared/report/tell-report.ts';

type Counted = ReportTickets['counted'][number];

/** What of a ticket counted for a number: how long, how often, or whether it did. */
export const countedText = (
  { figure }: Pick<NumberOf, 'figure'>,
  { n, amount }: Counted,
  words: ReportWords,
): string => {
  const { unit } = FIGURES[figure];
  switch (unit) {
    case 'count':
      return n === 1 ? '' : words.say('reports.times', { n });
    case 'percent':
      return words.say(headOf(figure, amount > 0 ? 'did' : 'rest'));
    case 'times':
    case 'sum':
    case 'minutes':
      return amountText(unit, amount, words);
  }
};
