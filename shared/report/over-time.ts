import type { InstantMs } from '../time/instant.ts';
import type { Span } from './facts.ts';
import type { FigureId } from './figures.ts';
import type { Period } from './sink.ts';
import { AGE_BANDS } from './ticket-figures.ts';

/** One part of a period: what happened in it, and what was open just before its end. */
export type Point = {
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
  readonly opened: number;
  readonly resolved: number;
  readonly reopened: number;
  readonly backlog: number;
  /** By `AGE_BANDS`, in their order. */
  readonly ages: readonly number[];
};

/** The index of the last start that does not lie after an instant; -1 before the first. */
const indexAt = (starts: readonly InstantMs[], ms: InstantMs): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

type Counted = 'opened' | 'resolved' | 'reopened';
const isCounted = (figure: FigureId): figure is Counted =>
  figure === 'opened' || figure === 'resolved' || figure === 'reopened';

/** Counts what happened in each part of a period and what was open at each end; `starts` are those of its parts. */
export const createOverTime = ({ toMs }: Period, starts: readonly InstantMs[]) => {
  const ends = [...starts.slice(1), toMs].slice(0, starts.length);
  const zeros = (): number[] => Array.from({ length: starts.length + 1 }, () => 0);
  const flow = { opened: zeros(), resolved: zeros(), reopened: zeros() };
  // Differences: one more from an end on, one fewer from a later end on.
  const bands = AGE_BANDS.map(zeros);

  /** The first end at which what began at an instant is to be seen: just before an end is after everything earlier. */
  const seenFrom = (ms: InstantMs): number => indexAt(ends, ms) + 1;

  return {
    at: (figure: FigureId, atMs: InstantMs): void => {
      const part = indexAt(starts, atMs);
      if (part >= 0 && isCounted(figure)) flow[figure][part] = (flow[figure][part] ?? 0) + 1;
    },
    open: ({ fromMs, untilMs }: Span, openedAtMs: InstantMs): void => {
      const goneFrom = untilMs === null ? ends.length : seenFrom(untilMs);
      for (const [i, band] of AGE_BANDS.entries()) {
        const older = AGE_BANDS[i + 1];
        // Of an age at an end: the end lies that much after the opening, at least.
        const from = Math.max(seenFrom(fromMs), ageFrom(ends, openedAtMs + band.fromMs));
        const until = Math.min(goneFrom, older === undefined ? ends.length : ageFrom(ends, openedAtMs + older.fromMs));
        const differences = bands[i];
        if (from >= until || differences === undefined) continue;
        differences[from] = (differences[from] ?? 0) + 1;
        differences[until] = (differences[until] ?? 0) - 1;
      }
    },
    tell: (): Point[] => {
      const running = AGE_BANDS.map(() => 0);
      return starts.map((fromMs, part) => {
        for (const [i, differences] of bands.entries()) running[i] = (running[i] ?? 0) + (differences[part] ?? 0);
        return {
          ...{ fromMs, toMs: ends[part] ?? toMs },
          ...{ opened: flow.opened[part] ?? 0, resolved: flow.resolved[part] ?? 0, reopened: flow.reopened[part] ?? 0 },
          backlog: running.reduce((sum, count) => sum + count, 0),
          ages: [...running],
        };
      });
    },
  };
};

/** The first end that does not lie before an instant. */
const ageFrom = (ends: readonly InstantMs[], ms: InstantMs): number => indexAt(ends, ms - 1) + 1;
