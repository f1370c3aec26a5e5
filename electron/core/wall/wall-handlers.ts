import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { localDayOf } from '../../../shared/wall/local-day.ts';
import { sumLoads } from '../../../shared/wall/sum-loads.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { MaintenanceBook } from '../maintenance/maintenance-book.ts';
import type { QueueRepo } from '../queue/queue-repo.ts';
import type { Handlers } from '../router.ts';
import type { EscalationList } from '../steering/escalation-list.ts';
import { createWallHours } from './wall-hours.ts';
import { createWallRepo, type Since } from './wall-repo.ts';

type Parts = {
  readonly database: Database;
  readonly queue: QueueRepo;
  readonly book: CustomerBook;
  readonly maintenance: MaintenanceBook;
  readonly escalations: EscalationList;
  readonly rules: Rules;
  readonly clock: PresentClock;
  /** Folds again what time has changed. */
  readonly catchUp: () => void;
};

/** Rows of each list: a few pages of the wall; the queue has them all. */
const MOST_ROWS = 24;
const MOST_SESSIONS = 200;
/** The next window stands in a week of them at the latest. */
const WINDOWS_WITHIN_MS = DAY_MS;
const LOOKED_AHEAD_MS = 9 * DAY_MS;

/** Answers what the wall shows. */
export const wallHandlers = ({
  database,
  queue,
  book,
  maintenance,
  escalations,
  rules,
  clock,
  catchUp,
}: Parts): Pick<Handlers<'core'>, 'wall:get'> => {
  const repo = createWallRepo(database.connection);
  const hours = createWallHours({ repo, book, rules });

  const rowsOf = (ids: readonly number[]): QueueRow[] => ids.flatMap((id) => queue.row(id) ?? []);
  const sinceRows = (found: readonly Since[]): Wall['waits']['rows'] =>
    found.flatMap(({ ticketId, sinceMs }) => {
      const row = queue.row(ticketId);
      return row === null ? [] : { row, sinceMs };
    });

  const presentId = (customerId: number): number => {
    const { mergedIntoId } = book.load(customerId);
    return mergedIntoId === null ? customerId : presentId(mergedIntoId);
  };
  const sessionsOf = (day: { readonly fromMs: InstantMs; readonly toMs: InstantMs }): Wall['sessions'] =>
    book.sessions
      .between({ ...day, experts: null, customerIds: null }, MOST_SESSIONS)
      .filter(({ state }) => state !== 'cancelled')
      .map(({ customerId: recordedUnder, ...place }) => {
        const customerId = presentId(recordedUnder);
        return { ...place, customerId, customer: book.load(customerId).name };
      });

  const look = (nowMs: InstantMs): Wall => {
    const groups = repo.groups(nowMs);
    const { all, cells, agents, nobody } = sumLoads(groups);
    const day = localDayOf(book.zone, nowMs);
    const ahead = maintenance.windows(nowMs, nowMs + LOOKED_AHEAD_MS, null);
    const windows = ahead.filter(({ startMs }) => startMs < nowMs + WINDOWS_WITHIN_MS);
    const runningOut = hours.at(nowMs);
    const leads = escalations.list(nowMs, MOST_ROWS);
    const turns = [
      ...[repo.nextTurnMs(nowMs), rules.changesAtMs.find((ms) => ms > nowMs), day.toMs, runningOut.untilMs],
      leads.nextAtMs,
      ...ahead.flatMap(({ startMs, endMs }) => [startMs - WINDOWS_WITHIN_MS, startMs, endMs]),
    ];
    return {
      asOfMs: nowMs,
      nextChangeAtMs: Math.min(...turns.flatMap((ms) => (ms !== null && ms !== undefined && ms > nowMs ? ms : []))),
      ...{ open: all.open, atRisk: all.atRisk, breached: all.breached, waiting: all.waiting },
      breachedTickets: { total: all.breached, rows: rowsOf(repo.breached(nowMs, MOST_ROWS)) },
      runningTickets: { total: all.running, rows: rowsOf(repo.running(nowMs, MOST_ROWS)) },
      ...{ cells, agents },
      unassigned: { total: nobody, rows: rowsOf(repo.unassigned(MOST_ROWS)) },
      escalations: { total: all.escalated, rows: sinceRows(repo.escalations(MOST_ROWS)) },
      leads: { total: leads.total, rows: leads.escalations },
      waits: { total: all.waiting, rows: sinceRows(repo.waits(MOST_ROWS)) },
      hours: { total: runningOut.rows.length, rows: runningOut.rows.slice(0, MOST_ROWS) },
      sessions: sessionsOf(day),
      windows: windows.map((window) => ({ ...window, components: [...window.components] })),
    };
  };

  return {
    'wall:get': async () => {
      catchUp();
      await hours.prepare(clock.nowMs());
      return database.read(() => look(clock.nowMs()));
    },
  };
};
