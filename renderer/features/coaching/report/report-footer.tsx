import { Button } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../../app-context.ts';
import { savePages } from '../../../ipc/save-file.ts';
import type { ReportForm } from './use-report.ts';
import { FailureLine } from '../../../ui/failure-line.tsx';

type Props = {
  readonly form: ReportForm;
  readonly isReadOnly: boolean;
  /** Null until the sheets are cut. */
  readonly pageCount: number | null;
  readonly fileName: string;
  readonly onClose: () => void;
};

/** How the text is kept, and what can be done with it. A paper that leaves the house is a version that was saved. */
export const ReportFooter = ({ form, isReadOnly, pageCount, fileName, onClose }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const [outcome, setOutcome] = useState<{ readonly file: string } | { readonly failure: unknown } | null>(null);
  const { saved, isWritten, isSaving } = form;
  const failure = form.failure ?? (outcome !== null && 'failure' in outcome ? outcome.failure : null);
  const toPdf = async (): Promise<void> => {
    setOutcome(null);
    if (!isReadOnly && !(await form.save())) return;
    try {
      const file = await savePages(fileName);
      setOutcome(file === null ? null : { file });
    } catch (error) {
      setOutcome({ failure: error });
    }
  };
  const Sign = isWritten ? IconPencil : IconCheck;
  const kept = isWritten
    ? intl.formatMessage({ id: 'held.report.kept' })
    : saved === null
      ? null
      : intl.formatMessage({ id: 'held.report.saved' }, { by: saved.savedBy, at: instants.full(saved.savedAtMs) });
  return (
    <footer className="dialog-footer report-footer">
      <div className="report-standing">
        {failure === null ? null : <FailureLine failure={failure} testId="report-failure" />}
        <p className="quiet" role="status" data-testid="report-standing">
          {kept === null ? null : (
            <>
              <Sign size={14} stroke={2} aria-hidden="true" /> {kept}
            </>
          )}
        </p>
        <p role="status" data-testid="report-outcome">
          {outcome !== null && 'file' in outcome
            ? intl.formatMessage({ id: 'statement.saved' }, { file: outcome.file })
            : null}
        </p>
      </div>
      <span className="quiet report-pages">
        {pageCount === null ? null : intl.formatMessage({ id: 'statement.pages' }, { count: pageCount })}
      </span>
      <Button variant="default" onClick={onClose}>
        {intl.formatMessage({ id: 'close' })}
      </Button>
      <Button
        variant="default"
        disabled={pageCount === null || isSaving || form.isOvertaken}
        onClick={() => void toPdf()}
        data-testid="report-pdf"
      >
        {intl.formatMessage({ id: 'statement.savePdf' })}
      </Button>
      {isReadOnly ? null : (
        <Button
          type="submit"
          // It keeps the focus when there is nothing left to save.
          data-disabled={!isWritten || form.isOvertaken || undefined}
          aria-disabled={!isWritten || form.isOvertaken || undefined}
          loading={isSaving}
          data-testid="report-save"
        >
          {intl.formatMessage({ id: 'held.report.save' })}
          <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} ↵</kbd>
        </Button>
      )}
    </footer>
  );
};
