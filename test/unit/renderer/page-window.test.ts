import { describe, expect, it } from 'vitest';
import { areAllNear, indexesById, pagesAround, rowAtOf } from '../../../renderer/features/queue/page-window.ts';
import type { QueuePage, QueueRow } from '../../../shared/ipc/schemas.ts';

const row = (id: number): QueueRow => ({
  id,
  reference: `T-${id}`,
  title: null,
  customer: 'Port de Sète',
  tier: 'gold',
  priority: null,
  state: 'new',
  level: 'L1',
  assignee: null,
  owner: null,
  openedAtMs: 0,
  tags: [],
  wakeAtMs: null,
  escalatedTo: null,
  version: 1,
  found: null,
  resolution: { kind: 'none' },
  firstResponse: { kind: 'none' },
});

const page = (offset: number, length: number): QueuePage => ({
  asOfMs: 0,
  total: 1_000,
  offset,
  rows: Array.from({ length }, (_, i) => row(5_000 + offset + i)),
});

describe('the pages worth loading', () => {
  it('are those in sight', () => expect(pagesAround(240, 265, 1_000, 100)).toEqual([2]));
  it('and the next when its rows are near', () => expect(pagesAround(250, 275, 1_000, 100)).toEqual([2, 3]));
  it('and the one before when its rows are near', () => expect(pagesAround(210, 235, 1_000, 100)).toEqual([1, 2]));
  it('never lie beyond the list', () => {
    expect(pagesAround(0, 40, 41, 100)).toEqual([0]);
    expect(pagesAround(975, 999, 1_000, 100)).toEqual([9]);
    expect(pagesAround(0, 0, 0, 100)).toEqual([0]);
  });
  it('are near while the list is read, and far while it is thrown', () => {
    expect(areAllNear([3, 4], [2, 3])).toBe(true);
    expect(areAllNear([5], [2, 3])).toBe(false);
  });
});

describe('loaded rows', () => {
  const pages = [page(100, 100), page(900, 41)];
  it('are found by position', () => {
    const rowAt = rowAtOf(pages, 100);
    expect(rowAt(100)?.id).toBe(5_100);
    expect(rowAt(199)?.id).toBe(5_199);
    expect(rowAt(940)?.id).toBe(5_940);
    expect([rowAt(99), rowAt(200), rowAt(941), rowAt(-1)]).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('are found by ticket', () => {
    const indexes = indexesById(pages);
    expect(indexes.get(5_931)).toBe(931);
    expect(indexes.get(5_000)).toBeUndefined();
  });
});
