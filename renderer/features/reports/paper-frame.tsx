import '../../styles/paper.css';
import '../../styles/report-paper.css';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ReportSheet } from '../../../shared/report/report-sheet.ts';
import type { ReportWords } from '../../../shared/report/tell-figure.ts';
import type { Cut } from '../../ui/pages/paper-pages.tsx';
import { ReportPaper } from './report-paper.tsx';

type Props = {
  readonly sheet: ReportSheet | null;
  readonly words: ReportWords;
  readonly isSample: boolean;
  /** Null until they are cut. */
  readonly pageCount: number | null;
  readonly onCut: (cut: Cut<ReportSheet>) => void;
  /** What stands where there are no pages yet. */
  readonly wait: ReactNode;
};

/** The pages as they are printed. */
export const PaperFrame = ({ sheet, words, isSample, pageCount, onCut, wait }: Props) => {
  const intl = useIntl();
  return (
    <section
      className="paper-preview"
      // It scrolls, so keys must be able to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'reports.preview' })}
      data-testid="report-preview"
      data-pages={pageCount ?? undefined}
    >
      {sheet === null ? wait : <ReportPaper {...{ sheet, words, isSample, onCut }} />}
    </section>
  );
};
