import type { Rules } from '../../../shared/sla/policy.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { silentLog } from '../log.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import { createTicketRepo } from '../ticket/ticket-repo.ts';

type Parts = {
  readonly events: EventRepo;
  /** As they were known then. */
  readonly rules: Rules;
  readonly atMs: InstantMs;
  readonly onProgress: (done: number, total: number) => void;
};

/** Tickets folded between two looks at the clock. */
const AT_ONCE = 20;

/**
 * Folds every ticket into a database in memory as it was known at an instant: of what happened by then, what was recorded by then (decision 0014).
 * Yields after every few tickets.
 */
export function* foldPast({ events, rules, atMs, onProgress }: Parts): Generator<void, Database> {
  const copy = openDatabase({ path: ':memory:', log: silentLog, onCommit: () => {} });
  let isWhole = false;
  try {
    const rows = createTicketRepo(copy.connection);
    const addCustomer = copy.connection.prepare("INSERT INTO customer (name, tier) VALUES (?, '')");
    const customers = new Map<string, number>();
    const customerOf = (name: string): number => {
      const held = customers.get(name) ?? Number(addCustomer.run(name).lastInsertRowid);
      customers.set(name, held);
      return held;
    };
    const ids = events.ticketsKnownAt(atMs);
    for (let done = 0; done < ids.length; done += AT_ONCE) {
      copy.write((writer) => {
        for (const ticketId of ids.slice(done, done + AT_ONCE)) {
          const { events: all, version } = events.ofTicketAsKnown(ticketId, atMs);
          const folded = foldAsOf(all, rules, atMs);
          if (folded === null) continue;
          rows.add(writer, folded, { customerId: customerOf(folded.ticket.customer), version }, ticketId);
        }
      });
      onProgress(Math.min(done + AT_ONCE, ids.length), ids.length);
      yield;
    }
    isWhole = true;
    return copy;
  } finally {
    if (!isWhole) copy.close();
  }
}
