import '../../styles/paper.css';
import '../../styles/coaching-report.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { LANGUAGES, type Language } from '../../../shared/i18n/language.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { loadDraft } from '../../ipc/kept-draft.ts';
import { closeCoachingDialog, openCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { focusLeft } from './focus.ts';
import { reportDraftKey, restoreReport, startOf, type ReportDraft } from './report/report-draft.ts';
import { ReportDesk } from './report/report-desk.tsx';
import { SessionAbout } from './session-about.tsx';
import { SessionLoading } from './session-loading.tsx';

type DeskProps = { readonly page: SessionPage; readonly language: Language; readonly isFirst: boolean };

/** What was written of it before, and then the report. */
const Loaded = ({ page, language, isFirst }: DeskProps) => {
  const [begun, setBegun] = useState<{ readonly restored: ReportDraft | null } | null>(null);
  const [first] = useState(page);
  useEffect(() => {
    let isGone = false;
    void loadDraft(reportDraftKey(first.row.id, language)).then((kept) => {
      if (!isGone) setBegun({ restored: restoreReport(kept, startOf(first, language)) });
    });
    return () => {
      isGone = true;
    };
  }, [first, language]);
  if (begun === null) return <div className="report" />;
  return <ReportDesk {...{ page, language, isFirst, ...begun }} onClose={closeCoachingDialog} />;
};

const Report = ({ id, language }: { readonly id: string; readonly language: Language }) => {
  const intl = useIntl();
  useReturnedFocus(focusLeft);
  const session = useQuery(sessionQuery(id));
  const [isFirst, setIsFirst] = useState(true);
  const state = session.data?.row.state;
  return (
    <Dialog
      onClose={closeCoachingDialog}
      title={intl.formatMessage({ id: 'held.report.heading' })}
      size="min(1480px, 97vw)"
    >
      <SessionLoading session={session}>
        {(page) =>
          state === 'asked' || state === 'cancelled' ? (
            <p className="held-told">{intl.formatMessage({ id: 'error.coaching/nothing-to-report' })}</p>
          ) : (
            <div data-testid="report-dialog">
              <div className="report-of">
                <SessionAbout page={page} />
                <span className="grow" />
                <ChoiceRow
                  label={intl.formatMessage({ id: 'held.report.language' })}
                  value={language}
                  choices={LANGUAGES.map((value) => ({
                    value,
                    label: intl.formatMessage({ id: `statement.language.${value}` }),
                  }))}
                  onChange={(next) => {
                    setIsFirst(false);
                    openCoachingDialog({ kind: 'report', id, language: next });
                  }}
                  testId="report-language"
                />
              </div>
              <Loaded key={language} {...{ page, language, isFirst }} />
            </div>
          )
        }
      </SessionLoading>
    </Dialog>
  );
};

/** The report of an assignment: written in the app in French or English, shown as it prints, saved in versions. */
export const ReportDialog = () => {
  const dialog = useCoachingStore((store) => store.dialog);
  return dialog?.kind === 'report' ? <Report key={dialog.id} id={dialog.id} language={dialog.language} /> : null;
};
