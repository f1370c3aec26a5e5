import { create } from 'zustand';
import type { FileSelection } from '../../shared/ipc/import-schemas.ts';
import type { QueueFilter, QueueSort, QueueView } from '../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';

export const DEFAULT_SORT: QueueSort = { by: 'due', isDescending: false };

export type UiState = {
  readonly filter: QueueFilter;
  readonly sort: QueueSort;
  /** The ticket that commands and the detail are about. */
  readonly selectedId: number | null;
  /** Its position in the list; −1 where it is in none. With `selectedId` null, the row at this position is still on its way. */
  readonly selectedIndex: number;
  readonly isDetailOpen: boolean;
  readonly isHelpOpen: boolean;
  /** Files that the import dialog is about; null while it is closed. */
  readonly importSelection: FileSelection | null;
};

/** What this window shows of the workspace. Nothing here outlives it. */
export const useUiStore = create<UiState>()(() => ({
  filter: EMPTY_FILTER,
  sort: DEFAULT_SORT,
  selectedId: null,
  selectedIndex: 0,
  isDetailOpen: false,
  isHelpOpen: false,
  importSelection: null,
}));

const { setState, getState } = useUiStore;

export const changeFilter = (change: Partial<QueueFilter>): void =>
  setState(({ filter }) => ({ filter: { ...filter, ...change } }));

export const showView = (view: QueueView): void => changeFilter({ view });

/** Every filter but the view. */
export const clearFilters = (): void => setState(({ filter }) => ({ filter: { ...EMPTY_FILTER, view: filter.view } }));

/** Sorts by a column; the same column again turns the direction. */
export const sortBy = (by: QueueSort['by']): void => {
  const { sort } = getState();
  const isDescending = sort.by === by ? !sort.isDescending : by === 'opened';
  setState({ sort: { by, isDescending } });
};

export const select = (selectedId: number | null, selectedIndex: number): void =>
  setState({ selectedId, selectedIndex });

/** Forgets what belongs to the workspace that was left. */
export const clearSelection = (): void =>
  setState({ selectedId: null, selectedIndex: 0, isDetailOpen: false, filter: EMPTY_FILTER, sort: DEFAULT_SORT });

export const openDetail = (): void => setState({ isDetailOpen: true });
export const closeDetail = (): void => setState({ isDetailOpen: false });
export const showHelp = (isHelpOpen: boolean): void => setState({ isHelpOpen });
export const openImport = (importSelection: FileSelection): void => setState({ importSelection });
export const closeImport = (): void => setState({ importSelection: null });

/** Shows all tickets, as after an import. */
export const showAllTickets = (): void => setState({ filter: { ...EMPTY_FILTER, view: 'all' }, sort: DEFAULT_SORT });
