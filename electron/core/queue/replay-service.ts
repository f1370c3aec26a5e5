import { setImmediate as later } from 'node:timers/promises';
import type { NoticePayload } from '../../../shared/ipc/contract.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { silentLog } from '../log.ts';
import type { EventRepo, TicketLog } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import { createTicketRepo } from '../ticket/ticket-repo.ts';
import type { Scheduler } from '../watch/scheduler.ts';
import { createQueueCounts, type QueueCounting } from './queue-counts.ts';
import { createQueueRepo, type QueueRepo } from './queue-repo.ts';

type Parts = {
  readonly database: Database;
  readonly events: EventRepo;
  readonly rules: Rules;
  readonly scheduler: Scheduler;
  readonly onProgress: (progress: NoticePayload<'replay:progressed'>) => void;
};

/** The lists as they stood at an instant, in a database of their own in memory: every question of the queue is asked there unchanged. */
export type Replay = {
  readonly atMs: InstantMs;
  readonly database: Database;
  readonly queue: QueueRepo;
  readonly counting: QueueCounting;
};

/** How long the worker stays with it before it lets other calls through. */
const SLICE_MS = 40;
/** Who went back to the present and does not return within this needs no copy of the queue in memory. */
const KEPT_MS = MINUTE_MS;

/** Folds the log again up to a past instant. What happened later is not there; what was undone since is not either. */
export const createReplayService = ({ database, events, rules, scheduler, onProgress }: Parts) => {
  type Asked = { readonly atMs: InstantMs; readonly version: string; readonly replay: Promise<Replay> };
  let building: Asked | null = null;
  /** What is looked at while another instant is replayed. */
  let ready: Asked | null = null;
  /** Calls off the end of what is ready; null while it is looked at. */
  let keepOn: (() => void) | null = null;

  const closeReady = (): void => {
    const last = ready;
    ready = null;
    keepOn = null;
    void last?.replay.then((replay) => replay.database.close());
  };

  const build = async (atMs: InstantMs, isWanted: () => boolean): Promise<Replay> => {
    const copy = openDatabase({ path: ':memory:', log: silentLog, onCommit: () => {} });
    try {
      const rows = createTicketRepo(copy.connection, { isReported: false });
      const addCustomer = copy.connection.prepare('INSERT INTO customer (customer_id, name, tier) VALUES (?, ?, ?)');
      const customers = database.connection.prepare('SELECT customer_id, name, tier FROM customer').raw().all();
      copy.write(() => customers.forEach((row) => addCustomer.run(...(row as [number, string, string]))));
      const ids = database.connection
        .prepare<[number], [number, number]>('SELECT ticket_id, customer_id FROM ticket WHERE opened_at_ms <= ?')
        .raw()
        .all(atMs);
      let next = 0;
      while (next < ids.length) {
        const endsAtMs = performance.now() + SLICE_MS;
        copy.write((writer) => {
          for (; next < ids.length && performance.now() < endsAtMs; next++) {
            const [ticketId, customerId] = ids[next] ?? [0, 0];
            const log: TicketLog = events.ofTicket(ticketId);
            const folded = foldAsOf(log.events, rules, atMs);
            if (folded !== null) rows.add(writer, folded, { customerId, version: log.version }, ticketId);
          }
        });
        onProgress({ atMs, done: next, total: ids.length });
        await later();
        if (!isWanted()) throw new VigieError('replay/superseded', 'Another instant was asked for.');
      }
      const queue = createQueueRepo(copy);
      return { atMs, database: copy, queue, counting: createQueueCounts(copy, queue) };
    } catch (error) {
      copy.close();
      throw error;
    }
  };

  return {
    /** The lists as of a past instant; kept until another is asked for, something is committed, or it was left for a while. */
    at: (atMs: InstantMs): Promise<Replay> => {
      keepOn?.();
      keepOn = null;
      const version = database.dataVersion();
      const isAsked = (asked: Asked | null): asked is Asked => asked?.atMs === atMs && asked.version === version;
      if (isAsked(building)) return building.replay;
      if (isAsked(ready)) return ready.replay;
      const asked: Asked = { atMs, version, replay: build(atMs, () => building === asked) };
      building = asked;
      // The one before is closed once nobody can ask it any more.
      void asked.replay.then(
        async () => {
          const before = ready;
          ready = asked;
          if (building === asked) building = null;
          (await before?.replay)?.database.close();
        },
        () => {
          if (building === asked) building = null;
        },
      );
      return asked.replay;
    },
    /** The present is looked at: what is ready goes after a while. */
    leave: (): void => {
      if (ready !== null) keepOn ??= scheduler.after(KEPT_MS, closeReady);
    },
    close: async (): Promise<void> => {
      keepOn?.();
      const last = [building, ready];
      building = null;
      ready = null;
      for (const one of last) (await one?.replay.catch(() => null))?.database.close();
    },
  };
};

export type ReplayService = ReturnType<typeof createReplayService>;
