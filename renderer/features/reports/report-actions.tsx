import { IconDownload, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { saveCsv } from '../../ipc/save-file.ts';
import { tell } from '../../state/notice-store.ts';
import { openReportDialog, useReportStore } from '../../state/report-store.ts';
import { tellRefusal } from '../desk/tell-result.ts';
import { dateAt } from './period-choice.ts';
import { setReportDoor } from './report-door.ts';
import { askReports } from './report-queries.ts';
import { MonthlyDialog } from './monthly-dialog.tsx';
import { PrintDialog } from './print-dialog.tsx';
import type { ShownReport } from './use-report.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';

/** What leaves the console as a file is a lead's (`report:export`). */
export const ReportActions = ({ report }: { readonly report: ShownReport }) => {
  const { order, answered } = report;
  const intl = useIntl();
  const { state } = useApp();
  const zone = useLedgerZone();
  const dialog = useReportStore((reports) => reports.dialog);
  const [isWriting, setIsWriting] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const isLead = state.me.role === 'lead';
  const why = isLead ? undefined : word('reports.forLead');
  const isOff = !isLead || order === null || answered === null;
  const saveAll = async (): Promise<void> => {
    if (isOff || isWriting) return;
    setIsWriting(true);
    try {
      // What is written is what is shown, as on paper.
      const shown = answered.order;
      const { language } = state;
      const { text } = await askReports('report:export', { ...shown, figures: null, language });
      const days = [dateAt(zone, shown.fromMs), dateAt(zone, shown.toMs - 1)];
      const file = await saveCsv([word('reports.rail'), ...days].join(' '), text);
      if (file !== null) tell('done', intl.formatMessage({ id: 'reports.saved' }, { file }));
    } catch (error) {
      tellRefusal(error);
    } finally {
      setIsWriting(false);
    }
  };
  const again = report.again;
  useEffect(() => {
    setReportDoor({ again, saveCsv: () => void saveAll() });
    return () => setReportDoor(null);
  });
  return (
    <div className="rep-actions" title={why}>
      <button
        type="button"
        className="banner-button"
        disabled={isOff || isWriting}
        onClick={() => void saveAll()}
        data-testid="report-csv"
      >
        <IconDownload size={14} stroke={1.8} aria-hidden="true" /> {word(isWriting ? 'reports.writing' : 'reports.csv')}
      </button>
      <button
        type="button"
        className="banner-button"
        disabled={isOff}
        onClick={() => openReportDialog('print')}
        data-testid="report-print"
      >
        <IconPrinter size={14} stroke={1.8} aria-hidden="true" /> {word('reports.pdf')}
      </button>
      <button
        type="button"
        className="banner-button"
        disabled={!isLead}
        onClick={() => openReportDialog('monthly')}
        data-testid="report-monthly"
      >
        <IconFileText size={14} stroke={1.8} aria-hidden="true" /> {word('reports.monthly')}
      </button>
      {isLead ? null : <span className="sr-only">{why}</span>}
      {dialog === 'print' && answered !== null ? <PrintDialog answered={answered} /> : null}
      {dialog === 'monthly' ? <MonthlyDialog /> : null}
    </div>
  );
};
