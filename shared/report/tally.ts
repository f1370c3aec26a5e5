import { FIGURE_IDS, FIGURES, type Dimension, type FigureId, type FigureUnit } from './figures.ts';
import type { Group, Key, Sink } from './sink.ts';
import { percentile, sortSamples } from './samples.ts';

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

const NO_SAMPLES: Float64Array = new Float64Array(0);
const NO_MORE = { count: null, p90: null, p95: null } as const;

const NO_TIMES = { value: null, p90: null, p95: null } as const;

/** `sorted` are the samples of all cells, for times. */
const read = (unit: FigureUnit, cells: readonly Cell[], sorted = NO_SAMPLES): Omit<Told, 'figure' | 'by' | 'key'> => {
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
      if (n === 0) return { n, count: null, ...NO_TIMES };
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDimension = (a: Key, b: Key): number => compare(a.by, b.by);
const byKey = (a: Key, b: Key): number => compare(a.key, b.key);

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
    const samples = unit === 'times' ? sortSamples([...groups.values()].map((cell) => cell.samples)) : null;
    const lineOf = (by: Dimension | null, key: string | null, isIn: (group: Group | null) => boolean): Told => {
      const cells: Cell[] = [];
      const indexes = new Set<number>();
      let index = 0;
      for (const [group, cell] of groups) {
        if (isIn(group)) {
          cells.push(cell);
          indexes.add(index);
        }
        index++;
      }
      return { figure, by, key, ...read(unit, cells, samples?.of(indexes)) };
    };
    const lines = [lineOf(null, null, () => true)];
    for (const by of isOfTickets ? GROUPED : []) {
      const keys = new Set([...groups.keys()].flatMap((group) => (group === null ? [] : keyIn(group, by))));
      for (const key of [...keys].sort()) {
        lines.push(lineOf(by, key, (group) => group !== null && keyIn(group, by) === key));
      }
    }
    const rest = [...own.values()].sort(
      (a, b) => byDimension(a.key, b.key) || b.cell.sum - a.cell.sum || byKey(a.key, b.key),
    );
    for (const { key, cell } of rest)
      lines.push({ figure, ...key, ...read(unit, [cell], Float64Array.from(cell.samples).sort()) });
    return lines;
  };

  return {
    add,
    /** Every figure, in the order of the list: the whole first, then by each dimension. Yields after each. */
    *tell(): Generator<void, Told[]> {
      const lines: Told[] = [];
      for (const [figure, of] of counted) {
        lines.push(...tellFigure(figure, of));
        yield;
      }
      return lines;
    },
  };
};
