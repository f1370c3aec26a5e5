import type { CallInput, CallOutput } from '../../../shared/ipc/contract.ts';
import type { QueueCounts } from '../../../shared/ipc/schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import { createQueueCounts } from './queue-counts.ts';
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

  return {
    page: ({ filter, sort, offset, limit }: CallInput<'queue:get-page'>): CallOutput<'queue:get-page'> => {
      tickets.catchUp();
      const asOfMs = clock.nowMs();
      return database.read(() => ({
        asOfMs,
        total: counting.total(filter, asOfMs),
        offset,
        rows: queue.page(filter, sort, offset, limit, asOfMs),
      }));
    },
    counts: ({ filter }: CallInput<'queue:get-counts'>): QueueCounts =>
      database.read(() => counting.counts(filter, clock.nowMs())),
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
