import { FIGURES, type Dimension, type FigureId } from '../../../shared/report/figures.ts';
import type { ReportLine } from '../../../shared/report/report.ts';
import type { Section, Split } from '../../state/report-store.ts';

/** Whose promise a figure is of: the offer's to the customer, or ours to ourselves. They are never mixed. */
export type Promise = 'contractual' | 'internal';

export type Block = {
  readonly figure: FigureId;
  /** Dimensions of its own. The first is what its picture shows. */
  readonly own: readonly Dimension[];
};

/** Blocks that stand together; those of a promise under its name. */
export type Group = { readonly promise: Promise | null; readonly blocks: readonly Block[] };

const block = (figure: FigureId, ...own: Dimension[]): Block => ({ figure, own });
const plain = (...blocks: Block[]): Group => ({ promise: null, blocks });

const promised = (promise: Promise): Group => ({
  promise,
  blocks: [
    block(`compliance.${promise}`),
    block(`answered.${promise}`),
    block(`breaches.${promise}`, 'cause'),
    block(`backlog.breached.${promise}`),
  ],
});

/** What stands in each part of the screen; the summary has every figure's whole. */
export const GROUPS: Readonly<Record<Exclude<Section, 'summary'>, readonly Group[]>> = {
  sla: [promised('contractual'), promised('internal')],
  flow: [plain(block('opened'), block('resolved'), block('backlog', 'age'), block('backlog.age'))],
  times: [plain(block('response.gross'), block('response.net'), block('resolution.gross'), block('resolution.net'))],
  turns: [plain(block('escalated'), block('returned'), block('reopened'))],
  waits: [plain(block('waited', 'wait', 'reason'))],
  hours: [
    plain(
      block('hours.worked', 'assignment', 'expert'),
      block('hours.charged', 'assignment', 'expert'),
      block('hours.overage', 'assignment', 'expert'),
    ),
  ],
  coaching: [
    plain(
      block('sessions', 'state', 'assignment', 'expert'),
      block('sessions.held', 'assignment', 'expert'),
      block('sessions.reported', 'assignment', 'expert'),
    ),
  ],
};

/** The lines of a figure by one dimension, in the report's order. */
export const linesBy = (lines: readonly ReportLine[], figure: FigureId, by: Dimension): readonly ReportLine[] =>
  lines.filter((line) => line.figure === figure && line.by === by);

export const wholeOf = (lines: readonly ReportLine[], figure: FigureId): ReportLine | undefined =>
  lines.find((line) => line.figure === figure && line.by === null);

/** By what a block is split now: by its own dimensions, and by what was chosen where it is of tickets. */
export const splitsOf = ({ figure, own }: Block, split: Split): readonly Dimension[] =>
  FIGURES[figure].isOfTickets ? [...own, split] : own;

/** Whether there is nothing at all in a report, neither now nor before. */
export const isBare = (lines: readonly ReportLine[]): boolean =>
  lines.every(({ n, before, value }) => n === 0 && (before?.n ?? 0) === 0 && (value ?? 0) === 0);
