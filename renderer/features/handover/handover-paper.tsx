import { useCallback } from 'react';
import { createIntl, useIntl } from 'react-intl';
import type { CoachingSheet } from '../../../shared/coaching/report-sheet.ts';
import { handoverSheet, type HandoverWords } from '../../../shared/handover/handover-sheet.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useApp } from '../../app-context.ts';
import { LOCALES, MESSAGES } from '../../i18n/messages.ts';
import { closeHandoverDialog } from '../../state/handover-store.ts';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { PaperDialog } from '../coaching/report/paper-dialog.tsx';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { focusDocument } from './focus.ts';

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
  const { zone, dayKey } = useApp().instants;
  const isSample = useIsSample();
  const sheetIn = useCallback(
    (language: Language): CoachingSheet => handoverSheet(page, wordsIn(language, zone), isSample),
    [page, zone, isSample],
  );
  const title = intl.formatMessage({ id: 'handover.paper' });
  return (
    <PaperDialog
      {...{ title, sheetIn, isSample }}
      label={title}
      fileName={(sheet) => `${sheet.title} ${dayKey(page.begun.atMs)}`}
      onClose={closeHandoverDialog}
      name="handover"
      previewId="handover-paper"
      className="ho-paper"
    />
  );
};
