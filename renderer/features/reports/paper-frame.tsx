import '../../styles/paper.css';
import '../../styles/report-paper.css';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ReportSheet } from '../../../shared/report/report-sheet.ts';
import type { ReportWords } from '../../../shared/report/tell-figure.ts';
import type { Cut } from '../../ui/pages/paper-pages.tsx';
import { ReportPaper } from './report-paper.tsx';
import { PaperPreview } from '../../ui/pages/paper-preview.tsx';

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
    <PaperPreview label={intl.formatMessage({ id: 'reports.preview' })} pageCount={pageCount} testId="report-preview">
      {sheet === null ? wait : <ReportPaper {...{ sheet, words, isSample, onCut }} />}
    </PaperPreview>
  );
};
