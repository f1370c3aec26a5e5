import { useEffect, useRef } from 'react';
import { findPosition, type QueueQuery } from '../../ipc/queries.ts';
import { select, useUiStore } from '../../state/ui-store.ts';
import type { LoadedRows } from './use-queue-pages.ts';

const ui = () => useUiStore.getState();

/** Puts the selection where its ticket now stands: rows move when events arrive, and when the list is filtered or sorted anew. */
const placeSelection = (query: QueueQuery, { rowAt, indexById }: LoadedRows, total: number): void => {
  const { selectedId, selectedIndex, isDetailOpen } = ui();
  const nearest = Math.max(0, Math.min(selectedIndex, total - 1));
  if (selectedId === null) {
    const row = rowAt(nearest);
    if (row !== undefined) select(row.id, nearest);
    return;
  }
  const loaded = indexById.get(selectedId);
  if (loaded !== undefined) {
    if (loaded !== selectedIndex) select(selectedId, loaded);
    return;
  }
  findPosition({ ...query, id: selectedId }).then(
    (position) => {
      if (ui().selectedId !== selectedId) return;
      if (position !== null) select(selectedId, position);
      else if (!isDetailOpen) select(rowAt(nearest)?.id ?? null, nearest);
    },
    // The list itself tells a failing core; the selection simply stays.
    () => undefined,
  );
};

/** Keeps the selection on its ticket, and the list at its top when another filter or sort is shown. */
export const useSelectionSync = (
  query: QueueQuery,
  loaded: LoadedRows,
  total: number,
  scrollTo: (index: number) => void,
): void => {
  const placed = useRef<QueueQuery | null>(null);
  useEffect(() => {
    if (placed.current !== null && placed.current !== query && !ui().isDetailOpen) {
      scrollTo(0);
      select(loaded.rowAt(0)?.id ?? null, 0);
    }
    placed.current = query;
    placeSelection(query, loaded, total);
  }, [query, loaded, total, scrollTo]);
};
