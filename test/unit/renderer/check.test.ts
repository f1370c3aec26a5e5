import { beforeEach, expect, it, vi } from 'vitest';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { checkTickets, useDeskStore } from '../../../renderer/state/desk-store.ts';
import { select, setFilter, sortBy } from '../../../renderer/state/ui-store.ts';

/** What the core is asked; each question is answered by hand. */
const asked: ((value: unknown) => void)[] = [];
vi.stubGlobal('window', {
  vigie: {
    call: () => new Promise((resolve) => asked.push((value) => resolve({ ok: true, value }))),
  },
});
vi.stubGlobal('document', {
  documentElement: { toggleAttribute: () => {} },
  getElementById: () => null,
});
const { checkAll, checkTo, clearChecked, extendChecked, toggleChecked, toggleSelected, uncheckDone } =
  await import('../../../renderer/features/desk/check.ts');
const { setQueueSurface } = await import('../../../renderer/features/queue/selection.ts');

const checked = (): number[] => [...useDeskStore.getState().checkedIds].sort((a, b) => a - b);
const answered = async (value: unknown): Promise<void> => {
  asked.shift()?.(value);
  await new Promise((resolve) => setTimeout(resolve));
};
/** A list of twenty tickets, each with its position as id. */
const showList = (loaded: number): void =>
  setQueueSurface({
    total: 20,
    rowAt: (index) => (index < loaded ? ({ id: index } as QueueRow) : undefined),
    rowsInSight: () => 10,
    bringInSight: () => {},
  });

beforeEach(() => {
  asked.length = 0;
  clearChecked();
  showList(20);
  select(0, 0);
});

it('a range ends when its checks are taken away, by whoever it was', () => {
  toggleChecked(0, 0);
  extendChecked(1);
  extendChecked(1);
  expect(checked()).toEqual([0, 1, 2]);
  checkTickets([]);
  extendChecked(1);
  expect(checked()).toEqual([2, 3]);
});

it('a range does not go on in another order', () => {
  select(5, 5);
  checkTo(7);
  sortBy('opened');
  checkTo(3);
  expect(checked()).toEqual([3, 4, 5, 6, 7]);
});

it('an answer that comes after the checks were taken away checks nothing', async () => {
  checkAll();
  clearChecked();
  await answered({ ids: [1, 2, 3], total: 3 });
  expect(checked()).toEqual([]);

  select(null, 7);
  toggleSelected();
  setFilter({ ...EMPTY_FILTER, text: 'other' });
  await answered({ rows: [{ id: 7 }], total: 20 });
  expect(checked()).toEqual([]);

  showList(2);
  checkTo(5);
  clearChecked();
  await answered({ rows: [{ id: 1 }, { id: 2 }], total: 20 });
  expect(checked()).toEqual([]);
});

it('the only ticket that is checked loses its check when a command on it is done', () => {
  checkTickets([4]);
  uncheckDone(3);
  expect(checked()).toEqual([4]);
  uncheckDone(4);
  expect(checked()).toEqual([]);
  checkTickets([4, 5]);
  uncheckDone(4);
  expect(checked()).toEqual([4, 5]);
});
