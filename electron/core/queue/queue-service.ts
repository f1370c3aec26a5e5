import type { CallInput, CallOutput } from '../../../shared/ipc/contract.ts';
import { MAX_TARGETS } from '../../../shared/ipc/desk-schemas.ts';
import type { QueueCounts, QueueRow } from '../../../shared/ipc/schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { excerpt, findWords, searchWords } from '../../../shared/search/find-words.ts';
import { textsOf } from '../../../shared/ticket/ticket-words.ts';
import { entitlementOf } from '../../../shared/tier/entitlement.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import { createQueueCounts } from './queue-counts.ts';
import type { Looking } from './queue-filter-sql.ts';
import type { QueueRepo } from './queue-repo.ts';

type Parts = {
  readonly database: Database;
  readonly queue: QueueRepo;
  readonly events: EventRepo;
  readonly tickets: TicketService;
  readonly clock: PresentClock;
};

/** What the queue screen asks. */
export const createQueueService = ({ database, queue, events, tickets, clock }: Parts) => {
  const counting = createQueueCounts(database, queue);
  const looking = ({ actor }: Caller): Looking => ({ nowMs: clock.nowMs(), me: actor });

  /** Tells of a row where the words stand that are in none of its cells. */
  const withFound = (row: QueueRow, words: readonly string[]): QueueRow => {
    const cells = [row.reference, row.title, row.customer, row.assignee].join(' \n ');
    const missing = words.filter((word) => findWords(cells, [word]).length === 0);
    if (missing.length === 0) return row;
    const written = events.ofTicket(row.id).events.toReversed().flatMap(textsOf);
    for (const text of [...written, row.tags.join(', '), row.owner ?? '']) {
      const found = excerpt(text, missing);
      if (found !== null) return { ...row, found };
    }
    return row;
  };

  return {
    page: ({ filter, sort, offset, limit }: Input<'queue:get-page'>, caller: Caller): CallOutput<'queue:get-page'> => {
      tickets.catchUp();
      const now = looking(caller);
      const words = searchWords(filter.text);
      return database.read(() => {
        const rows = queue.page(filter, sort, offset, limit, now);
        return {
          asOfMs: now.nowMs,
          total: counting.total(filter, now),
          offset,
          rows: words.length === 0 ? rows : rows.map((row) => withFound(row, words)),
        };
      });
    },
    /** The tickets that fit some words best, of any state. */
    search: (text: string, caller: Caller): QueueRow[] =>
      database.read(() =>
        queue.page({ ...EMPTY_FILTER, view: 'all', text }, { by: 'rank', isDescending: false }, 0, 8, looking(caller)),
      ),
    counts: ({ filter }: Input<'queue:get-counts'>, caller: Caller): QueueCounts =>
      database.read(() => counting.counts(filter, looking(caller))),
    countFilters: ({ filters }: Input<'queue:count-filters'>, caller: Caller): CallOutput<'queue:count-filters'> =>
      database.read(() => ({ counts: filters.map((filter) => counting.total(filter, looking(caller))) })),
    ids: ({ filter, sort }: Input<'queue:list-ids'>, caller: Caller): CallOutput<'queue:list-ids'> =>
      database.read(() => ({
        ids: queue.ids(filter, sort, MAX_TARGETS, looking(caller)),
        total: counting.total(filter, looking(caller)),
      })),
    position: ({ filter, sort, id }: Input<'queue:find-position'>, caller: Caller): CallOutput<'queue:find-position'> =>
      database.read(() => ({ position: queue.position(filter, sort, id, looking(caller)) })),
    detail: ({ id }: CallInput<'ticket:get-detail'>): CallOutput<'ticket:get-detail'> =>
      database.read(() => {
        const row = queue.row(id);
        if (row === null) {
          throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
        }
        const { ticket } = tickets.foldNow(events.ofTicket(id).events);
        const { source, category, isBeta, requester, channel, language, group } = ticket;
        const { contact, platform, description, impact, urgency, reportedAtMs, stateSinceMs, remindAtMs } = ticket;
        const { bounceCount, mergedInto, expertiseAtMs, spentMs } = ticket;
        const { respondedAtMs, resolvedAtMs, closedAtMs, reopenCount } = ticket;
        return {
          row,
          ...{ source, category, isBeta, requester, channel, language, group },
          ...{ contact, platform, description, impact, urgency, reportedAtMs, stateSinceMs, remindAtMs },
          ...{ bounceCount, mergedInto, expertiseAtMs, spentMs },
          ...{ respondedAtMs, resolvedAtMs, closedAtMs, reopenCount },
          links: [...ticket.links],
          entitlement: { ...entitlementOf(ticket.tier) },
          events: events.timeline(id),
        };
      }),
  };
};
