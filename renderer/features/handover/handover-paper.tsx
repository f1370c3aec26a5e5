import '../../styles/paper.css';
import '../../styles/coaching-report.css';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { createIntl, useIntl } from 'react-intl';
import type { CoachingSheet } from '../../../shared/coaching/report-sheet.ts';
import { handoverSheet, type HandoverWords } from '../../../shared/handover/handover-sheet.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import { LANGUAGES, type Language } from '../../../shared/i18n/language.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useApp } from '../../app-context.ts';
import { LOCALES, MESSAGES } from '../../i18n/messages.ts';
import { savePages } from '../../ipc/save-file.ts';
import { closeHandoverDialog } from '../../state/handover-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Cut } from '../../ui/pages/paper-pages.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { CoachingPages, paperWords } from '../coaching/report/coaching-pages.tsx';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { focusDocument } from './focus.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

/** The words of the paper, whatever language the window has. */
const wordsIn = (language: Language, zone: string): HandoverWords => {
  const intl = createIntl({ locale: LOCALES[language], messages: { ...MESSAGES[language] } });
  const instants = instantFormat(LOCALES[language], zone);
  return { language, tell: (id, values) => intl.formatMessage({ id }, values), at: instants.due, full: instants.full };
};

/** A handover as it prints, in either language. */
export const HandoverPaper = ({ page }: { readonly page: HandoverPage }) => {
  const intl = useIntl();
  useReturnedFocus(() => focusDocument(null));
  const { state, instants } = useApp();
  const isSample = useIsSample();
  const [language, setLanguage] = useState<Language>(state.language);
  const [cut, setCut] = useState<Cut<CoachingSheet> | null>(null);
  const [outcome, setOutcome] = useState<{ readonly file: string } | { readonly failure: unknown } | null>(null);
  const words = useMemo(() => paperWords(language), [language]);
  const sheet = useMemo(
    () => handoverSheet(page, wordsIn(language, instants.zone), isSample),
    [page, language, instants.zone, isSample],
  );
  const pageCount = cut?.of === sheet ? cut.count : null;
  const save = async (): Promise<void> => {
    try {
      const file = await savePages(`${sheet.title} ${instants.dayKey(page.begun.atMs)}`);
      setOutcome(file === null ? null : { file });
    } catch (failure) {
      setOutcome({ failure });
    }
  };
  return (
    <Dialog onClose={closeHandoverDialog} title={intl.formatMessage({ id: 'handover.paper' })} size={900} isToRead>
      <div className="report-of">
        <ChoiceRow
          label={intl.formatMessage({ id: 'path.language' })}
          value={language}
          choices={LANGUAGES.map((value) => ({
            value,
            label: intl.formatMessage({ id: `statement.language.${value}` }),
          }))}
          onChange={setLanguage}
          testId="handover-language"
          isFirst
        />
        <span className="grow" />
        <span className="quiet">
          {pageCount === null ? null : intl.formatMessage({ id: 'statement.pages' }, { count: pageCount })}
        </span>
      </div>
      <section
        className="paper-preview ho-paper"
        // It scrolls, so keys must be able to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={intl.formatMessage({ id: 'handover.paper' })}
        data-testid="handover-paper"
        data-pages={pageCount ?? undefined}
      >
        <CoachingPages {...{ sheet, words, isSample }} onCut={setCut} />
      </section>
      <footer className="dialog-footer report-footer">
        <div className="report-standing">
          {outcome !== null && 'failure' in outcome ? <FailureLine failure={outcome.failure} /> : null}
          <p role="status" data-testid="handover-outcome">
            {outcome !== null && 'file' in outcome
              ? intl.formatMessage({ id: 'statement.saved' }, { file: outcome.file })
              : null}
          </p>
        </div>
        <Button variant="default" onClick={closeHandoverDialog}>
          {intl.formatMessage({ id: 'close' })}
        </Button>
        <Button disabled={pageCount === null} onClick={() => void save()} data-testid="handover-pdf">
          {intl.formatMessage({ id: 'statement.savePdf' })}
        </Button>
      </footer>
    </Dialog>
  );
};
