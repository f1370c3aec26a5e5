import type { QueuePage, QueueRow } from '../../../shared/ipc/schemas.ts';

/** The row at a position of the list; undefined while it is not loaded. */
export type RowAt = (index: number) => QueueRow | undefined;

/** Rows this near to a page's edge make the neighbouring page worth loading. */
const AHEAD_ROWS = 30;

/** The numbers of the pages that hold rows `first` to `last` of `total` and those just beyond, ascending. */
export const pagesAround = (first: number, last: number, total: number, pageRows: number): number[] => {
  const from = Math.max(0, Math.floor((first - AHEAD_ROWS) / pageRows));
  const to = Math.max(from, Math.floor(Math.min(total - 1, last + AHEAD_ROWS) / pageRows));
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
};

/** Every page is loaded already or next to one that is: the list is being read, not thrown. */
export const areAllNear = (pages: readonly number[], loaded: readonly number[]): boolean =>
  pages.every((page) => loaded.some((other) => Math.abs(other - page) <= 1));

/** Finds rows in pages that each begin at a whole multiple of `pageRows`. */
export const rowAtOf = (pages: readonly QueuePage[], pageRows: number): RowAt => {
  const byOffset = new Map(pages.map((page) => [page.offset, page.rows]));
  return (index) => {
    const offset = Math.floor(index / pageRows) * pageRows;
    return byOffset.get(offset)?.[index - offset];
  };
};

/** The positions of the loaded tickets by id. */
export const indexesById = (pages: readonly QueuePage[]): ReadonlyMap<number, number> =>
  new Map(pages.flatMap(({ offset, rows }) => rows.map((row, i) => [row.id, offset + i] as const)));
