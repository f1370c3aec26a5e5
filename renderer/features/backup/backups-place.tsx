import '../../styles/backup.css';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconArchive, IconClock } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { CallFailure, call, listen } from '../../ipc/client.ts';
import { backupListQuery } from '../../ipc/backup-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { errorText } from '../../i18n/error-text.ts';
import { openAccessDialog } from '../../state/access-store.ts';
import { goTo } from '../../state/desk-store.ts';
import { tell } from '../../state/notice-store.ts';
import { FailureLine } from '../../ui/failure-line.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { UnlockButton } from '../../ui/unlock-button.tsx';
import { focusQueue } from '../queue/focus.ts';
import { ChooseRestore } from './choose-restore.tsx';
import { ExportReadable } from './export-readable.tsx';
import { ProgressLine } from './progress-line.tsx';
import { useInstants } from './use-instants.ts';
import { useBackupBarrier } from './use-may-restore.ts';

/** What is due is not made at that very moment. */
const SOON_MS = 5 * 60_000;

const askAgain = (): void => void queryClient.invalidateQueries({ queryKey: backupListQuery.queryKey });

/** The backups of the queue: when they are made, making one now, and restoring one. */
export const BackupsPlace = () => {
  const intl = useIntl();
  const instants = useInstants();
  const barrier = useBackupBarrier();
  const { data, error, refetch, dataUpdatedAt } = useQuery(backupListQuery);
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => listen('backup:changed', askAgain), []);
  const word = (id: string): string => intl.formatMessage({ id });
  if (error !== null) return <FailureScreen title={word('backup.failed')} error={error} retry={refetch} />;
  if (data === undefined) return <p className="exp-loading quiet">{word('loading')}</p>;
  const { backups, nextAtMs, isRunning, lastFailure, isBehind } = data;
  const make = async (): Promise<void> => {
    setIsMaking(true);
    setFailure(null);
    try {
      const { madeAtMs } = await call('backup:make', {});
      tell('done', intl.formatMessage({ id: 'backup.done' }, { at: instants.full(madeAtMs) }));
    } catch (thrown) {
      if (!(thrown instanceof CallFailure) || thrown.code !== 'backup/cancelled') setFailure(thrown);
    }
    setIsMaking(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    goTo('queue');
    requestAnimationFrame(focusQueue);
  };
  const isBarred = barrier !== null && barrier !== 'sample';
  return (
    // Escape leads back, from all of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="backups" onKeyDown={onKeyDown} data-testid="backups-place">
      <header className="backups-state">
        <ul>
          <li>
            <IconClock size={15} stroke={1.8} aria-hidden="true" />
            {nextAtMs === null
              ? word('backup.notAutomatic')
              : nextAtMs < dataUpdatedAt + SOON_MS
                ? word('backup.nextSoon')
                : intl.formatMessage({ id: 'backup.next' }, { at: instants.full(nextAtMs) })}
          </li>
          {lastFailure === null ? null : (
            <li data-tone="wrong" data-testid="backup-last-failure">
              <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
              {intl.formatMessage(
                { id: 'backup.lastFailure' },
                {
                  at: instants.full(lastFailure.atMs),
                  reason: errorText(intl, new CallFailure(lastFailure.code, lastFailure.message)),
                },
              )}
            </li>
          )}
          {isBehind ? (
            <li data-tone="warn" data-testid="backup-behind">
              <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
              {word('backup.behind')}
            </li>
          ) : null}
        </ul>
        {isMaking || isRunning ? (
          <ProgressLine
            text={word('backup.making')}
            onCancel={() => void call('backup:cancel', {}).catch(() => undefined)}
          />
        ) : (
          <div className="backups-acts">
            <button
              type="button"
              className="banner-button"
              ref={button}
              onClick={() => void make()}
              disabled={isBarred}
              title={isBarred ? word(`backup.barrier.${barrier}`) : undefined}
              data-testid="backup-make"
            >
              <IconArchive size={14} stroke={2} aria-hidden="true" /> {word('backup.make')}
            </button>
            <ExportReadable barrier={barrier} />
          </div>
        )}
        {failure === null ? null : <FailureLine failure={failure} testId="backup-failure" />}
        <UnlockButton failure={failure} />
        {barrier === null ? null : (
          <p className="quiet backups-barrier" data-testid="backup-barrier">
            {word(`backup.barrier.${barrier}`)}{' '}
            {barrier === 'locked' ? (
              <button type="button" className="link" onClick={() => openAccessDialog('unlock')}>
                {word('people.unlock')}
              </button>
            ) : null}
          </p>
        )}
      </header>
      <ChooseRestore {...{ backups, barrier }} />
      <p className="quiet backups-note">{word('backup.note')}</p>
    </div>
  );
};
