export const BOARDS = ['countdowns', 'load', 'waiting', 'experts'] as const;
/** What the wall shows together: one after the other, in this order. */
export type Board = (typeof BOARDS)[number];

/** A list on a board: how many lines it has, how many fit at once, and on how many pages it goes on at most. */
export type Panel = { readonly count: number; readonly fit: number; readonly mostParts: number };

/** A board, or a part of one whose lists are longer than fits. */
export type Page = { readonly board: Board; readonly part: number };

/** How many parts a list takes: one also where it is empty. */
export const partsOf = ({ count, fit, mostParts }: Panel): number =>
  Math.min(mostParts, Math.max(1, Math.ceil(count / Math.max(1, fit))));

/** The pages of the wall: boards with nothing on them are left out, but the first. */
export const pagesOf = (boards: Readonly<Record<Board, readonly Panel[]>>): Page[] =>
  BOARDS.flatMap((board, i) => {
    const panels = boards[board];
    if (i > 0 && panels.every(({ count }) => count === 0)) return [];
    const parts = Math.max(1, ...panels.map(partsOf));
    return Array.from({ length: parts }, (_, part) => ({ board, part }));
  });

/** Where a page stands among those that there are now: it, or the nearest before it. */
export const placeOf = (pages: readonly Page[], { board, part }: Page): number => {
  const order = BOARDS.indexOf(board);
  const at = pages.findLastIndex((page) => {
    const other = BOARDS.indexOf(page.board);
    return other < order || (other === order && page.part <= part);
  });
  return Math.max(0, at);
};

/** The page so many further on, round the end. */
export const pageFrom = (pages: readonly Page[], at: Page, by: number): Page => {
  const { length } = pages;
  if (length === 0) return at;
  return pages[(((placeOf(pages, at) + by) % length) + length) % length] ?? at;
};

/** The lines of a list on a part of its board; a shorter list than the board's longest begins again. */
export const linesOf = (panel: Panel, part: number): { readonly from: number; readonly to: number } => {
  const fit = Math.max(1, panel.fit);
  const from = (part % partsOf(panel)) * fit;
  return { from, to: Math.min(panel.count, from + fit) };
};
