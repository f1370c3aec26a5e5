import '../../../styles/paper.css';
import '../../../styles/coaching-report.css';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { CoachingSheet } from '../../../../shared/coaching/report-sheet.ts';
import { LANGUAGES, type Language } from '../../../../shared/i18n/language.ts';
import { useApp } from '../../../app-context.ts';
import { savePages } from '../../../ipc/save-file.ts';
import { ChoiceRow } from '../../../ui/choice-row.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureLine } from '../../../ui/failure-line.tsx';
import type { Cut } from '../../../ui/pages/paper-pages.tsx';
import { PaperPreview } from '../../../ui/pages/paper-preview.tsx';
import { CoachingPages, paperWords } from './coaching-pages.tsx';

type Words = ReturnType<typeof paperWords>;

type Props = {
  readonly title: string;
  /** The preview as it is read out. */
  readonly label: string;
  /** The sheet in a language; another function is another sheet. */
  readonly sheetIn: (language: Language, words: Words) => CoachingSheet;
  /** The name of the PDF that is proposed. */
  readonly fileName: (sheet: CoachingSheet) => string;
  readonly isSample: boolean;
  readonly onClose: () => void;
  /** What its parts are called in tests: `<name>-language`, `-outcome`, `-pdf`. */
  readonly name: string;
  readonly previewId: string;
  readonly className: string;
};

/** A document as it prints, in either language, and its PDF. */
export const PaperDialog = ({
  title,
  label,
  sheetIn,
  fileName,
  isSample,
  onClose,
  name,
  previewId,
  className,
}: Props) => {
  const intl = useIntl();
  const { state } = useApp();
  const [language, setLanguage] = useState<Language>(state.language);
  const [cut, setCut] = useState<Cut<CoachingSheet> | null>(null);
  const [outcome, setOutcome] = useState<{ readonly file: string } | { readonly failure: unknown } | null>(null);
  const words = useMemo(() => paperWords(language), [language]);
  const sheet = useMemo(() => sheetIn(language, words), [sheetIn, language, words]);
  const pageCount = cut?.of === sheet ? cut.count : null;
  const save = async (): Promise<void> => {
    try {
      const file = await savePages(fileName(sheet));
      setOutcome(file === null ? null : { file });
    } catch (failure) {
      setOutcome({ failure });
    }
  };
  return (
    <Dialog onClose={onClose} title={title} size={900} isToRead>
      <div className="report-of">
        <ChoiceRow
          label={intl.formatMessage({ id: 'path.language' })}
          value={language}
          choices={LANGUAGES.map((value) => ({
            value,
            label: intl.formatMessage({ id: `statement.language.${value}` }),
          }))}
          onChange={setLanguage}
          testId={`${name}-language`}
          isFirst
        />
        <span className="grow" />
        <span className="quiet">
          {pageCount === null ? null : intl.formatMessage({ id: 'statement.pages' }, { count: pageCount })}
        </span>
      </div>
      <PaperPreview {...{ label, pageCount, className }} testId={previewId}>
        <CoachingPages {...{ sheet, words, isSample }} onCut={setCut} />
      </PaperPreview>
      <footer className="dialog-footer report-footer">
        <div className="report-standing">
          {outcome !== null && 'failure' in outcome ? <FailureLine failure={outcome.failure} /> : null}
          <p role="status" data-testid={`${name}-outcome`}>
            {outcome !== null && 'file' in outcome
              ? intl.formatMessage({ id: 'statement.saved' }, { file: outcome.file })
              : null}
          </p>
        </div>
        <Button variant="default" onClick={onClose}>
          {intl.formatMessage({ id: 'close' })}
        </Button>
        <Button disabled={pageCount === null} onClick={() => void save()} data-testid={`${name}-pdf`}>
          {intl.formatMessage({ id: 'statement.savePdf' })}
        </Button>
      </footer>
    </Dialog>
  );
};
