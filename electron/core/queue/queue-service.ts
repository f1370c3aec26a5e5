import type { CallInput, CallOutput } from '../../../shared/ipc/contract.ts';
import { QUEUE_VIEWS, type QueueCounts, type QueueFilter } from '../../../shared/ipc/schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { TICKET_STATES } from '../../../shared/ticket/ticket.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { QueueRepo } from './queue-repo.ts';

type Parts = {
  readonly database: Database;
  readonly queue: QueueRepo;
  readonly events: EventRepo;
  readonly tickets: TicketService;
  readonly clock: PresentClock;
};

/** Totals that no passing of time changes are kept until the next commit. */
const createTotals = (database: Database) => {
  const totals = new Map<string, number>();
  let version = '';
  return (filter: QueueFilter, count: () => number): number => {
    if (filter.view === 'breached' || filter.view === 'atRisk') return count();
    const current = database.dataVersion();
    if (current !== version || totals.size > 500) totals.clear();
    version = current;
    const key = JSON.stringify(filter);
    const known = totals.get(key);
    if (known !== undefined) return known;
    const total = count();
    totals.set(key, total);
    return total;
  };
};

/** What the queue screen asks. */
export const createQueueService = ({ database, queue, events, tickets, clock }: Parts) => {
  const totals = createTotals(database);
  const total = (filter: QueueFilter, nowMs: number): number => totals(filter, () => queue.count(filter, nowMs));

  const counts = (filter: QueueFilter, nowMs: number): QueueCounts => {
    const views = Object.fromEntries(QUEUE_VIEWS.map((view) => [view, total({ ...filter, view }, nowMs)]));
    const byState = new Map(
      queue.countsBy('state', { ...filter, states: [] }, nowMs).map(({ value, count }) => [value, count]),
    );
    return {
      views: views as QueueCounts['views'],
      states: Object.fromEntries(
        TICKET_STATES.map((state) => [state, byState.get(state) ?? 0]),
      ) as QueueCounts['states'],
      tiers: queue
        .countsBy('tier', { ...filter, tiers: [] }, nowMs)
        .map(({ value, count }) => ({ tier: value ?? '', count })),
      assignees: queue
        .countsBy('assignee', { ...filter, assignees: [] }, nowMs)
        .map(({ value, count }) => ({ assignee: value, count })),
      hasSamples: queue.hasSamples(),
    };
  };

  return {
    page: ({ filter, sort, offset, limit }: CallInput<'queue:get-page'>): CallOutput<'queue:get-page'> => {
      tickets.catchUp();
      const asOfMs = clock.nowMs();
      return database.read(() => ({
        asOfMs,
        total: total(filter, asOfMs),
        offset,
        rows: queue.page(filter, sort, offset, limit, asOfMs),
      }));
    },
    counts: ({ filter }: CallInput<'queue:get-counts'>): QueueCounts =>
      database.read(() => counts(filter, clock.nowMs())),
    position: ({ filter, sort, id }: CallInput<'queue:find-position'>): CallOutput<'queue:find-position'> =>
      database.read(() => ({ position: queue.position(filter, sort, id, clock.nowMs()) })),
    detail: ({ id }: CallInput<'ticket:get-detail'>): CallOutput<'ticket:get-detail'> =>
      database.read(() => {
        const row = queue.row(id);
        const facts = queue.facts(id);
        if (row === null || facts === null) {
          throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
        }
        return { row, ...facts, isBeta: facts.isBeta === 1, events: events.timeline(id) };
      }),
  };
};
