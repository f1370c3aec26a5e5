import type { Zone } from '../../../shared/calendar/zone.ts';
import type { Customer } from '../../../shared/customer/customer.ts';
import { ledgerOf, type Ledger } from '../../../shared/expertise/ledger.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import type { PolicyBook } from '../policy/policy-book.ts';
import { createQueueRepo, type QueueRepo } from '../queue/queue-repo.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { Scheduler } from '../watch/scheduler.ts';
import { createFactsRepo, type FactsRepo } from './facts-repo.ts';
import { foldPast } from './past-source.ts';

/** Where a report is read: the present rows, or those of a past instant. */
export type ReportSource = {
  readonly asOfMs: InstantMs;
  readonly zone: Zone;
  readonly facts: FactsRepo;
  readonly queue: QueueRepo;
  /** Customers with their ledgers as of then. */
  readonly customers: () => Iterable<{ readonly customer: Customer; readonly ledger: Ledger }>;
};

type Parts = {
  readonly database: Database;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly policies: PolicyBook;
  readonly tickets: TicketService;
  readonly queue: QueueRepo;
  readonly clock: PresentClock;
  readonly scheduler: Scheduler;
  readonly onProgress: (done: number, total: number) => void;
};

/** Nobody asks the same past again after this long. */
const KEPT_MS = MINUTE_MS;
const AT_ONCE = 20;

/** Gives what reports are read from, and keeps the past that was asked for last. */
export const createReportSources = (parts: Parts) => {
  const { database, events, customers, book, policies, tickets, queue, clock, scheduler, onProgress } = parts;
  const facts = createFactsRepo(database.connection);
  const overdue = database.connection
    .prepare<[InstantMs], number>('SELECT EXISTS (SELECT 1 FROM ticket WHERE next_event_at_ms <= ?)')
    .pluck();
  type Past = { readonly atMs: InstantMs; readonly database: Database };
  let kept: Past | null = null;

  /** Calls off the end of what is kept. */
  let keepOn = (): void => {};

  const drop = (): void => {
    keepOn();
    kept?.database.close();
    kept = null;
  };

  /** From then on every row is kept with its facts. */
  let isFilled = false;

  /** Facts of tickets that were folded before there were reports. */
  function* fillMissing(): Generator<void> {
    if (isFilled) return;
    const ids = facts.missing();
    const nowMs = clock.nowMs();
    for (let done = 0; done < ids.length; done += AT_ONCE) {
      database.write((writer) => {
        for (const ticketId of ids.slice(done, done + AT_ONCE)) {
          const all = events.ofTicket(ticketId).events;
          const openedAtMs = all.find(({ kind }) => kind === 'opened')?.atMs ?? -Infinity;
          const folded = foldAsOf(all, policies.rules, Math.max(nowMs, openedAtMs));
          if (folded !== null) facts.keep(writer, ticketId, folded.facts());
        }
      });
      onProgress(Math.min(done + AT_ONCE, ids.length), ids.length);
      yield;
    }
    isFilled = true;
  }

  function* present(): Generator<void, ReportSource> {
    // What has happened by now is folded first, however much that is.
    while (overdue.get(clock.nowMs()) === 1) {
      tickets.catchUp();
      yield;
    }
    yield* fillMissing();
    const asOfMs = clock.nowMs();
    return {
      ...{ asOfMs, zone: book.zone, facts, queue },
      *customers() {
        for (const { id } of customers.all()) {
          const customer = book.load(id);
          yield { customer, ledger: book.ledger(customer, asOfMs) };
        }
      },
    };
  }

  // What was known at a past instant stays what it is, whatever is recorded later.
  function* past(atMs: InstantMs): Generator<void, ReportSource> {
    const rules = policies.asKnownAt(atMs);
    keepOn();
    if (kept?.atMs !== atMs) {
      drop();
      kept = { atMs, database: yield* foldPast({ events, rules, atMs, onProgress }) };
    }
    const { database: copy } = kept;
    return {
      ...{ asOfMs: atMs, zone: book.zone, facts: createFactsRepo(copy.connection), queue: createQueueRepo(copy) },
      *customers() {
        for (const customer of book.asKnownAt(atMs)) {
          yield { customer, ledger: ledgerOf(customer, book.ledgerRules(rules), atMs) };
        }
      },
    };
  }

  return {
    at: (atMs: InstantMs | null): Generator<void, ReportSource> => (atMs === null ? present() : past(atMs)),
    /** Nobody reads from a source any more: what is kept goes after a while. */
    leave: (): void => {
      keepOn();
      keepOn = kept === null ? () => {} : scheduler.after(KEPT_MS, drop);
    },
    close: drop,
  };
};

export type ReportSources = ReturnType<typeof createReportSources>;
