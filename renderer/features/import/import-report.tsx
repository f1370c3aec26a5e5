import { Button } from '@mantine/core';
import { IconCheck, IconCircleCheck, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ImportReport } from '../../../shared/ipc/import-schemas.ts';
import { closeImport, showAllTickets } from '../../state/ui-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { ImportCounts } from './import-counts.tsx';
import { IssueList } from './issue-list.tsx';
import { reportText } from './report-text.ts';

type Props = { readonly report: ImportReport; readonly files: readonly string[] };

/** What an import did. */
export const ImportReportView = ({ report, files }: Props) => {
  const intl = useIntl();
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(reportText(intl, files, report)).then(() => setIsCopied(true), reportFailure);
  const showInQueue = (): void => {
    showAllTickets();
    closeImport();
  };
  return (
    <>
      <div className="import-body" data-testid="import-report">
        <p className="import-done" role="status" data-cancelled={report.isCancelled || undefined}>
          {report.isCancelled ? (
            <IconPlayerStop size={18} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />
          )}
          {intl.formatMessage({ id: report.isCancelled ? 'import.cancelled' : 'import.done' })}
        </p>
        <ImportCounts report={report} />
        <IssueList report={report} />
      </div>
      <footer className="dialog-footer">
        <Button
          variant="default"
          onClick={copy}
          leftSection={isCopied ? <IconCheck size={14} stroke={2} aria-hidden="true" /> : null}
        >
          {intl.formatMessage({ id: isCopied ? 'import.copied' : 'import.copy' })}
        </Button>
        <Button onClick={showInQueue} data-autofocus data-testid="import-show">
          {intl.formatMessage({ id: 'import.show' })}
        </Button>
      </footer>
    </>
  );
};
