import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { BackupSource } from '../../../shared/ipc/backup-calls.ts';
import { call } from '../../ipc/client.ts';
import { restorePreviewQuery } from '../../ipc/backup-queries.ts';
import { flushDrafts } from '../../ipc/kept-draft.ts';
import { openAnew } from '../../memory.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';
import { UnlockButton } from '../../ui/unlock-button.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { ProgressLine } from './progress-line.tsx';
import { RestoreChange } from './restore-change.tsx';

type Props = {
  readonly from: BackupSource;
  readonly title: string;
  readonly onClose: () => void;
};

/** What restoring a backup would change, and the press that does it. */
export const RestoreDialog = ({ from, title, onClose }: Props) => {
  const intl = useIntl();
  useFocusBack();
  const { data: preview, error } = useQuery(restorePreviewQuery(from));
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const word = (id: string): string => intl.formatMessage({ id });
  const isLooking = preview === undefined && error === null;
  const close = (): void => {
    if (isBusy) return;
    if (isLooking) void call('backup:cancel', {}).catch(() => undefined);
    onClose();
  };
  const restore = async (): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      // What was typed belongs to the database that is kept aside.
      flushDrafts();
      const { keptAs } = await call('backup:restore', { from });
      await openAnew({ kind: 'restored', keptAs });
    } catch (thrown) {
      setFailure(thrown);
      setIsBusy(false);
    }
  };
  return (
    <Dialog onClose={close} title={title} size={620} isOnTop>
      <div className="restore-dialog" data-testid="restore-dialog">
        {isLooking ? <ProgressLine text={word('backup.looking')} /> : null}
        {error === null ? null : <FailureLine failure={error} testId="restore-refused" />}
        {preview === undefined ? null : <RestoreChange preview={preview} />}
        {preview === undefined ? null : <p className="restore-kept">{word('backup.keptAside')}</p>}
        {failure === null ? null : (
          <div className="restore-failure">
            <FailureLine failure={failure} testId="restore-failure" />
            <UnlockButton failure={failure} />
          </div>
        )}
      </div>
      <footer className="dialog-footer">
        <Button variant="default" onClick={close} disabled={isBusy} data-autofocus>
          {word('cancel')}
        </Button>
        <Button
          onClick={() => void restore()}
          disabled={preview === undefined}
          loading={isBusy}
          data-testid="restore-confirm"
        >
          {word('backup.restoreIt')}
        </Button>
      </footer>
    </Dialog>
  );
};
