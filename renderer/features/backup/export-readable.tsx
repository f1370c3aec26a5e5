import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { call } from '../../ipc/client.ts';
import { FailureLine } from '../../ui/failure-line.tsx';
import { UnlockButton } from '../../ui/unlock-button.tsx';
import { ProgressLine } from './progress-line.tsx';
import type { Barrier } from './use-may-restore.ts';

type Done = { readonly file: string; readonly rows: number; readonly lost: readonly string[] };

/** Writes everything that can be read of the database to a file: also of one that is damaged. */
export const ExportReadable = ({ barrier }: { readonly barrier: Barrier }) => {
  const intl = useIntl();
  const [isBusy, setIsBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const isBarred = barrier !== null && barrier !== 'sample';
  const run = async (): Promise<void> => {
    setDone(null);
    setFailure(null);
    try {
      const selection = await call('fault:choose-export', {});
      if (selection === null) return;
      setIsBusy(true);
      const { rows, lost } = await call('fault:export-readable', { selectionId: selection.selectionId });
      setDone({ rows, lost, file: selection.files[0]?.name ?? '' });
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setIsBusy(false);
    }
  };
  if (isBusy) {
    return (
      <ProgressLine
        text={intl.formatMessage({ id: 'backup.exporting' })}
        onCancel={() => void call('fault:cancel', {}).catch(() => undefined)}
      />
    );
  }
  return (
    <div className="backup-export">
      <button
        type="button"
        className="banner-button"
        onClick={() => void run()}
        disabled={isBarred}
        title={isBarred ? intl.formatMessage({ id: `backup.barrier.${barrier}` }) : undefined}
        data-testid="export-readable"
      >
        <IconDownload size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'backup.export' })}
      </button>
      {done === null ? null : (
        <p role="status" data-testid="export-done">
          {intl.formatMessage(
            { id: done.lost.length === 0 ? 'backup.exported' : 'backup.exportedPart' },
            { rows: done.rows, file: done.file, tables: done.lost.join(', ') },
          )}
        </p>
      )}
      {failure === null ? null : <FailureLine failure={failure} testId="export-failure" />}
      <UnlockButton failure={failure} />
    </div>
  );
};
