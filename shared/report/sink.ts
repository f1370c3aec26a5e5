import type { Priority, TierId } from '../sla/policy.ts';
import type { Level } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Dimension, FigureId } from './figures.ts';
import type { Span } from './facts.ts';

/** Where a case of a figure stands. */
export type Group = { readonly priority: Priority | null; readonly tier: TierId; readonly level: Level };

/** One of a figure's own dimensions, beside priority, tier and level. */
export type Key = { readonly by: Dimension; readonly key: string };

/** What the figures say of one ticket, entry or session: a tally counts it, a list collects it. */
export type Sink = {
  /**
   * One case of a figure. `group` is null where it is not of tickets. `amount` is 1 or 0 for a percentage, a length in ms for times and sums,
   * minutes for minutes. `n` is how many it counts as: 0 where only its amount belongs to the period.
   */
  readonly add: (figure: FigureId, group: Group | null, amount: number, keys?: readonly Key[], n?: number) => void;
  /** That the case happened at an instant, for the figures over time. */
  readonly at: (figure: FigureId, atMs: InstantMs) => void;
  /** That something was open, since it is known. */
  readonly open: (span: Span, openedAtMs: InstantMs) => void;
};

/** A period, end exclusive, cut at the instant of which it is told. */
export type Period = { readonly fromMs: InstantMs; readonly toMs: InstantMs };

export const isWithin = ({ fromMs, toMs }: Period, atMs: InstantMs | null): atMs is InstantMs =>
  atMs !== null && atMs >= fromMs && atMs < toMs;

/** How much of a span lies in a period, in ms. */
export const overlapMs = ({ fromMs, toMs }: Period, span: Span): number =>
  Math.max(0, Math.min(toMs, span.untilMs ?? Infinity) - Math.max(fromMs, span.fromMs));
