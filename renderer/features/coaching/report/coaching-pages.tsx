import { createIntl } from 'react-intl';
import { reportWords, type CoachingSheet, type ReportWords } from '../../../../shared/coaching/report-sheet.ts';
import type { Language } from '../../../../shared/i18n/language.ts';
import { LOCALES, MESSAGES } from '../../../i18n/messages.ts';
import { PaperPages, type Cut } from '../../../ui/pages/paper-pages.tsx';
import type { Slice } from '../../../ui/pages/paginate.ts';
import { CoachingPaper } from './coaching-paper.tsx';

/** The words of a paper, whatever language the window has. */
export const paperWords = (language: Language): ReportWords => {
  const intl = createIntl({ locale: LOCALES[language], messages: { ...MESSAGES[language] } });
  return reportWords(language, (id, values) => intl.formatMessage({ id }, values));
};

const wholeOf = ({ parts }: CoachingSheet): Slice[] => [
  { part: 'intro', from: 0, to: 1 },
  ...parts.map((part) => ({
    part: part.id,
    from: 0,
    to: part.kind === 'table' ? part.rows.length : part.paragraphs.length,
  })),
];

type Props = {
  readonly sheet: CoachingSheet;
  readonly words: ReportWords;
  readonly isSample: boolean;
  readonly onCut: (cut: Cut<CoachingSheet>) => void;
};

/** A paper about coaching cut into sheets of A4. */
export const CoachingPages = ({ sheet, words, isSample, onCut }: Props) => (
  <PaperPages sheet={sheet} whole={wholeOf} onCut={onCut}>
    {(page) => <CoachingPaper {...page} words={words} isSample={isSample} />}
  </PaperPages>
);
