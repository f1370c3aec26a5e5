import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { isTransient } from '../../ipc/query-client.ts';
import { markReady } from '../../ready.ts';
import { isNarrowed } from '../../state/queue-filters.ts';
import { clearFilters, showView, useUiStore } from '../../state/ui-store.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { chooseImportFiles } from '../import/choose-files.ts';
import { switchWorkspace } from '../shell/switch-workspace.ts';
import { FilterBar } from './filter-bar.tsx';
import { QueueFooter } from './queue-footer.tsx';
import { QueueSkeleton } from './queue-skeleton.tsx';
import { QueueTable } from './queue-table.tsx';
import { useQueueHead } from './use-queue-pages.ts';
import { useQueueCounts } from './use-queue-counts.ts';
import { ViewTabs } from './view-tabs.tsx';

/** Nothing is listed: because of the filter, because the view is empty, or because there are no tickets at all. */
const EmptyQueue = () => {
  const intl = useIntl();
  const { state } = useApp();
  const isFiltered = useUiStore(({ filter }) => isNarrowed(filter));
  const view = useUiStore(({ filter }) => filter.view);
  const hasTickets = (useQueueCounts()?.views.all ?? 0) > 0;
  if (isFiltered) {
    return (
      <StateScreen
        icon={<IconFilterOff size={28} stroke={1.5} />}
        title={intl.formatMessage({ id: 'queue.noMatch' })}
        text={intl.formatMessage({ id: 'queue.noMatchText' })}
      >
        <Button onClick={clearFilters}>{intl.formatMessage({ id: 'filter.clearAll' })}</Button>
      </StateScreen>
    );
  }
  if (hasTickets) {
    return (
      <StateScreen
        icon={<IconInbox size={28} stroke={1.5} />}
        title={intl.formatMessage({ id: `queue.emptyView.${view}` })}
      >
        <Button variant="default" onClick={() => showView('all')}>
          {intl.formatMessage({ id: 'queue.showAll' })}
        </Button>
      </StateScreen>
    );
  }
  return (
    <StateScreen
      icon={<IconInbox size={28} stroke={1.5} />}
      title={intl.formatMessage({ id: 'queue.empty' })}
      text={intl.formatMessage({ id: 'queue.emptyText' })}
    >
      <Button onClick={chooseImportFiles}>{intl.formatMessage({ id: 'command.import' })}</Button>
      {state.workspace === 'own' ? (
        <Button variant="default" onClick={() => switchWorkspace('sample')}>
          {intl.formatMessage({ id: 'workspace.openSample' })}
        </Button>
      ) : null}
    </StateScreen>
  );
};

const FailedQueue = ({ error, retry }: { readonly error: unknown; readonly retry: () => void }) => {
  const intl = useIntl();
  return (
    <StateScreen
      isFailure
      icon={<IconAlertTriangle size={28} stroke={1.5} />}
      title={intl.formatMessage({ id: isTransient(error) ? 'queue.restarting' : 'queue.failed' })}
      text={errorText(intl, error)}
    >
      <Button onClick={retry}>{intl.formatMessage({ id: 'retry' })}</Button>
    </StateScreen>
  );
};

/** The queue: views, search and filters, the list, and what it shows at its foot. */
export const QueueScreen = () => {
  const intl = useIntl();
  const filter = useUiStore((ui) => ui.filter);
  const sort = useUiStore((ui) => ui.sort);
  const wanted = useMemo(() => ({ filter, sort }), [filter, sort]);
  const { head, error, isSwitching, refetch } = useQueueHead(wanted);
  const isPainted = head !== null;
  useEffect(() => {
    if (isPainted) markReady();
  }, [isPainted]);

  const list =
    head === null ? (
      error === null ? (
        <QueueSkeleton />
      ) : (
        <FailedQueue error={error} retry={() => void refetch()} />
      )
    ) : head.page.total === 0 ? (
      <EmptyQueue />
    ) : (
      <QueueTable query={head.query} total={head.page.total} isSwitching={isSwitching} />
    );

  return (
    <main className="queue" aria-labelledby="queue-title">
      <header className="queue-header">
        <h1 id="queue-title">{intl.formatMessage({ id: 'queue.title' })}</h1>
        <ViewTabs />
      </header>
      <FilterBar />
      <div className="list">{list}</div>
      <QueueFooter total={head?.page.total ?? null} />
    </main>
  );
};
