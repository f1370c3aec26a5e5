import '../../styles/backup.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCopy, IconDatabaseX, IconEye, IconFolder, IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { call, type CallFailure } from '../../ipc/client.ts';
import { backupListQuery, faultStandingQuery } from '../../ipc/backup-queries.ts';
import { appStateQuery } from '../../ipc/queries.ts';
import { errorText } from '../../i18n/error-text.ts';
import { FailureLine } from '../../ui/failure-line.tsx';
import { ChooseRestore } from '../backup/choose-restore.tsx';
import { ExportReadable } from '../backup/export-readable.tsx';
import { useBackupBarrier } from '../backup/use-may-restore.ts';
import { switchWorkspace } from '../shell/switch-workspace.ts';
import { FAULTS, waysOf } from './fault-ways.ts';

type Props = {
  readonly fault: CallFailure;
  /** Asks again for what failed. */
  readonly retry: () => void;
  /** Back to what was being done; null where nothing can be. */
  readonly onLeave: (() => void) | null;
};

/** Why the queue cannot be used as always, which file it is about, and every way on that is true for it. */
export const FaultScreen = ({ fault, retry, onLeave }: Props) => {
  const intl = useIntl();
  const { code, message } = fault;
  const ways = waysOf(code);
  const { data: standing } = useQuery(faultStandingQuery);
  const { data: state } = useQuery(appStateQuery);
  const canRestore = ways.includes('restore') && state?.workspace === 'own';
  const { data: list } = useQuery({ ...backupListQuery, enabled: canRestore });
  const barrier = useBackupBarrier();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [isCopied, setIsCopied] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const word = (id: string): string => intl.formatMessage({ id });
  const path = standing?.path ?? '';

  const act = async (way: () => Promise<unknown>): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      await way();
      retry();
    } catch (thrown) {
      setFailure(thrown);
    }
    setIsBusy(false);
  };
  const copy = (): void => {
    const details = [
      `Vigie ${state?.version ?? ''} (Electron ${state?.runtime.electron ?? ''})`,
      ...[new Date().toISOString(), code, path, message],
    ];
    void navigator.clipboard.writeText(details.join('\n')).then(() => setIsCopied(true), setFailure);
  };
  const becomeLead = (): Promise<unknown> | undefined =>
    state && call('app:set-preferences', { me: { ...state.preferences.me, role: 'lead' } });

  return (
    <main className="fault" data-testid="fault-screen" data-code={code}>
      <div className="fault-sheet">
        <div className="fault-head" role="alert">
          <div>
            <IconDatabaseX size={28} stroke={1.5} aria-hidden="true" />
            <h1 id="fault-title" ref={head} tabIndex={-1}>
              {word(`fault.title.${FAULTS.includes(code) ? code : 'other'}`)}
            </h1>
          </div>
          <p>{errorText(intl, fault)}</p>
        </div>
        <dl className="fault-facts">
          <div>
            <dt>{word('fault.file')}</dt>
            <dd data-testid="fault-file">{path}</dd>
          </div>
          <div>
            <dt>{word('fault.code')}</dt>
            <dd>
              <code>{code}</code>
            </dd>
          </div>
        </dl>
        <div className="fault-acts">
          <Button
            leftSection={<IconRefresh size={15} stroke={2} aria-hidden="true" />}
            variant={ways[0] === 'retry' ? 'filled' : 'default'}
            onClick={() => void act(() => call('fault:open-again', {}))}
            loading={isBusy}
            data-testid="fault-retry"
          >
            {word('fault.retry')}
          </Button>
          {ways.includes('readOnly') ? (
            <Button
              leftSection={<IconEye size={15} stroke={2} aria-hidden="true" />}
              variant="default"
              onClick={() => void act(() => call('fault:open-read-only', { because: code }))}
              disabled={isBusy}
              title={word('fault.readOnlyHint')}
              data-testid="fault-read-only"
            >
              {word('fault.readOnly')}
            </Button>
          ) : null}
          <Button
            leftSection={<IconFolder size={15} stroke={2} aria-hidden="true" />}
            variant="default"
            onClick={() => void call('fault:show-file', {}).catch(setFailure)}
          >
            {word('fault.show')}
          </Button>
          <Button leftSection={<IconCopy size={15} stroke={2} aria-hidden="true" />} variant="default" onClick={copy}>
            {word(isCopied ? 'fault.copied' : 'fault.copy')}
          </Button>
          {state?.workspace === 'sample' ? (
            <Button variant="default" onClick={() => switchWorkspace('own')}>
              {word('workspace.openOwn')}
            </Button>
          ) : null}
          {onLeave === null ? null : (
            <Button variant="subtle" onClick={onLeave} data-testid="fault-leave">
              {word('fault.leave')}
            </Button>
          )}
        </div>
        {failure === null ? null : <FailureLine failure={failure} testId="fault-failure" />}
        {canRestore || ways.includes('export') ? (
          <section className="fault-more">
            {barrier === 'role' ? (
              <p className="quiet">
                {word('backup.barrier.role')}{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() => void becomeLead()?.catch(setFailure)}
                  data-testid="fault-lead"
                >
                  {word('fault.iAmLead')}
                </button>
              </p>
            ) : null}
            {canRestore ? (
              <div>
                <h2>{word('fault.restore')}</h2>
                <ChooseRestore backups={list?.backups ?? []} barrier={barrier} />
              </div>
            ) : null}
            {ways.includes('export') ? (
              <div>
                <h2>{word('fault.export')}</h2>
                <p className="quiet">{word('fault.exportText')}</p>
                <ExportReadable barrier={barrier} />
              </div>
            ) : null}
          </section>
        ) : null}
      </div>
    </main>
  );
};
