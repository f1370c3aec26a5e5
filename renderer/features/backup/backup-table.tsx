import { IconArchive, IconClock, IconHandStop, IconRestore } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { BackupRow } from '../../../shared/ipc/backup-calls.ts';
import { useInstants, useSizeText } from './use-instants.ts';

type Props = {
  readonly backups: readonly BackupRow[];
  /** Why none of them may be restored; null where they may. */
  readonly barrier: string | null;
  readonly onRestore: (backup: BackupRow) => void;
};

const ICONS = { automatic: IconClock, manual: IconHandStop, replaced: IconArchive } as const;

/** The backups that are kept, the newest first, with what each held when it was made. */
export const BackupTable = ({ backups, barrier, onRestore }: Props) => {
  const intl = useIntl();
  const instants = useInstants();
  const sizeText = useSizeText();
  const word = (id: string): string => intl.formatMessage({ id });
  const count = (held: BackupRow['held'], of: 'tickets' | 'customers' | 'events') =>
    held === null ? <span className="quiet">{word('backup.unknown')}</span> : intl.formatNumber(held[of]);
  return (
    <table className="backup-table" data-testid="backup-table">
      <thead>
        <tr>
          <th scope="col">{word('backup.made')}</th>
          <th scope="col">{word('backup.kind')}</th>
          <th scope="col">{word('backup.tickets')}</th>
          <th scope="col">{word('backup.customers')}</th>
          <th scope="col">{word('backup.events')}</th>
          <th scope="col">{word('backup.size')}</th>
          <th scope="col">
            <span className="sr-only">{word('backup.restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const { id, kind, madeAtMs, sizeBytes, held } = backup;
          const Icon = ICONS[kind];
          const at = instants.full(madeAtMs);
          return (
            <tr key={id} data-testid="backup-row">
              <th scope="row" title={id}>
                <time>{at}</time>
              </th>
              <td>
                <Icon size={14} stroke={1.8} aria-hidden="true" /> {word(`backup.kind.${kind}`)}
              </td>
              <td>{count(held, 'tickets')}</td>
              <td>{count(held, 'customers')}</td>
              <td>{count(held, 'events')}</td>
              <td>{sizeText(sizeBytes)}</td>
              <td>
                <button
                  type="button"
                  className="banner-button"
                  onClick={() => onRestore(backup)}
                  disabled={barrier !== null}
                  title={barrier ?? undefined}
                  aria-label={intl.formatMessage({ id: 'backup.restoreOf' }, { at })}
                  aria-haspopup="dialog"
                >
                  <IconRestore size={14} stroke={2} aria-hidden="true" /> {word('backup.restore')}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
