import { beforeEach, expect, it, vi } from 'vitest';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { moveSelection, setQueueSurface } from '../../../renderer/features/queue/selection.ts';
import { select, useUiStore } from '../../../renderer/state/ui-store.ts';

vi.stubGlobal('document', { getElementById: () => null });

const selectedId = (): number | null => useUiStore.getState().selectedId;
const showList = (ids: readonly number[]): void =>
  setQueueSurface({
    total: ids.length,
    rowAt: (index) => (ids[index] === undefined ? undefined : ({ id: ids[index] } as QueueRow)),
    rowsInSight: () => 10,
    bringInSight: () => {},
  });

beforeEach(() => showList([10, 11, 12, 13]));

it('moves on from a ticket that is listed', () => {
  select(11, 1);
  moveSelection(1);
  expect(selectedId()).toBe(12);
  moveSelection(-1);
  expect(selectedId()).toBe(11);
});

it('skips nobody when the selected ticket has left the list', () => {
  select(11, 1);
  showList([10, 12, 13]);
  moveSelection(1);
  expect(selectedId()).toBe(12);
  select(11, 1);
  moveSelection(-1);
  expect(selectedId()).toBe(10);
  select(13, 3);
  moveSelection(1);
  expect(selectedId()).toBe(13);
});

it('begins at the top where the open ticket is in no list', () => {
  select(99, -1);
  moveSelection(1);
  expect(selectedId()).toBe(10);
});
