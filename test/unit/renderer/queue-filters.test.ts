import { describe, expect, it } from 'vitest';
import { isNarrowed, toggleValue, wholeText } from '../../../renderer/state/queue-filters.ts';
import { isShownView, keyOfView, listViews, stepView } from '../../../renderer/features/queue/view-list.ts';
import { savedViewsQuery } from '../../../renderer/ipc/queries.ts';
import { queryClient } from '../../../renderer/ipc/query-client.ts';
import type { SavedView } from '../../../shared/ipc/desk-schemas.ts';
import { parseFilterText } from '../../../shared/queue/filter-text.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import {
  changeFilter,
  clearFilters,
  DEFAULT_SORT,
  showSavedView,
  showView,
  sortBy,
  useUiStore,
} from '../../../renderer/state/ui-store.ts';

describe('the filter', () => {
  it('takes a value in and out again', () => {
    const added = { ...EMPTY_FILTER, ...toggleValue(EMPTY_FILTER, 'levels', 'L2') };
    expect(added.levels).toEqual(['L2']);
    expect(toggleValue(added, 'levels', 'L2')).toEqual({ levels: [] });
    expect(toggleValue(EMPTY_FILTER, 'assignees', null)).toEqual({ assignees: [null] });
  });

  it('is narrowed by text and values, not by a view', () => {
    expect(isNarrowed({ ...EMPTY_FILTER, view: 'breached' })).toBe(false);
    expect(isNarrowed({ ...EMPTY_FILTER, text: 'vpn' })).toBe(true);
    expect(isNarrowed({ ...EMPTY_FILTER, priorities: [null] })).toBe(true);
  });

  it('cleared keeps the view', () => {
    changeFilter({ view: 'waiting', text: 'vpn', tiers: ['gold'] });
    clearFilters();
    expect(useUiStore.getState().filter).toEqual({ ...EMPTY_FILTER, view: 'waiting' });
  });
});

const GOLD: SavedView = {
  id: 7,
  name: 'Gold by opening',
  filter: { ...EMPTY_FILTER, view: 'all', tiers: ['gold'] },
  sort: { by: 'opened', isDescending: true },
  columns: ['title', 'owner'],
};

describe('views', () => {
  it('stand in one row, personal ones before those that end it', () => {
    expect(listViews([GOLD]).map(keyOfView)).toEqual([
      ...['open', 'mine', 'myLevel', 'escalated', 'atRisk', 'breached', 'waiting'],
      ...['saved-7', 'unassigned', 'finished', 'all'],
    ]);
  });

  it('follow each other round about', () => {
    queryClient.setQueryData(savedViewsQuery.queryKey, [GOLD]);
    const visited: string[] = [];
    for (let i = 0; i < 11; i++) {
      stepView(1);
      const { filter, viewId } = useUiStore.getState();
      visited.push(
        ...listViews([GOLD])
          .filter((one) => isShownView(one, filter.view, viewId))
          .map(keyOfView),
      );
    }
    expect(new Set(visited).size).toBe(11);
    expect(visited).toContain('saved-7');
  });

  it("of one's own bring back filter, sort and columns, and take them along when they are left", () => {
    showSavedView(GOLD);
    expect(useUiStore.getState()).toMatchObject({
      viewId: 7,
      filter: GOLD.filter,
      sort: GOLD.sort,
      columns: GOLD.columns,
    });
    showView('mine');
    expect(useUiStore.getState()).toMatchObject({
      ...{ viewId: null, filter: { ...EMPTY_FILTER, view: 'mine' }, sort: DEFAULT_SORT, columns: null },
    });
  });
});

describe('words', () => {
  it('bring the best matches first, and the order before them back when they are gone', () => {
    sortBy('customer');
    changeFilter({ text: 'vpn' });
    expect(useUiStore.getState().sort.by).toBe('rank');
    changeFilter({ text: 'vpn gateway' });
    sortBy('opened');
    changeFilter({ text: '' });
    expect(useUiStore.getState().sort.by).toBe('customer');
  });

  it('are part of the text of the whole filter, which reads the same over every view', () => {
    for (const view of ['open', 'breached'] as const) {
      const filter = { ...EMPTY_FILTER, view, text: 'vpn', tags: ['a b'] };
      expect(parseFilterText(wholeText(filter), { ...EMPTY_FILTER, view: 'all' }).filter).toEqual(filter);
    }
  });
});

it('a column sorts one way, then the other; the newest opened come first', () => {
  sortBy('opened');
  expect(useUiStore.getState().sort).toEqual({ by: 'opened', isDescending: true });
  sortBy('opened');
  expect(useUiStore.getState().sort).toEqual({ by: 'opened', isDescending: false });
  sortBy('due');
  expect(useUiStore.getState().sort).toEqual({ by: 'due', isDescending: false });
});
