import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { FigureId } from '../../../shared/report/figures.ts';
import type { ReportLine } from '../../../shared/report/report.ts';
import { differenceOf, NOTHING } from '../../../shared/report/tell-figure.ts';
import { useShown } from './report-context.ts';

type Props = {
  readonly figure: FigureId;
  readonly line: Pick<ReportLine, 'n' | 'value' | 'before'>;
  readonly orElse?: string;
};

/** How a number differs from the period before: a sign, and a word that says whether that is good. */
export const DifferenceMark = ({ figure, line, orElse = NOTHING }: Props) => {
  const intl = useIntl();
  const { words } = useShown();
  const difference = differenceOf(figure, line, line.before, words);
  if (difference === null) return <span className="rep-none">{orElse}</span>;
  const { kind, text } = difference;
  const Sign = kind === 'same' ? IconEqual : text.startsWith('+') ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className="rep-difference" data-kind={kind}>
      <Sign size={13} stroke={2.2} aria-hidden="true" />
      {kind === 'same' ? null : <b>{text}</b>} {intl.formatMessage({ id: `reports.${kind}` })}
    </span>
  );
};
