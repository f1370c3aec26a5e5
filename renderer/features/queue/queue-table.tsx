import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useIntl } from 'react-intl';
import type { QueueQuery } from '../../ipc/queries.ts';
import { checkTo, toggleChecked } from '../desk/check.ts';
import { narrowingText } from '../../state/queue-filters.ts';
import { openDetail, useUiStore } from '../../state/ui-store.ts';
import { gridTracks, wantedColumns } from './column-fit.ts';
import { columnsOf, queueFeatures } from './columns.tsx';
import { GRID_ID } from './focus.ts';
import { SearchWords } from './highlighted.tsx';
import { QueueHead } from './queue-head.tsx';
import { QueueRowPlaceholder, QueueRowView, rowElementId } from './queue-row.tsx';
import { moveTo, setQueueSurface } from './selection.ts';
import { useFittingColumns } from './use-fitting-columns.ts';
import { useQueuePages } from './use-queue-pages.ts';
import { useSelectionSync } from './use-selection-sync.ts';

export const ROW_PX = 36;
const HEAD_PX = 32;
/** Half of the room at both sides: 32 px for the boxes before the first column, 16 px behind the last. */
const SIDE_PX = 24;
/** Chromium draws nothing beyond 33.5 million px; a list longer than this is narrowed with filters. */
export const MAX_ROWS = 900_000;

type Props = { readonly query: QueueQuery; readonly total: number; readonly isSwitching: boolean };

const useActiveDescendant = (): string | undefined => {
  const id = useUiStore(({ selectedId }) => selectedId);
  return id === null ? undefined : rowElementId(id);
};

/** Scrolls just as far as a row needs to be seen whole, below the head. Rows are of one height, so nothing has to be measured. */
const bringInSight = (scroller: HTMLElement | null, index: number): void => {
  if (scroller === null) return;
  const topPx = index * ROW_PX;
  const lowestPx = topPx + ROW_PX + HEAD_PX - scroller.clientHeight;
  if (topPx < scroller.scrollTop) scroller.scrollTop = topPx;
  else if (lowestPx > scroller.scrollTop) scroller.scrollTop = lowestPx;
};

/** The list: only the rows in sight exist, and only their pages are asked for. */
export const QueueTable = ({ query, total, isSwitching }: Props) => {
  const intl = useIntl();
  const scroller = useRef<HTMLDivElement>(null);
  const count = Math.min(total, MAX_ROWS);
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 4,
    // React renders what a scroll needs in the same frame by itself.
    useFlushSync: false,
    scrollMargin: HEAD_PX,
    initialRect: { width: 1000, height: window.innerHeight },
  });
  const items = virtualizer.getVirtualItems();
  const loaded = useQueuePages(query, items[0]?.index ?? 0, items.at(-1)?.index ?? 0, count);

  const chosen = useUiStore((ui) => ui.columns);
  const wanted = useMemo(() => wantedColumns(chosen), [chosen]);
  const shownIds = useFittingColumns(scroller, SIDE_PX, wanted);
  const table = useTable({
    features: queueFeatures,
    columns: useMemo(() => columnsOf(shownIds), [shownIds]),
    data: loaded.rows,
    getRowId: ({ id }) => String(id),
  });
  const columns = table.getAllLeafColumns();
  const { rowsById } = table.getRowModel();

  const scrollTo = useCallback((index: number) => bringInSight(scroller.current, index), []);
  useSelectionSync({ query, loaded, total: count, bringInSight: scrollTo });
  useEffect(() => {
    setQueueSurface({
      total: count,
      rowAt: loaded.rowAt,
      rowsInSight: () => Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_PX) / ROW_PX),
      bringInSight: scrollTo,
    });
    return () => setQueueSurface(null);
  }, [count, loaded, scrollTo]);

  const onClick = useCallback((event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('[data-index]');
    if (row === null) return;
    const index = Number(row.dataset['index']);
    if (event.shiftKey) {
      checkTo(index);
      return;
    }
    moveTo(index);
    const { selectedId } = useUiStore.getState();
    const isCheck = event.ctrlKey || event.metaKey || event.target.closest('.check-cell') !== null;
    if (!isCheck) openDetail();
    else if (selectedId !== null) toggleChecked(selectedId, index);
  }, []);

  return (
    // Keys move the selection by the commands of the registry.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={scroller}
      id={GRID_ID}
      className="queue-table"
      role="grid"
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'queue.list' })}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={isSwitching}
      data-filter={narrowingText(query.filter)}
      aria-activedescendant={useActiveDescendant()}
      data-testid="queue-table"
      style={{ '--tracks': gridTracks(shownIds) }}
      onClick={onClick}
    >
      <QueueHead columns={shownIds} />
      <SearchWords text={query.filter.text}>
        <div role="rowgroup" className="rows" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rowsById[String(loaded.rowAt(index)?.id)];
            return row === undefined ? (
              <QueueRowPlaceholder
                key={`at-${index}`}
                index={index}
                topPx={start - HEAD_PX}
                label={intl.formatMessage({ id: 'loading' })}
              />
            ) : (
              <QueueRowView key={row.id} row={row} index={index} topPx={start - HEAD_PX} columns={columns} />
            );
          })}
        </div>
      </SearchWords>
    </div>
  );
};
