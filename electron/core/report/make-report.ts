import { MAX_TARGETS } from '../../../shared/ipc/desk-schemas.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { MAX_REPORT_ROWS } from '../../../shared/ipc/report-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import { tellSession, tellWork } from '../../../shared/report/expert-figures.ts';
import { STEP_MS, type Step } from '../../../shared/report/period.ts';
import { createReport, known, type Report } from '../../../shared/report/report.ts';
import { FIGURES, type FigureId } from '../../../shared/report/figures.ts';
import { createLineSink, type Counted } from '../../../shared/report/ticket-list.ts';
import { createGroups, tellTicket } from '../../../shared/report/ticket-figures.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { filterSql, type Sql } from '../queue/queue-filter-sql.ts';
import type { Caller, Input } from '../router.ts';
import type { ReportSource } from './report-source.ts';

/** Tickets read between two looks at the clock. */
const AT_ONCE = 500;
const LONGEST_MS = 3_660 * DAY_MS;
const MOST_PARTS = 1_200;

type Asked = { readonly fromMs: InstantMs; readonly toMs: InstantMs; readonly asOfMs: InstantMs | null };

/** Refuses what no report is made of. */
export const checkAsked = ({ fromMs, toMs, asOfMs }: Asked, nowMs: InstantMs, step: Step | null): void => {
  if (toMs <= fromMs || toMs - fromMs > LONGEST_MS) {
    throw new VigieError('report/span', 'Ask for a period that ends after it begins, of at most ten years.');
  }
  if (step !== null && (toMs - fromMs) / STEP_MS[step] > MOST_PARTS) {
    throw new VigieError('report/too-fine', 'That period has too many parts: ask for it by week or by month.');
  }
  if (asOfMs !== null && asOfMs > nowMs) {
    throw new VigieError('report/future', 'What will be known then is not known yet: choose an instant that is past.');
  }
};

const sqlOf = (filter: QueueFilter, { asOfMs }: ReportSource, { actor }: Caller): Sql | null => {
  const where = filterSql(filter, { nowMs: asOfMs, me: actor });
  return where.text === 'TRUE' ? null : where;
};

/** The customers that a filter names; null where it names none. */
const namedIn = ({ customers }: QueueFilter): ReadonlySet<string> | null =>
  customers.length === 0 ? null : new Set(customers);

function* eachCustomer(source: ReportSource, filter: QueueFilter) {
  const named = namedIn(filter);
  for (const one of source.customers()) {
    if (named === null || named.has(one.customer.name)) yield one;
  }
}

/** Makes a report from what is kept of tickets, from ledgers and from sessions; yields every few milliseconds. */
export function* makeReport(order: Input<'report:get'>, source: ReportSource, caller: Caller): Generator<void, Report> {
  const { asOfMs, zone, facts } = source;
  const report = createReport({ ...order, asOfMs }, zone);
  const filter = sqlOf(order.filter, source, caller);
  for (const some of facts.read({ fromMs: report.looksFromMs, toMs: order.toMs, filter }, AT_ONCE)) {
    for (const [, one] of some) report.takeTicket(one);
    yield;
  }
  for (const { customer, ledger } of eachCustomer(source, order.filter)) {
    for (const entry of ledger.work) report.takeWork(entry);
    for (const session of customer.sessions) report.takeSession(session);
    yield;
  }
  return yield* report.tell();
}

/** The longest first, where a figure is of lengths; else by id, which is the order of opening as a rule. */
const inOrder = (found: ReadonlyMap<number, Counted>, figure: FigureId): [number, Counted][] => {
  const { unit } = FIGURES[figure];
  const isOfLengths = unit !== 'count' && unit !== 'percent';
  return [...found].sort(([a, one], [b, other]) => (isOfLengths ? other.amount - one.amount : 0) || a - b);
};

/** The tickets behind one line of a report. */
export function* listTickets(
  order: Input<'report:get-tickets'>,
  source: ReportSource,
  caller: Caller,
): Generator<void, CallOutput<'report:get-tickets'>> {
  const period = known(order, source.asOfMs);
  const { sink, take } = createLineSink(order);
  const groupOf = createGroups();
  const found = new Map<number, Counted>();
  let elsewhere = 0;
  const keep = (ticketId: number | null): void => {
    const counted = take();
    if (counted === null) return;
    if (ticketId === null) elsewhere += counted.n;
    else {
      const { n, amount } = found.get(ticketId) ?? { n: 0, amount: 0 };
      found.set(ticketId, { n: n + counted.n, amount: amount + counted.amount });
    }
  };
  const filter = sqlOf(order.filter, source, caller);
  for (const some of source.facts.read({ ...period, filter }, AT_ONCE)) {
    for (const [ticketId, one] of some) {
      tellTicket(one, period, sink, groupOf);
      keep(ticketId);
    }
    yield;
  }
  for (const { customer, ledger } of eachCustomer(source, order.filter)) {
    for (const entry of ledger.work) {
      tellWork(entry, source.zone, period, sink);
      keep(entry.ticketId);
    }
    for (const session of customer.sessions) {
      tellSession(session, period, sink);
      keep(session.ticketId);
    }
    yield;
  }
  const all = inOrder(found, order.figure);
  const listed = all.slice(0, MAX_REPORT_ROWS).flatMap(([id, counted]) => {
    const row = source.queue.row(id);
    return row === null ? [] : [{ row, counted }];
  });
  return {
    ...{ total: all.length, elsewhere, ids: all.slice(0, MAX_TARGETS).map(([id]) => id) },
    rows: listed.map(({ row }) => row),
    counted: listed.map(({ counted }) => counted),
  };
}
