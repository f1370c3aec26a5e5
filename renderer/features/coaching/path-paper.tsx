import '../../styles/paper.css';
import '../../styles/coaching-report.css';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { pathSheet } from '../../../shared/coaching/path-sheet.ts';
import type { CoachingSheet } from '../../../shared/coaching/report-sheet.ts';
import { LANGUAGES, type Language } from '../../../shared/i18n/language.ts';
import type { CoachingPath } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { savePages } from '../../ipc/save-file.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import type { Cut } from '../../ui/pages/paper-pages.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { CoachingPages, paperWords } from './report/coaching-pages.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';

type Props = { readonly path: CoachingPath; readonly nowMs: number; readonly onClose: () => void };

/** A customer's coaching path as it prints, in either language. */
export const PathPaper = ({ path, nowMs, onClose }: Props) => {
  const intl = useIntl();
  useFocusBack();
  const { state } = useApp();
  const isSample = useIsSample();
  const [language, setLanguage] = useState<Language>(state.language);
  const [cut, setCut] = useState<Cut<CoachingSheet> | null>(null);
  const [outcome, setOutcome] = useState<{ readonly file: string } | { readonly failure: unknown } | null>(null);
  const words = useMemo(() => paperWords(language), [language]);
  const sheet = useMemo(() => pathSheet(path, { words, nowMs, isSample }), [path, words, nowMs, isSample]);
  const pageCount = cut?.of === sheet ? cut.count : null;
  const save = async (): Promise<void> => {
    try {
      const file = await savePages(`${sheet.title} ${sheet.customer}`.slice(0, 200));
      setOutcome(file === null ? null : { file });
    } catch (failure) {
      setOutcome({ failure });
    }
  };
  return (
    <Dialog onClose={onClose} title={intl.formatMessage({ id: 'path.paper' })} size={900} isToRead>
      <div className="report-of">
        <ChoiceRow
          label={intl.formatMessage({ id: 'path.language' })}
          value={language}
          choices={LANGUAGES.map((value) => ({
            value,
            label: intl.formatMessage({ id: `statement.language.${value}` }),
          }))}
          onChange={setLanguage}
          testId="path-language"
          isFirst
        />
      </div>
      <section
        className="paper-preview path-preview"
        // It scrolls, so keys must be able to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={intl.formatMessage({ id: 'path.preview' })}
        data-testid="path-preview"
        data-pages={pageCount ?? undefined}
      >
        <CoachingPages {...{ sheet, words, isSample }} onCut={setCut} />
      </section>
      <footer className="dialog-footer report-footer">
        <div className="report-standing">
          {outcome !== null && 'failure' in outcome ? <FailureLine failure={outcome.failure} /> : null}
          <p role="status" data-testid="path-outcome">
            {outcome !== null && 'file' in outcome
              ? intl.formatMessage({ id: 'statement.saved' }, { file: outcome.file })
              : null}
          </p>
        </div>
        <Button variant="default" onClick={onClose}>
          {intl.formatMessage({ id: 'close' })}
        </Button>
        <Button disabled={pageCount === null} onClick={() => void save()} data-testid="path-pdf">
          {intl.formatMessage({ id: 'statement.savePdf' })}
        </Button>
      </footer>
    </Dialog>
  );
};
