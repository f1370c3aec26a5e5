import { useDebouncedValue } from '@mantine/hooks';
import { useLayoutEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { reportSheet, unwrittenIn, type CoachingSheet } from '../../../../shared/coaching/report-sheet.ts';
import type { Language } from '../../../../shared/i18n/language.ts';
import type { SessionPage } from '../../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../../app-context.ts';
import { useIsPast } from '../../../state/replay-store.ts';
import type { Cut } from '../../../ui/pages/paper-pages.tsx';
import { useIsSample } from '../../queue/use-queue-counts.ts';
import { CoachingPages, paperWords } from './coaching-pages.tsx';
import type { ReportDraft } from './report-draft.ts';
import { ReportFields } from './report-fields.tsx';
import { ReportFooter } from './report-footer.tsx';
import { ReportVersions } from './report-versions.tsx';
import { useReport } from './use-report.ts';
import { PaperPreview } from '../../../ui/pages/paper-preview.tsx';

/** Sheets are cut anew once typing rests this long: a letter waits for nothing. */
const REST_MS = 120;

const focusText = (form: HTMLElement | null): void => form?.querySelector<HTMLElement>('[data-first-text]')?.focus();

type Props = {
  readonly page: SessionPage;
  readonly language: Language;
  /** What was written and not saved. */
  readonly restored: ReportDraft | null;
  /** The dialog opens with it: what is to be written takes the focus. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
};

/** A report of one language: written at the left, as it is printed at the right. */
export const ReportDesk = ({ page, language, restored, isFirst, onClose }: Props) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const isPast = useIsPast();
  const isSample = useIsSample();
  const form = useReport({ page, language, restored });
  const [isShowingSaved, setIsShowingSaved] = useState(false);
  const frame = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (isFirst) focusText(frame.current);
  }, [isFirst]);
  const [cut, setCut] = useState<Cut<CoachingSheet> | null>(null);
  const isReadOnly = me.role === 'agent' || isPast;
  const words = useMemo(() => paperWords(language), [language]);
  const shown = isShowingSaved && form.saved !== null ? form.saved.sections : form.sections;
  const [sections] = useDebouncedValue(shown, REST_MS);
  // The same words are the same sheets, whatever else changed of the session.
  const drawn = JSON.stringify(reportSheet(page, { sections, words, isSample }));
  const sheet = useMemo((): CoachingSheet => JSON.parse(drawn), [drawn]);
  const pageCount = cut?.of === sheet && sections === shown ? cut.count : null;
  const fileName = [sheet.title, sheet.customer, sheet.subtitle, sheet.day].join(' ').slice(0, 200);
  const save = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (!isReadOnly) void form.save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSave = event.key === 'Enter' || event.key.toLowerCase() === 's';
    if (isSave && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) save(event);
  };
  return (
    // Ctrl with Enter, or with S, saves from any field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={frame}
      className="form-dialog"
      noValidate
      onSubmit={save}
      onKeyDown={onKeyDown}
      data-testid="report-form"
    >
      <div className="report">
        <div className="report-form">
          <ReportVersions
            form={form}
            isReadOnly={isReadOnly}
            isRestored={restored !== null}
            isShowingSaved={isShowingSaved}
            onShowSaved={setIsShowingSaved}
            onChosen={() => focusText(frame.current)}
          />
          <ReportFields
            sections={form.sections}
            language={language}
            hasSizing={page.hasSizing}
            unwritten={unwrittenIn(form.sections, page.reportTemplates[language])}
            isReadOnly={isReadOnly}
            onChange={form.change}
          />
        </div>
        <PaperPreview
          label={intl.formatMessage({ id: 'held.report.preview' })}
          pageCount={pageCount}
          className="report-preview"
          testId="report-preview"
        >
          <CoachingPages {...{ sheet, words, isSample }} onCut={setCut} />
        </PaperPreview>
      </div>
      <ReportFooter {...{ form, isReadOnly, pageCount, fileName, onClose }} />
    </form>
  );
};
