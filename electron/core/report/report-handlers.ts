import { figureRows } from '../../../shared/ipc/report-schemas.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { reportCsv } from '../../../shared/report/report-csv.ts';
import type { Report } from '../../../shared/report/report.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Handlers, Input } from '../router.ts';
import { atOnce, inTurns, LEFT_OFF } from './in-turns.ts';
import { checkAsked, listTickets, makeReport } from './make-report.ts';
import type { ReportSource, ReportSources } from './report-source.ts';

type Parts = { readonly database: Database; readonly sources: ReportSources; readonly clock: PresentClock };

type ReportHandlers = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `report:${string}`>>;

/** How often a report begins again because something was written meanwhile; after that it lets nothing through until it is done. */
const MOST_BEGINNINGS = 3;

/** `Report` as the contract has it: the same, with lists that may be changed. */
const toWire = ({ lines, points, ...report }: Report): CallOutput<'report:get'> => ({
  ...report,
  lines: [...lines],
  points: points.map((point) => ({ ...point, ages: [...point.ages] })),
});

/** Answers the calls about reports: one at a time, in slices, each of one state of the database. */
export const reportHandlers = ({
  database,
  sources,
  clock,
}: Parts): { readonly handlers: ReportHandlers; readonly stop: () => void } => {
  const waiting = new Map<AbortController, number>();
  let last: Promise<unknown> = Promise.resolve();

  type Make<Result> = (source: ReportSource) => Generator<void, Result>;

  const make = async <Result>(asOfMs: InstantMs | null, from: Make<Result>, signal: AbortSignal): Promise<Result> => {
    for (let beginning = 1; beginning < MOST_BEGINNINGS; beginning++) {
      const source = await inTurns(sources.at(asOfMs), signal);
      const version = database.dataVersion();
      const isSame = (): boolean => asOfMs !== null || database.dataVersion() === version;
      const made = await inTurns(from(source), signal, isSame);
      if (made !== LEFT_OFF) return made;
    }
    const source = await inTurns(sources.at(asOfMs), signal);
    return database.read(() => atOnce(from(source)));
  };

  /** One after the other: they read the same past, and two at once would be done no sooner. */
  const run = async <Result>({ windowId }: Caller, asOfMs: InstantMs | null, from: Make<Result>): Promise<Result> => {
    const controller = new AbortController();
    waiting.set(controller, windowId);
    const mine = last.catch(() => null).then(() => make(asOfMs, from, controller.signal));
    last = mine;
    try {
      return await mine;
    } finally {
      waiting.delete(controller);
      if (waiting.size === 0) sources.leave();
    }
  };

  const get = (order: Input<'report:get'>, caller: Caller): Promise<Report> => {
    checkAsked(order, clock.nowMs(), order.step);
    return run(caller, order.asOfMs, (source) => makeReport(order, source, caller));
  };

  return {
    handlers: {
      'report:list-figures': () => figureRows(),
      'report:get': async (order, caller) => toWire(await get(order, caller)),
      'report:get-tickets': (order, caller) => {
        checkAsked(order, clock.nowMs(), null);
        return run(caller, order.asOfMs, (source) => listTickets(order, source, caller));
      },
      'report:export': async ({ figures, language, ...order }, caller) => ({
        text: reportCsv(await get(order, caller), figures, language),
      }),
      'report:cancel': (_input, { windowId }) => {
        for (const [controller, of] of waiting) if (of === windowId) controller.abort();
        return {};
      },
    },
    stop: () => {
      for (const controller of waiting.keys()) controller.abort();
      sources.close();
    },
  };
};
