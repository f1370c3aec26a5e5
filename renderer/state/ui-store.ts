import { create } from 'zustand';
import type { FileSelection } from '../../shared/ipc/import-schemas.ts';
import type { QueueFilter, QueueSort, QueueView } from '../../shared/ipc/schemas.ts';
import type { SavedView } from '../../shared/ipc/desk-schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { isSearch } from './queue-filters.ts';

export const DEFAULT_SORT: QueueSort = { by: 'due', isDescending: false };
const BY_RANK: QueueSort = { by: 'rank', isDescending: false };

export type UiState = {
  readonly filter: QueueFilter;
  readonly sort: QueueSort;
  /** The order that comes back when the words of a search are gone. */
  readonly sortBesideSearch: QueueSort;
  /** The columns that are wanted, in their order; null for those that are shown by default. */
  readonly columns: readonly string[] | null;
  /** The personal view that was chosen last; null in a built-in one. The filter may have been changed since. */
  readonly viewId: number | null;
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
  sortBesideSearch: DEFAULT_SORT,
  columns: null,
  viewId: null,
  selectedId: null,
  selectedIndex: 0,
  isDetailOpen: false,
  isHelpOpen: false,
  importSelection: null,
}));

const { setState, getState } = useUiStore;

/** Words bring the best matches first; without them the order is what it was before. */
const sortFor = (next: QueueFilter, { filter, sort, sortBesideSearch }: UiState): Partial<UiState> => {
  if (isSearch(next) === isSearch(filter)) return {};
  return isSearch(next) ? { sort: BY_RANK, sortBesideSearch: sort } : { sort: sortBesideSearch };
};

/** Lists what a filter lets through. */
export const setFilter = (filter: QueueFilter): void => setState((state) => ({ filter, ...sortFor(filter, state) }));

export const changeFilter = (change: Partial<QueueFilter>): void => setFilter({ ...getState().filter, ...change });

const BUILT_IN = { sort: DEFAULT_SORT, sortBesideSearch: DEFAULT_SORT, columns: null, viewId: null } as const;

/** Shows a built-in view. Filters stay as they are, but those of a personal view belong to it. */
export const showView = (view: QueueView): void => {
  if (getState().viewId === null) changeFilter({ view });
  else setState({ ...BUILT_IN, filter: { ...EMPTY_FILTER, view } });
};

/** Shows a personal view as it was kept. */
export const showSavedView = ({ id, filter, sort, columns }: SavedView): void =>
  setState({ viewId: id, filter, sort, columns, sortBesideSearch: sort.by === 'rank' ? DEFAULT_SORT : sort });

/** The present filter, sort and columns are those of this personal view from now on; null: of none. */
export const adoptView = (viewId: number | null): void => setState({ viewId });

export const chooseColumns = (columns: readonly string[] | null): void => setState({ columns });

/** Every filter but the view. */
export const clearFilters = (): void => {
  setFilter({ ...EMPTY_FILTER, view: getState().filter.view });
  adoptView(null);
};

/** Sorts by a column; the same column again turns the direction. */
export const sortBy = (by: QueueSort['by']): void => {
  const { sort } = getState();
  const isDescending = sort.by === by && by !== 'rank' ? !sort.isDescending : by === 'opened';
  setState({ sort: { by, isDescending } });
};

export const setSort = (sort: QueueSort): void => setState({ sort });

export const select = (selectedId: number | null, selectedIndex: number): void =>
  setState({ selectedId, selectedIndex });

/** Forgets what belongs to the workspace that was left. */
export const clearSelection = (): void =>
  setState({ ...BUILT_IN, selectedId: null, selectedIndex: 0, isDetailOpen: false, filter: EMPTY_FILTER });

export const openDetail = (): void => setState({ isDetailOpen: true });
export const closeDetail = (): void => setState({ isDetailOpen: false });
export const showHelp = (isHelpOpen: boolean): void => setState({ isHelpOpen });
export const openImport = (importSelection: FileSelection): void => setState({ importSelection });
export const closeImport = (): void => setState({ importSelection: null });

/** Shows all tickets, as after an import. */
export const showAllTickets = (): void => setState({ ...BUILT_IN, filter: { ...EMPTY_FILTER, view: 'all' } });
