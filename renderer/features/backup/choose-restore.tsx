import { IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { BackupRow, BackupSource } from '../../../shared/ipc/backup-calls.ts';
import { call } from '../../ipc/client.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { BackupTable } from './backup-table.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useInstants } from './use-instants.ts';
import type { Barrier } from './use-may-restore.ts';

type Props = { readonly backups: readonly BackupRow[]; readonly barrier: Barrier };

/** What can be restored: one of the backups that are kept, or a file. */
export const ChooseRestore = ({ backups, barrier }: Props) => {
  const intl = useIntl();
  const instants = useInstants();
  const [chosen, setChosen] = useState<{ readonly from: BackupSource; readonly title: string } | null>(null);
  const why = barrier === null ? null : intl.formatMessage({ id: `backup.barrier.${barrier}` });
  const titleOf = (id: string, values: Readonly<Record<string, string>>): string => intl.formatMessage({ id }, values);
  const chooseFile = async (): Promise<void> => {
    try {
      const selection = await call('backup:choose-file', {});
      if (selection === null) return;
      const { selectionId, files } = selection;
      setChosen({
        from: { kind: 'chosen', selectionId },
        title: titleOf('backup.restoreFile', { file: files[0]?.name ?? '' }),
      });
    } catch (failure) {
      reportFailure(failure);
    }
  };
  return (
    <>
      {backups.length === 0 ? (
        <p className="quiet backup-none" data-testid="backup-none">
          {intl.formatMessage({ id: 'backup.none' })}
        </p>
      ) : (
        <BackupTable
          {...{ backups, barrier: why }}
          onRestore={({ id, madeAtMs }) =>
            setChosen({
              from: { kind: 'kept', id },
              title: titleOf('backup.restoreOf', { at: instants.full(madeAtMs) }),
            })
          }
        />
      )}
      <p>
        <button
          type="button"
          className="banner-button"
          onClick={() => void chooseFile()}
          disabled={why !== null}
          title={why ?? undefined}
          data-testid="backup-choose"
        >
          <IconFolderOpen size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'backup.fromFile' })}
        </button>
      </p>
      {chosen === null ? null : <RestoreDialog {...chosen} onClose={() => setChosen(null)} />}
    </>
  );
};
