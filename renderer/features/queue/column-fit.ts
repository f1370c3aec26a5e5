/** The columns of the queue, in the order in which they are offered. */
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
  'owner',
  'tags',
  'wakeUp',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** These three are shown where they are asked for. */
const EXTRA = new Set<ColumnId>(['owner', 'tags', 'wakeUp']);
/** What is shown as long as nobody chooses. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = COLUMN_IDS.filter((id) => !EXTRA.has(id));

/** Without these a row could not be told from others. */
export const FIXED_COLUMNS: ReadonlySet<ColumnId> = new Set<ColumnId>(['reference', 'title']);

/** The columns that somebody chose, of those that there are; null stands for the default ones. */
export const wantedColumns = (chosen: readonly string[] | null): readonly ColumnId[] => {
  if (chosen === null) return DEFAULT_COLUMNS;
  const known = [...new Set(chosen)].flatMap((id) => COLUMN_IDS.find((other) => other === id) ?? []);
  return [...COLUMN_IDS.filter((id) => FIXED_COLUMNS.has(id) && !known.includes(id)), ...known];
};

/** The columns with one of them a place further on (1) or back (−1). */
export const movedColumn = (columns: readonly ColumnId[], id: ColumnId, step: 1 | -1): readonly ColumnId[] => {
  const from = columns.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= columns.length) return columns;
  return columns.map((other, i) => (i === from ? (columns[to] ?? other) : i === to ? id : other));
};

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
  // Shown only where somebody asked for them: they go last.
  owner: { minPx: 104, share: 0.5, dropRank: 1 },
  tags: { minPx: 110, share: 0.6, dropRank: 1 },
  wakeUp: { minPx: 112, share: 0.1, dropRank: 1 },
};

/** The wanted columns that fit into a width, in their order: the least important go first. */
export const fittingColumns = (widthPx: number, wanted: readonly ColumnId[] = DEFAULT_COLUMNS): readonly ColumnId[] => {
  const kept = new Set<ColumnId>(wanted);
  const byRank = wanted
    .filter((id) => COLUMN_FITS[id].dropRank > 0)
    .sort((a, b) => COLUMN_FITS[b].dropRank - COLUMN_FITS[a].dropRank);
  let needPx = wanted.reduce((sum, id) => sum + COLUMN_FITS[id].minPx, 0);
  for (const id of byRank) {
    if (needPx <= widthPx) break;
    kept.delete(id);
    needPx -= COLUMN_FITS[id].minPx;
  }
  return wanted.filter((id) => kept.has(id));
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
