import { useIntl } from 'react-intl';
import type { ReportLine } from '../../../shared/report/report.ts';
import { headOf, type SheetColumnId } from '../../../shared/report/tell-report.ts';
import { keyText, NOTHING, tailText, valueText, type Numbers } from '../../../shared/report/tell-figure.ts';
import type { NumberOf } from '../../state/report-store.ts';
import { DifferenceMark } from './difference-mark.tsx';
import { NumberButton } from './number-button.tsx';
import { useShown } from './report-context.ts';

type Props = { readonly line: ReportLine; readonly column: SheetColumnId; readonly at?: string };

const countOf = (column: SheetColumnId, { n, count }: Numbers): number =>
  column === 'did' ? (count ?? 0) : column === 'rest' ? n - (count ?? 0) : n;

/** One number of a row. */
export const FigureCell = ({ line, column, at = '' }: Props) => {
  const intl = useIntl();
  const { words, period, page } = useShown();
  const { figure, by, key } = line;
  if (column === 'difference') return <DifferenceMark figure={figure} line={line} />;
  const of = (cases: NumberOf['cases'], during = period): NumberOf => ({ figure, by, key, cases, period: during });
  const about = [
    words.say(`report.figure.${figure}`),
    ...(by === null || key === null ? [] : [keyText(by, key, words)]),
    intl.formatMessage({ id: headOf(figure, column) }),
  ].join(', ');
  const isNone = line.n === 0 && (line.value ?? 0) === 0;
  switch (column) {
    case 'value':
      return <NumberButton of={of('all')} text={valueText(figure, line, words)} at={at} {...{ about, isNone }} />;
    case 'p90':
    case 'p95':
      return (
        <NumberButton of={of('all')} text={tailText(line[column], line.n, words)} at={column} {...{ about, isNone }} />
      );
    case 'before': {
      const { before } = line;
      if (before === null || page.before === null) return <span className="rep-none">{NOTHING}</span>;
      return (
        <NumberButton
          of={of('all', page.before)}
          text={valueText(figure, before, words)}
          isNone={before.n === 0 && (before.value ?? 0) === 0}
          about={about}
          at="before"
        />
      );
    }
    case 'did':
    case 'rest':
    case 'n': {
      const count = countOf(column, line);
      const cases = column === 'n' ? 'all' : column;
      return <NumberButton of={of(cases)} text={words.number(count)} isNone={count === 0} about={about} at="n" />;
    }
  }
};
