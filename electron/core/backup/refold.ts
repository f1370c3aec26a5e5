import type { Rules } from '../../../shared/sla/policy.ts';
import { createCustomerBook } from '../customer/customer-book.ts';
import { createCustomerRepo } from '../customer/customer-repo.ts';
import type { PresentClock } from '../clock.ts';
import type { Database, Writer } from '../db/database.ts';
import { createPolicyBook } from '../policy/policy-book.ts';
import { createEventRepo, type TicketLog } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import { createTicketRepo } from '../ticket/ticket-repo.ts';
import type { Progress, Steps } from './steps.ts';

/** A customer or a ticket whose events come to nothing that can be kept. */
export type Unfoldable = { readonly table: 'customer' | 'ticket'; readonly id: number; readonly reason: string };

const EVERY = 100;

const noId = (): never => {
  throw new Error('a fold records nothing');
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Makes every folded row from the log, in a database whose folded tables are empty. What cannot be folded is told and left out. One
 * transaction: left before its end, nothing of it stays.
 */
export const refold = (database: Database, clock: PresentClock): Steps<readonly Unfoldable[]> => {
  const { connection } = database;
  const events = createEventRepo(connection, noId);
  const customers = createCustomerRepo(connection);
  const tickets = createTicketRepo(connection);
  const faults: Unfoldable[] = [];

  const countOf = (subject: string): number =>
    Number(connection.prepare('SELECT count(DISTINCT subject_id) FROM event WHERE subject = ?').pluck().get(subject));

  function* foldCustomers(writer: Writer, rules: Rules): Steps<void> {
    const book = createCustomerBook({ database, events, customers, rules, clock });
    const ids = connection
      .prepare<[], number>(`SELECT DISTINCT subject_id FROM event WHERE subject = 'customer' ORDER BY subject_id`)
      .pluck()
      .all();
    const place = connection.prepare('INSERT INTO customer (customer_id, name, tier) VALUES (?, ?, ?)');
    // Each has a row before any refers to another; no customer is called so.
    for (const id of ids) place.run(id, `\u0001${id}`, '');
    for (const [done, id] of ids.entries()) {
      try {
        connection.exec('SAVEPOINT one');
        book.rebuild(writer, id);
      } catch (error) {
        connection.exec('ROLLBACK TO one');
        faults.push({ table: 'customer', id, reason: reasonOf(error) });
      }
      connection.exec('RELEASE one');
      if (done % EVERY === 0) yield { phase: 'customers', done, total: ids.length };
    }
  }

  const foldTicket = (writer: Writer, rules: Rules, ticketId: number, { events: all, version }: TicketLog): void => {
    const openedAtMs = all.find(({ kind }) => kind === 'opened')?.atMs;
    // One whose opening was undone is in no list.
    if (openedAtMs === undefined) return;
    const folded = foldAsOf(all, rules, Math.max(clock.nowMs(), openedAtMs));
    if (folded === null) throw new Error('its events come to no ticket');
    const customer = customers.byName(folded.ticket.customer);
    if (customer === undefined) throw new Error('its customer is not in the log');
    tickets.add(writer, folded, { customerId: customer.customerId, version }, ticketId);
  };

  function* foldTickets(writer: Writer, rules: Rules): Steps<void> {
    const total = countOf('ticket');
    let done = 0;
    for (let last = -1; ;) {
      const ids = events.ticketsAfter(last, EVERY);
      for (const id of ids) {
        try {
          foldTicket(writer, rules, id, events.ofTicket(id));
        } catch (error) {
          faults.push({ table: 'ticket', id, reason: reasonOf(error) });
        }
      }
      last = ids.at(-1) ?? last;
      done += ids.length;
      if (ids.length < EVERY) return;
      yield { phase: 'tickets', done, total };
    }
  }

  return database.fill<Progress, readonly Unfoldable[]>(function* (writer) {
    const { rules } = createPolicyBook(database, clock);
    yield* foldCustomers(writer, rules);
    yield* foldTickets(writer, rules);
    return faults;
  });
};
