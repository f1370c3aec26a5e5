/** The columns of the queue, in their order on screen. */
export const COLUMN_IDS = [
  'reference',
  'priority',
  'due',
  'title',
  'customer',
  'tier',
  'state',
  'level',
  'assignee',
  'firstResponse',
  'opened',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

type Fit = {
  /** Px that the column takes at least, its gap included. */
  readonly minPx: number;
  /** Its part of what is left over; 0 keeps it at its minimum. */
  readonly share: number;
  /** Columns go in this order, highest first, where the list is too narrow; 0 always stays. */
  readonly dropRank: number;
};

/** French words are a third longer than English ones: widths hold both. */
export const COLUMN_FITS: Readonly<Record<ColumnId, Fit>> = {
  reference: { minPx: 104, share: 0, dropRank: 0 },
  priority: { minPx: 42, share: 0, dropRank: 0 },
  due: { minPx: 126, share: 0.1, dropRank: 0 },
  title: { minPx: 220, share: 3, dropRank: 0 },
  customer: { minPx: 150, share: 1.2, dropRank: 3 },
  tier: { minPx: 90, share: 0, dropRank: 4 },
  state: { minPx: 142, share: 0.1, dropRank: 7 },
  level: { minPx: 40, share: 0, dropRank: 5 },
  assignee: { minPx: 104, share: 0.5, dropRank: 6 },
  firstResponse: { minPx: 116, share: 0.1, dropRank: 2 },
  opened: { minPx: 112, share: 0.1, dropRank: 8 },
};

/** The columns that fit into a width: the least important go first. */
export const fittingColumns = (widthPx: number): readonly ColumnId[] => {
  const kept = new Set<ColumnId>(COLUMN_IDS);
  const byRank = COLUMN_IDS.filter((id) => COLUMN_FITS[id].dropRank > 0).sort(
    (a, b) => COLUMN_FITS[b].dropRank - COLUMN_FITS[a].dropRank,
  );
  let needPx = COLUMN_IDS.reduce((sum, id) => sum + COLUMN_FITS[id].minPx, 0);
  for (const id of byRank) {
    if (needPx <= widthPx) break;
    kept.delete(id);
    needPx -= COLUMN_FITS[id].minPx;
  }
  return COLUMN_IDS.filter((id) => kept.has(id));
};

/** CSS grid tracks for columns. What always stays may shrink below its minimum in a window that is narrower than all minima together. */
export const gridTracks = (columns: readonly ColumnId[]): string =>
  columns
    .map((id) => COLUMN_FITS[id])
    .map(({ minPx, share, dropRank }) => {
      if (share === 0) return `${minPx}px`;
      return `minmax(${dropRank === 0 && share >= 1 ? 0 : minPx}px, ${share}fr)`;
    })
    .join(' ');
