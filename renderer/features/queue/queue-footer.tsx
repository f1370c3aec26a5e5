import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { useIsPast } from '../../state/replay-store.ts';
import { showHelp, useUiStore } from '../../state/ui-store.ts';
import { timerQuery } from '../ticket/timer-calls.ts';
import { MAX_ROWS } from './queue-table.tsx';
import { useIsSample } from './use-queue-counts.ts';

const TimerBar = lazy(async () => ({ default: (await import('../ticket/timer-bar.tsx')).TimerBar }));

const HINTS = [
  ['hint.next', 'takeNext'],
  ['hint.escalate', 'escalate'],
  ['hint.wait', 'wait'],
  ['hint.resolve', 'resolve'],
  ['hint.all', 'palette'],
] as const;

/** What the list holds and how it is sorted, what data it is, and the keys of the place. */
export const QueueFooter = ({ total }: { readonly total: number | null }) => {
  const intl = useIntl();
  const { state, instants, isForeignZone } = useApp();
  const isPast = useIsPast();
  const isSample = useIsSample();
  // Most have none: what shows it is fetched once there is one.
  const { data: hasTimer = false } = useQuery({ ...timerQuery, select: (timer) => timer !== null });
  const sort = useUiStore((ui) => ui.sort);
  const shownId = useUiStore((ui) => (ui.isDetailOpen ? ui.selectedId : null));
  const order = intl.formatMessage({ id: `sort.${sort.by}.${sort.isDescending ? 'down' : 'up'}` });
  return (
    <footer className="queue-footer">
      <span data-testid="queue-total" data-count={total ?? undefined}>
        {total === null
          ? intl.formatMessage({ id: 'loading' })
          : intl.formatMessage({ id: 'footer.total' }, { count: total })}
        {' · '}
        {order}
      </span>
      {total !== null && total > MAX_ROWS ? (
        <span>{intl.formatMessage({ id: 'footer.tooMany' }, { count: MAX_ROWS })}</span>
      ) : null}
      {isSample ? <span className="mark">{intl.formatMessage({ id: 'workspace.sample' })}</span> : null}
      {isForeignZone ? <span>{intl.formatMessage({ id: 'footer.zone' }, { zone: instants.zone })}</span> : null}
      {state.runtime.isFallback ? (
        <span className="mark" title={`Electron ${state.runtime.electron}`}>
          {intl.formatMessage({ id: 'footer.fallback' })}
        </span>
      ) : null}
      <Suspense fallback={null}>
        {isPast || !hasTimer ? null : <TimerBar shownTicketId={shownId} place="footer" />}
      </Suspense>
      <span className="hints" aria-hidden="true">
        {HINTS.map(([id, command]) => (
          <span className="hint" key={id}>
            <CommandKey id={command} /> {intl.formatMessage({ id })}
          </span>
        ))}
      </span>
      <button
        type="button"
        className="hint-button"
        onClick={() => showHelp(true)}
        title={intl.formatMessage({ id: 'command.showKeys' })}
      >
        <kbd>?</kbd>
        <span className="sr-only">{intl.formatMessage({ id: 'command.showKeys' })}</span>
      </button>
    </footer>
  );
};
