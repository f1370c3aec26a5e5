import { useEffect, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { markReady } from '../../ready.ts';
import { useAsOfMs } from '../../state/replay-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { ReplayButton } from '../replay/replay-button.tsx';
import { BulkBar } from '../desk/bulk-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { QueueFooter } from './queue-footer.tsx';
import { QueueSkeleton } from './queue-skeleton.tsx';
import { EmptyQueue, FailedQueue, StaleBar } from './queue-states.tsx';
import { QueueTable } from './queue-table.tsx';
import { useQueueHead } from './use-queue-pages.ts';
import { ViewTabs } from './view-tabs.tsx';

/** The queue: views, search and filters, the list, and what it shows at its foot. */
export const QueueScreen = () => {
  const intl = useIntl();
  const filter = useUiStore((ui) => ui.filter);
  const sort = useUiStore((ui) => ui.sort);
  const asOfMs = useAsOfMs();
  const wanted = useMemo(() => ({ filter, sort, asOfMs }), [filter, sort, asOfMs]);
  const { head, error, failure, isSwitching, refetch } = useQueueHead(wanted);
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
        <ReplayButton />
      </header>
      <FilterBar />
      {head !== null && failure !== null ? <StaleBar failure={failure} retry={() => void refetch()} /> : null}
      <div className="list">{list}</div>
      <BulkBar />
      <QueueFooter total={head?.page.total ?? null} />
    </main>
  );
};
