import { useEffect, useRef } from 'react';
import { findPosition, type QueueQuery } from '../../ipc/queries.ts';
import { select, useUiStore } from '../../state/ui-store.ts';
import type { LoadedRows } from './use-queue-pages.ts';

const ui = () => useUiStore.getState();

type List = {
  readonly query: QueueQuery;
  readonly loaded: LoadedRows;
  readonly total: number;
  readonly bringInSight: (index: number) => void;
};

/** Puts the selection where its ticket now stands: rows move when events arrive, and when the list is filtered or sorted anew. */
const placeSelection = ({ query, loaded, total, bringInSight }: List, isFollowed: boolean): void => {
  const { selectedId, selectedIndex, isDetailOpen } = ui();
  const { rowAt, indexById } = loaded;
  const nearest = Math.max(0, Math.min(selectedIndex, total - 1));
  const put = (id: number | null, index: number): void => {
    if (id !== selectedId || index !== selectedIndex) select(id, index);
    if (isFollowed) bringInSight(index);
  };
  if (selectedId === null) {
    const row = rowAt(nearest);
    if (row !== undefined) put(row.id, nearest);
    return;
  }
  const index = indexById.get(selectedId);
  if (index !== undefined) {
    put(selectedId, index);
    return;
  }
  findPosition({ ...query, id: selectedId }).then(
    (position) => {
      if (ui().selectedId !== selectedId) return;
      if (position !== null) put(selectedId, position);
      else if (!isDetailOpen) put(rowAt(nearest)?.id ?? null, nearest);
    },
    // The list itself tells a failing core; the selection simply stays.
    () => undefined,
  );
};

/**
 * Keeps the selection on its ticket. Another filter or sort is shown from its top and first row on, unless a ticket is open beside the list:
 * then that ticket is kept, and kept in sight where it is still listed.
 */
export const useSelectionSync = (list: List): void => {
  const placed = useRef<QueueQuery | null>(null);
  const { query, loaded, total, bringInSight } = list;
  useEffect(() => {
    const isOther = placed.current !== null && placed.current !== query;
    const isFollowed = isOther && ui().isDetailOpen;
    if (isOther) bringInSight(0);
    if (isOther && !isFollowed) select(loaded.rowAt(0)?.id ?? null, 0);
    placed.current = query;
    placeSelection({ query, loaded, total, bringInSight }, isFollowed);
  }, [query, loaded, total, bringInSight]);
};
