import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { ReportSheet } from '../../../shared/report/report-sheet.ts';
import { tellReport } from '../../../shared/report/tell-report.ts';
import { formatFilterText } from '../../../shared/queue/filter-text.ts';
import { useApp } from '../../app-context.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { savePages } from '../../ipc/save-file.ts';
import { closeReportDialog } from '../../state/report-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { PaperFrame } from './paper-frame.tsx';
import { dateAt, isRunning } from './period-choice.ts';
import type { AnsweredReport } from './report-queries.ts';
import { SaveOutcome, type Outcome } from './save-outcome.tsx';
import { usePeriodNames } from './use-period-names.ts';
import { focusPlace } from './use-places.ts';
import { useReportWords } from './use-report-words.ts';

/** The shown report as it is printed, whole, with the definitions; saved as PDF. */
export const PrintDialog = ({ answered: { page, order } }: { readonly answered: AnsweredReport }) => {
  const intl = useIntl();
  const { instants, state } = useApp();
  const zone = useLedgerZone();
  const isSample = useIsSample();
  const words = useReportWords();
  const nameOf = usePeriodNames();
  useReturnedFocus(focusPlace);
  const [cut, setCut] = useState<{ readonly of: ReportSheet; readonly count: number } | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const sheet = useMemo(() => {
    const { fromMs, toMs, before, asOfMs } = page;
    const { filter } = order;
    const text = formatFilterText(filter);
    return tellReport(page, {
      ...{ words, isSample, language: state.language, isPast: order.asOfMs !== null },
      ...{ period: nameOf({ fromMs, toMs }), before: before === null ? null : nameOf(before) },
      ...{
        asOf: `${instants.full(asOfMs)} ${instants.zoneName(asOfMs)}`,
        isRunning: isRunning({ fromMs, toMs }, asOfMs),
      },
      filter: text === 'view:all' ? '' : text,
    });
  }, [page, order, words, isSample, state.language, nameOf, instants]);
  const pageCount = cut?.of === sheet ? cut.count : null;
  const save = async (): Promise<void> => {
    try {
      const file = await savePages([sheet.title, dateAt(zone, page.fromMs), dateAt(zone, page.toMs - 1)].join(' '));
      setOutcome(file === null ? null : { files: [file] });
    } catch (failure) {
      setOutcome({ files: [], failure });
    }
  };
  return (
    <Dialog title={intl.formatMessage({ id: 'reports.print' })} size="min(1180px, 96vw)" onClose={closeReportDialog}>
      <div className="rep-print">
        <div className="rep-print-form">
          <p className="quiet">{intl.formatMessage({ id: 'reports.printNote' })}</p>
          <Button disabled={pageCount === null} onClick={() => void save()} data-autofocus data-testid="report-pdf">
            {intl.formatMessage({ id: 'statement.savePdf' })}
          </Button>
          <span className="quiet">
            {pageCount === null ? null : intl.formatMessage({ id: 'statement.pages' }, { count: pageCount })}
          </span>
          <SaveOutcome outcome={outcome} />
        </div>
        <PaperFrame {...{ sheet, words, isSample, pageCount }} onCut={setCut} wait={null} />
      </div>
    </Dialog>
  );
};
