import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { CommandPreview } from '../../../shared/ipc/desk-schemas.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { errorText } from '../../i18n/error-text.ts';
import { call } from '../../ipc/client.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { groupSkipped, skipReason } from './skip-reasons.ts';
import { tellBulk } from './tell-result.ts';

/** References of a reason that are named; the rest are counted. */
const NAMED = 6;

const Outlook = ({ preview }: { readonly preview: CommandPreview }) => {
  const intl = useIntl();
  const { changed, skipped } = preview;
  const total = changed + skipped.length;
  if (skipped.length === 0) return <p>{intl.formatMessage({ id: 'bulk.allChange' }, { count: total })}</p>;
  const id = changed === 0 ? 'bulk.noneChange' : 'bulk.someChange';
  return (
    <>
      <p>{intl.formatMessage({ id }, { changed, total, skipped: skipped.length })}</p>
      <ul className="bulk-reasons" data-testid="bulk-reasons">
        {groupSkipped(skipped).map((group) => (
          <li key={group.code}>
            <span>
              {intl.formatMessage(
                { id: 'bulk.why' },
                { count: group.references.length, reason: skipReason(intl, group) },
              )}
            </span>
            <bdi className="quiet">
              {group.references.slice(0, NAMED).join(', ')}
              {group.references.length > NAMED
                ? ` ${intl.formatMessage({ id: 'bulk.and' }, { count: group.references.length - NAMED })}`
                : null}
            </bdi>
          </li>
        ))}
      </ul>
    </>
  );
};

type Props = {
  readonly verb: string;
  readonly ids: readonly number[];
  readonly commands: readonly TicketCommand[];
  /** Back to the form; null where there was none. */
  readonly onBack: (() => void) | null;
  readonly onCancel: () => void;
  readonly onDone: () => void;
};

/** What commands would do to the tickets, and the button that does it. Nothing is written before. */
export const BulkPreview = ({ verb, ids, commands, onBack, onCancel, onDone }: Props) => {
  const intl = useIntl();
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const button = useRef<HTMLButtonElement>(null);
  const targets = ids.map((id) => ({ id, expectedVersion: null }));
  const { data, error } = useQuery({
    queryKey: ['ticket', 'preview', ids, commands],
    queryFn: () => call('ticket:preview-commands', { targets, commands: [...commands] }),
    gcTime: 0,
    retry: false,
  });
  const isReady = data !== undefined;
  useEffect(() => {
    if (isReady) button.current?.focus();
  }, [isReady]);
  const run = async (): Promise<void> => {
    setIsRunning(true);
    try {
      tellBulk(await runCommands(targets, commands), commands);
      onDone();
    } catch (wrong) {
      setFailure(wrong);
      setIsRunning(false);
    }
  };
  const shown = failure ?? error;
  const changed = data?.changed ?? 0;
  return (
    <>
      <div className="bulk-outlook" aria-live="polite" data-testid="bulk-preview" data-ready={isReady || undefined}>
        {data === undefined && shown === null ? <p>{intl.formatMessage({ id: 'bulk.looking' })}</p> : null}
        {data === undefined ? null : <Outlook preview={data} />}
        {changed > 0 ? <p className="quiet">{intl.formatMessage({ id: 'bulk.undoNote' })}</p> : null}
        {shown === null ? null : (
          <p className="import-failure" role="alert">
            <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
            {errorText(intl, shown)}
          </p>
        )}
      </div>
      <footer className="dialog-footer">
        <Button variant="default" onClick={onCancel} ref={isReady && changed === 0 ? button : null}>
          {intl.formatMessage({ id: 'cancel' })}
        </Button>
        {onBack === null ? null : (
          <Button variant="default" onClick={onBack}>
            {intl.formatMessage({ id: 'bulk.back' })}
          </Button>
        )}
        <Button
          onClick={() => void run()}
          disabled={changed === 0}
          loading={isRunning}
          ref={changed > 0 ? button : null}
          data-testid="bulk-run"
        >
          {intl.formatMessage({ id: 'bulk.run' }, { verb, count: changed })}
        </Button>
      </footer>
    </>
  );
};
