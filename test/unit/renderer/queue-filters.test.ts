import { describe, expect, it } from 'vitest';
import { isNarrowed, neighbourView, toggleValue } from '../../../renderer/state/queue-filters.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { changeFilter, clearFilters, sortBy, useUiStore } from '../../../renderer/state/ui-store.ts';

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

it('views follow each other round about', () => {
  expect(neighbourView('open', 1)).toBe('mine');
  expect(neighbourView('open', -1)).toBe('all');
  expect(neighbourView('all', 1)).toBe('open');
});

it('a column sorts one way, then the other; the newest opened come first', () => {
  sortBy('opened');
  expect(useUiStore.getState().sort).toEqual({ by: 'opened', isDescending: true });
  sortBy('opened');
  expect(useUiStore.getState().sort).toEqual({ by: 'opened', isDescending: false });
  sortBy('due');
  expect(useUiStore.getState().sort).toEqual({ by: 'due', isDescending: false });
});
