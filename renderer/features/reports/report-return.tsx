import { IconArrowLeft } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { CommandKey } from '../../commands/command-key.tsx';
import { useReportStore } from '../../state/report-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { backToReport } from './back-to-report.ts';

/** Over a ticket that a report opened: the way back. */
export const ReportReturn = () => {
  const intl = useIntl();
  const openedId = useReportStore((reports) => reports.openedId);
  const isShown = useUiStore((ui) => ui.isDetailOpen && ui.selectedId === openedId);
  if (!isShown) return null;
  return (
    <div className="report-return" data-testid="report-return">
      <button type="button" className="link" onClick={backToReport}>
        <IconArrowLeft size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'reports.back' })}
        <span aria-hidden="true">
          <CommandKey id="back" />
        </span>
      </button>
    </div>
  );
};
