import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { pathSheet } from '../../../shared/coaching/path-sheet.ts';
import type { CoachingSheet } from '../../../shared/coaching/report-sheet.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { CoachingPath } from '../../../shared/ipc/coaching-schemas.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useIsSample } from '../queue/use-queue-counts.ts';
import type { paperWords } from './report/coaching-pages.tsx';
import { PaperDialog } from './report/paper-dialog.tsx';

type Props = { readonly path: CoachingPath; readonly nowMs: number; readonly onClose: () => void };

/** A customer's coaching path as it prints, in either language. */
export const PathPaper = ({ path, nowMs, onClose }: Props) => {
  const intl = useIntl();
  useFocusBack();
  const isSample = useIsSample();
  const sheetIn = useCallback(
    (_language: Language, words: ReturnType<typeof paperWords>): CoachingSheet =>
      pathSheet(path, { words, nowMs, isSample }),
    [path, nowMs, isSample],
  );
  return (
    <PaperDialog
      title={intl.formatMessage({ id: 'path.paper' })}
      label={intl.formatMessage({ id: 'path.preview' })}
      sheetIn={sheetIn}
      fileName={({ title, customer }) => `${title} ${customer}`.slice(0, 200)}
      isSample={isSample}
      onClose={onClose}
      name="path"
      previewId="path-preview"
      className="path-preview"
    />
  );
};
