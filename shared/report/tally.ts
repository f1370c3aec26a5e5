import { FIGURE_IDS, FIGURES, type Dimension, type FigureId, type FigureUnit } from './figures.ts';
import type { Group, Key, Sink } from './sink.ts';

/** One figure, of the whole (`by` is null) or of one value of a dimension. */
export type Told = {
  readonly figure: FigureId;
  readonly by: Dimension | null;
  readonly key: string | null;
  /** How many cases it is of; shown with it. */
  readonly n: number;
  /** Of a percentage, how many of n did. */
  readonly count: number | null;
  /** The number itself: cases, percent, the median in ms, ms, or minutes. Null where it would say nothing. */
  readonly value: number | null;
  /** Of times, in ms. */
  readonly p90: number | null;
  readonly p95: number | null;
};

/** Fewer cases than these have no percentage, and no 90th or 95th percentile: one case more or less would move it by 20 points. */
export const LEAST_CASES = 5;

/** What an unknown priority is called as a key. */
export const UNKNOWN = 'unknown';

type Cell = { n: number; sum: number; readonly samples: number[] };

const addTo = (cell: Cell, unit: FigureUnit, amount: number, n: number): void => {
  cell.n += n;
  cell.sum += amount;
  if (unit === 'times') cell.samples.push(amount);
};

/** The smallest value that at least this share of all do not exceed (nearest rank); `sorted` is not empty. */
export const percentile = (sorted: Float64Array, percent: number): number =>
  sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;

const NO_MORE = { count: null, p90: null, p95: null } as const;

const read = (unit: FigureUnit, cells: readonly Cell[]): Omit<Told, 'figure' | 'by' | 'key'> => {
  const n = cells.reduce((all, cell) => all + cell.n, 0);
  const sum = cells.reduce((all, cell) => all + cell.sum, 0);
  switch (unit) {
    case 'count':
      return { n, value: n, ...NO_MORE };
    case 'sum':
    case 'minutes':
      return { n, value: sum, ...NO_MORE };
    case 'percent':
      return { n, count: sum, value: n < LEAST_CASES ? null : (100 * sum) / n, p90: null, p95: null };
    case 'times': {
      if (n === 0) return { n, value: null, ...NO_MORE };
      const sorted = new Float64Array(n);
      let at = 0;
      for (const { samples } of cells) {
        sorted.set(samples, at);
        at += samples.length;
      }
      sorted.sort();
      const isEnough = n >= LEAST_CASES;
      return {
        ...{ n, count: null, value: percentile(sorted, 50) },
        p90: isEnough ? percentile(sorted, 90) : null,
        p95: isEnough ? percentile(sorted, 95) : null,
      };
    }
  }
};

/** A line of which there are no cases. */
export const noCases = ({ figure, by, key }: Told): Told => ({ figure, by, key, ...read(FIGURES[figure].unit, []) });

const GROUPED = ['priority', 'tier', 'level'] as const;

export const keyIn = (group: Group, by: (typeof GROUPED)[number]): string => group[by] ?? UNKNOWN;

type Own = { readonly key: Key; readonly cell: Cell };
type Counted = { readonly groups: Map<Group | null, Cell>; readonly own: Map<string, Own> };

const emptyCell = (): Cell => ({ n: 0, sum: 0, samples: [] });

/** Counts the cases of every figure. */
export const createTally = () => {
  const counted = new Map<FigureId, Counted>(FIGURE_IDS.map((id) => [id, { groups: new Map(), own: new Map() }]));

  const add: Sink['add'] = (figure, group, amount, keys = [], n = 1) => {
    const of = counted.get(figure);
    if (of === undefined) return;
    const { unit } = FIGURES[figure];
    let cell = of.groups.get(group);
    if (cell === undefined) of.groups.set(group, (cell = emptyCell()));
    addTo(cell, unit, amount, n);
    for (const key of keys) {
      const name = `${key.by} ${key.key}`;
      let own = of.own.get(name);
      if (own === undefined) of.own.set(name, (own = { key, cell: emptyCell() }));
      addTo(own.cell, unit, amount, n);
    }
  };

  const tellFigure = (figure: FigureId, { groups, own }: Counted): Told[] => {
    const { unit, isOfTickets } = FIGURES[figure];
    const lines: Told[] = [{ figure, by: null, key: null, ...read(unit, [...groups.values()]) }];
    for (const by of isOfTickets ? GROUPED : []) {
      const cells = new Map<string, Cell[]>();
      for (const [group, cell] of groups) {
        if (group === null) continue;
        const key = keyIn(group, by);
        const same = cells.get(key);
        if (same === undefined) cells.set(key, [cell]);
        else same.push(cell);
      }
      for (const key of [...cells.keys()].sort()) lines.push({ figure, by, key, ...read(unit, cells.get(key) ?? []) });
    }
    const rest = [...own.values()].sort((a, b) =>
      a.key.by < b.key.by ? -1 : a.key.by > b.key.by ? 1 : b.cell.sum - a.cell.sum || (a.key.key < b.key.key ? -1 : 1),
    );
    for (const { key, cell } of rest) lines.push({ figure, ...key, ...read(unit, [cell]) });
    return lines;
  };

  return {
    add,
    /** Every figure, in the order of the list: the whole first, then by each dimension. */
    tell: (): Told[] => [...counted].flatMap(([figure, of]) => tellFigure(figure, of)),
  };
};
