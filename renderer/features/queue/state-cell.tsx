import { IconBellRinging } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { getNowMs, useNow } from '../../state/now-store.ts';
import { StateWord } from './state-word.tsx';

/** The instant at which an answer was expected has passed. */
const useIsOver = (atMs: number): boolean => useNow(useCallback((nowMs: number) => nowMs >= atMs, [atMs]));

/** A wait whose wake-up has passed: somebody has to ask again. */
const Wait = ({ row, wakeAtMs }: { readonly row: QueueRow; readonly wakeAtMs: number }) => {
  const intl = useIntl();
  const { instants } = useApp();
  if (!useIsOver(wakeAtMs)) return <StateWord state={row.state} />;
  const title = `${intl.formatMessage({ id: `state.${row.state}` })} · ${intl.formatMessage({ id: 'columns.wakeOver' }, { at: instants.due(wakeAtMs) })}`;
  return (
    <span className="state-word" data-state="wakeOver" title={title} data-testid="wake-over">
      <IconBellRinging size={13} stroke={1.9} aria-hidden="true" />
      <span className="sr-only">{intl.formatMessage({ id: `state.${row.state}` })} </span>
      <span>{intl.formatMessage({ id: 'columns.askAgain' })}</span>
    </span>
  );
};

/** A ticket's state; with it, that it is time to ask the customer again, and the level that an escalation waits for. */
export const StateCell = ({ row }: { readonly row: QueueRow }) => {
  const intl = useIntl();
  const { state, wakeAtMs, escalatedTo } = row;
  const word = wakeAtMs === null ? <StateWord state={state} /> : <Wait row={row} wakeAtMs={wakeAtMs} />;
  if (escalatedTo === null) return word;
  const title = intl.formatMessage(
    { id: 'columns.escalated' },
    { level: intl.formatMessage({ id: `level.${escalatedTo}` }) },
  );
  return (
    <span className="state-cell">
      {word}
      <span className="escalated" title={title} data-testid="escalated-to">
        <span className="sr-only">{title}</span>
        <span aria-hidden="true">→ {escalatedTo}</span>
      </span>
    </span>
  );
};

/** When an answer of the customer is expected. */
export const WakeUp = ({ atMs }: { readonly atMs: number | null }) => {
  const { instants } = useApp();
  return atMs === null ? null : <span title={instants.full(atMs)}>{instants.near(atMs, getNowMs())}</span>;
};
