import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { select, useUiStore } from '../../state/ui-store.ts';
import { focusQueue } from './focus.ts';

/** What moving through the list needs of the table that is on screen. */
export type QueueSurface = {
  readonly total: number;
  /** Undefined where the row is not loaded. */
  readonly rowAt: (index: number) => QueueRow | undefined;
  readonly rowsInSight: () => number;
  readonly bringInSight: (index: number) => void;
};

let surface: QueueSurface | null = null;

/** Makes a table the one that keys move in. */
export const setQueueSurface = (next: QueueSurface | null): void => {
  surface = next;
};

/** There is a row to select; it may still be on its way. */
export const hasRows = (): boolean => (surface?.total ?? 0) > 0;

/** The selected row, where it is loaded. */
export const selectedRow = (): QueueRow | undefined => surface?.rowAt(useUiStore.getState().selectedIndex);

/** Selects the row at a position, or the nearest there is. A row that is not loaded yet is selected as soon as it comes. */
export const moveTo = (index: number): void => {
  if (surface === null || surface.total === 0) return;
  const next = Math.max(0, Math.min(surface.total - 1, index));
  select(surface.rowAt(next)?.id ?? null, next);
  surface.bringInSight(next);
  focusQueue();
};

/** The loaded rows of a part of the list, both ends included; null where some are on their way. */
export const loadedRows = (from: number, to: number): QueueRow[] | null => {
  const rows: QueueRow[] = [];
  for (let index = from; index <= to; index++) {
    const row = surface?.rowAt(index);
    if (row === undefined) return null;
    rows.push(row);
  }
  return rows;
};

/** Brings a position in sight without selecting it. */
export const showAt = (index: number): void => surface?.bringInSight(index);

/** Moves on from the selected row. Where its ticket has left the list, the next one stands in its place already. */
export const moveSelection = (step: number): void => {
  const { selectedId, selectedIndex } = useUiStore.getState();
  const row = surface?.rowAt(selectedIndex);
  const hasLeft = selectedId !== null && row !== undefined && row.id !== selectedId;
  moveTo(selectedIndex + (hasLeft && step > 0 ? step - 1 : step));
};

export const movePage = (direction: 1 | -1): void => {
  if (surface !== null) moveSelection(direction * Math.max(1, surface.rowsInSight() - 1));
};

export const moveToStart = (): void => moveTo(0);
export const moveToEnd = (): void => moveTo((surface?.total ?? 1) - 1);
