import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { MAX_TARGETS } from '../../../shared/ipc/desk-schemas.ts';
import type { QueueCounts, QueueRow } from '../../../shared/ipc/schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { excerpt, findWords, searchWords } from '../../../shared/search/find-words.ts';
import { textsOf } from '../../../shared/ticket/ticket-words.ts';
import { entitlementIn } from '../../../shared/tier/entitlement.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import type { MaintenanceBook } from '../maintenance/maintenance-book.ts';
import type { Caller, Input } from '../router.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import { createQueueCounts, type QueueCounting } from './queue-counts.ts';
import type { Looking } from './queue-filter-sql.ts';
import type { QueueRepo } from './queue-repo.ts';
import type { ReplayService } from './replay-service.ts';

type Parts = {
  readonly database: Database;
  readonly queue: QueueRepo;
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly maintenance: MaintenanceBook;
  readonly events: EventRepo;
  readonly tickets: TicketService;
  readonly replays: ReplayService;
  readonly rules: Rules;
  readonly clock: PresentClock;
};

/** Where the queue is read: the live rows, or those of a replay. */
type Source = {
  readonly database: Database;
  readonly queue: QueueRepo;
  readonly counting: QueueCounting;
  readonly nowMs: () => InstantMs;
};

/** What the queue screen asks. */
export const createQueueService = (parts: Parts) => {
  const { database, queue, customers, book, maintenance, events, tickets, replays, rules, clock } = parts;
  const live: Source = { database, queue, counting: createQueueCounts(database, queue), nowMs: () => clock.nowMs() };
  const looking = ({ nowMs }: Source, { actor }: Caller): Looking => ({ nowMs: nowMs(), me: actor });

  /** The queue as it stood, or as it is. */
  const sourceAt = async (asOfMs: InstantMs | null): Promise<Source> => {
    if (asOfMs === null) return live;
    if (asOfMs > clock.nowMs()) {
      throw new VigieError('replay/future', 'That instant lies ahead: choose one that is past.');
    }
    const replay = await replays.at(asOfMs);
    return { ...replay, nowMs: () => asOfMs };
  };

  /** Tells of a row where the words stand that are in none of its cells. */
  const withFound = (row: QueueRow, words: readonly string[], asOfMs: InstantMs): QueueRow => {
    const cells = [row.reference, row.title, row.customer, row.assignee].join(' \n ');
    const missing = words.filter((word) => findWords(cells, [word]).length === 0);
    if (missing.length === 0) return row;
    const happened = events.ofTicket(row.id).events.filter(({ atMs }) => atMs <= asOfMs);
    const written = happened.toReversed().flatMap(textsOf);
    for (const text of [...written, row.tags.join(', '), row.owner ?? '']) {
      const found = excerpt(text, missing);
      if (found !== null) return { ...row, found };
    }
    return row;
  };

  const detailOf = (id: number, row: QueueRow | null, nowMs: InstantMs): CallOutput<'ticket:get-detail'> => {
    // The clock may have been set back before it was opened.
    const asOfMs = Math.max(nowMs, row?.openedAtMs ?? nowMs);
    const folded = row === null ? null : foldAsOf(events.ofTicket(id).events, rules, asOfMs);
    if (row === null || folded === null) {
      throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
    }
    const { ticket } = folded;
    const { source, category, isBeta, requester, channel, language, group } = ticket;
    const { contact, platform, description, impact, urgency, reportedAtMs, stateSinceMs, remindAtMs } = ticket;
    const { bounceCount, mergedInto, expertiseAtMs, spentMs } = ticket;
    const { respondedAtMs, resolvedAtMs, closedAtMs, reopenCount } = ticket;
    const customerId = customers.byName(row.customer)?.customerId ?? null;
    const customer = customerId === null ? null : { id: customerId, platforms: book.load(customerId).platforms };
    const window = maintenance.windowOf(ticket, customer);
    return {
      row,
      customerId,
      maintenance: window && { platform: window.platform, startMs: window.startMs, endMs: window.endMs },
      ...{ source, category, isBeta, requester, channel, language, group },
      ...{ contact, platform, description, impact, urgency, reportedAtMs, stateSinceMs, remindAtMs },
      ...{ bounceCount, mergedInto, expertiseAtMs, spentMs },
      ...{ respondedAtMs, resolvedAtMs, closedAtMs, reopenCount },
      links: [...ticket.links],
      entitlement: { ...entitlementIn(rules.at(asOfMs).policy, ticket.tier) },
      events: events.timeline(id).filter(({ atMs }) => atMs <= asOfMs),
    };
  };

  return {
    page: async (input: Input<'queue:get-page'>, caller: Caller): Promise<CallOutput<'queue:get-page'>> => {
      const { filter, sort, offset, limit, asOfMs } = input;
      if (asOfMs === null) {
        tickets.catchUp();
        replays.leave();
      }
      const source = await sourceAt(asOfMs);
      const now = looking(source, caller);
      const words = searchWords(filter.text);
      return database.read(() => {
        const total = source.counting.total(filter, now);
        const rows = source.queue.page(filter, sort, { offset, limit, total }, now);
        return {
          asOfMs: now.nowMs,
          total,
          offset,
          rows: words.length === 0 ? rows : rows.map((row) => withFound(row, words, now.nowMs)),
        };
      });
    },
    /** The tickets that fit some words best, of any state. */
    search: (text: string, caller: Caller): QueueRow[] =>
      database.read(() => {
        const filter = { ...EMPTY_FILTER, view: 'all', text } as const;
        return queue.page(filter, { by: 'rank', isDescending: false }, { offset: 0, limit: 8 }, looking(live, caller));
      }),
    counts: async ({ filter, asOfMs }: Input<'queue:get-counts'>, caller: Caller): Promise<QueueCounts> => {
      const source = await sourceAt(asOfMs);
      await source.counting.prepare(filter, looking(source, caller));
      return database.read(() => source.counting.counts(filter, looking(source, caller)));
    },
    countFilters: async (
      { filters, asOfMs }: Input<'queue:count-filters'>,
      caller: Caller,
    ): Promise<CallOutput<'queue:count-filters'>> => {
      const source = await sourceAt(asOfMs);
      const now = looking(source, caller);
      return database.read(() => ({ counts: filters.map((filter) => source.counting.total(filter, now)) }));
    },
    ids: ({ filter, sort }: Input<'queue:list-ids'>, caller: Caller): CallOutput<'queue:list-ids'> =>
      database.read(() => {
        const now = looking(live, caller);
        const total = live.counting.total(filter, now);
        return { ids: queue.ids(filter, sort, { offset: 0, limit: MAX_TARGETS, total }, now), total };
      }),
    position: async (
      { filter, sort, id, asOfMs }: Input<'queue:find-position'>,
      caller: Caller,
    ): Promise<CallOutput<'queue:find-position'>> => {
      const source = await sourceAt(asOfMs);
      return database.read(() => ({ position: source.queue.position(filter, sort, id, looking(source, caller)) }));
    },
    detail: async ({ id, asOfMs }: Input<'ticket:get-detail'>): Promise<CallOutput<'ticket:get-detail'>> => {
      const source = await sourceAt(asOfMs);
      return database.read(() => detailOf(id, source.queue.row(id), source.nowMs()));
    },
  };
};

export type QueueService = ReturnType<typeof createQueueService>;
