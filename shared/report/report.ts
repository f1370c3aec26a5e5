import type { Zone } from '../calendar/zone.ts';
import type { Session } from '../coaching/session.ts';
import type { LedgerEntry } from '../expertise/ledger.ts';
import type { InstantMs } from '../time/instant.ts';
import { tellSession, tellWork } from './expert-figures.ts';
import type { TicketFacts } from './facts.ts';
import { createOverTime, type Point } from './over-time.ts';
import { partStarts, periodBefore, type Step } from './period.ts';
import type { Period, Sink } from './sink.ts';
import { createTally, noCases, type Told } from './tally.ts';
import { createGroups, tellTicket } from './ticket-figures.ts';

export type ReportOrder = Period & {
  /** What happened or was recorded later is not known. */
  readonly asOfMs: InstantMs;
  readonly step: Step;
  /** Whether each figure stands beside that of the period before. */
  readonly compare: boolean;
};

type Numbers = Pick<Told, 'n' | 'count' | 'value' | 'p90' | 'p95'>;

/** A figure with what it was in the period before; null where that was not asked for. */
export type ReportLine = Told & { readonly before: Numbers | null };

export type Report = Period & {
  readonly asOfMs: InstantMs;
  readonly step: Step;
  readonly before: Period | null;
  readonly lines: readonly ReportLine[];
  readonly points: readonly Point[];
};

/** A period as far as it is known: what happened at the very instant of the report is. */
export const known = ({ fromMs, toMs }: Period, asOfMs: InstantMs): Period => ({
  fromMs,
  toMs: Math.max(fromMs, Math.min(toMs, asOfMs + 1)),
});

const nameOf = ({ figure, by, key }: Told): string => JSON.stringify([figure, by, key]);

/** Both periods' lines side by side; where one has none of a kind, there were no cases. */
const besides = (lines: readonly Told[], earlier: readonly Told[]): ReportLine[] => {
  const left = new Map(earlier.map((line) => [nameOf(line), line]));
  const both: ReportLine[] = [];
  for (const line of lines) {
    const name = nameOf(line);
    both.push({ ...line, before: numbersOf(left.get(name) ?? noCases(line)) });
    left.delete(name);
  }
  // What there was only before stands after the lines of its figure.
  for (const line of left.values()) {
    const at = both.findLastIndex(({ figure }) => figure === line.figure);
    both.splice(at + 1, 0, { ...noCases(line), before: numbersOf(line) });
  }
  return both;
};

const numbersOf = ({ n, count, value, p90, p95 }: Numbers): Numbers => ({ n, count, value, p90, p95 });

/** Folds tickets, work and sessions into a report; they may come in any order. */
export const createReport = (order: ReportOrder, zone: Zone) => {
  const { asOfMs, step, compare } = order;
  const period = known(order, asOfMs);
  const earlier = compare ? periodBefore(zone, order) : null;
  const before = earlier === null ? null : known(earlier, asOfMs);
  const groupOf = createGroups();
  const [tally, tallyBefore] = [createTally(), createTally()];
  const overTime = createOverTime(period, partStarts(zone, period, step));
  const sink: Sink = { add: tally.add, at: overTime.at, open: overTime.open };
  const sinkBefore: Sink = { add: tallyBefore.add, at: () => {}, open: () => {} };
  return {
    /** Nothing that ended before this instant is looked at. */
    looksFromMs: before?.fromMs ?? period.fromMs,
    takeTicket: (facts: TicketFacts): void => {
      tellTicket(facts, period, sink, groupOf);
      if (before !== null) tellTicket(facts, before, sinkBefore, groupOf);
    },
    takeWork: (entry: LedgerEntry): void => {
      tellWork(entry, zone, period, sink);
      if (before !== null) tellWork(entry, zone, before, sinkBefore);
    },
    takeSession: (session: Session): void => {
      tellSession(session, period, sink);
      if (before !== null) tellSession(session, before, sinkBefore);
    },
    /** Yields after each figure. */
    *tell(): Generator<void, Report> {
      const lines = yield* tally.tell();
      const earlierLines = before === null ? null : yield* tallyBefore.tell();
      return {
        ...{ fromMs: order.fromMs, toMs: order.toMs, asOfMs, step, before: earlier },
        lines: earlierLines === null ? lines.map((line) => ({ ...line, before: null })) : besides(lines, earlierLines),
        points: overTime.tell(),
      };
    },
  };
};
