import { setImmediate as later } from 'node:timers/promises';
import type { CustomerLine } from '../../../shared/customer/customer-line.ts';
import { tierAt } from '../../../shared/customer/customer.ts';
import { decideCustomers, type CustomerDecision } from '../../../shared/customer/decide-customers.ts';
import type { LineIssue } from '../../../shared/import/imported-ticket.ts';
import { listedOf } from '../../../shared/customer/listed.ts';
import type { CustomerImportReport } from '../../../shared/ipc/customer-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { formatInstant, type InstantMs } from '../../../shared/time/instant.ts';
import { offsetAt } from '../../../shared/calendar/zone.ts';
import type { PresentClock } from '../clock.ts';
import type { Database, Writer } from '../db/database.ts';
import { createCustomerLog } from '../import/customer-log.ts';
import { createToldRedaction } from '../privacy/told-redaction.ts';
import { createIssueList } from '../import/issue-list.ts';
import { toUuid, type EventRepo, type Recording } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import { collectCustomers } from './collect-customers.ts';
import type { CustomerBook } from './customer-book.ts';
import type { CustomerRepo } from './customer-repo.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly events: EventRepo;
  readonly tickets: TicketService;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly makeId: () => Uint8Array;
};

/** Ends a write that only looked at what would come of it. */
class OnlyLooked extends Error {}

/** Imports lists of customers: read, decided, and written customer by customer, so that one that is refused costs itself alone. */
export const createCustomerImportService = (parts: Parts) => {
  const { database, book, customers, events, tickets, rules, clock, makeId } = parts;
  const log = createCustomerLog(database.connection);

  /** Tells open tickets of a customer the tier that it has now; how many had another. */
  const retell = (writer: Writer, customerId: number, by: Recording): number => {
    const nowMs = clock.nowMs();
    const tier = tierAt(book.load(customerId).tiers, nowMs);
    let told = 0;
    for (const ticketId of customers.notClosedOf(customerId)) {
      const known = events.ofTicket(ticketId);
      if (tickets.foldNow(known.events).ticket.tier === tier) continue;
      tickets.append(writer, ticketId, known, [{ atMs: nowMs, kind: 'tierChanged', tier }], by);
      told++;
    }
    return told;
  };

  /** Records one customer; gives how many tickets follow it. */
  const take = (writer: Writer, { customerId, events: decided }: CustomerDecision, by: Recording): number => {
    let id = customerId;
    for (const event of decided) {
      if (event.kind === 'customerAdded') id = book.add(writer, event, by);
      else if (id !== null) book.record(writer, id, event, by);
    }
    const isTierTold = decided.some(({ kind }) => kind === 'tierImported');
    return id !== null && isTierTold ? retell(writer, id, by) : 0;
  };

  /** How many tickets follow it, or why it is refused: it would change a closed month. */
  const attempt = (decision: CustomerDecision, by: Recording, isDryRun: boolean): number | VigieError => {
    let told = 0;
    try {
      database.write((writer) => {
        told = take(writer, decision, by);
        if (isDryRun) throw new OnlyLooked();
      });
    } catch (error) {
      if (error instanceof VigieError && error.code === 'ledger/month-closed') return error;
      if (!(error instanceof OnlyLooked)) throw error;
    }
    return told;
  };

  const redaction = createToldRedaction(database.connection, (name) => customers.byName(name) !== undefined);

  /** Nobody comes back by a list: a customer that was erased is added by hand if it is one again. */
  const withoutErased = (
    lines: readonly CustomerLine[],
    onError: (issue: LineIssue) => void,
    onWarning: (issue: LineIssue) => void,
  ): readonly CustomerLine[] => {
    if (!redaction.isNeeded()) return lines;
    return lines.flatMap((line) => {
      const { file, line: number, name, contact } = line;
      if (redaction.pseudonymOf(name) !== undefined) {
        onError({ file, line: number, reason: 'is of a customer that was erased: add it by hand if it is one again' });
        return [];
      }
      const texts = contact === null ? [] : [contact.name, contact.email, contact.phone];
      if (!texts.some((text) => text !== null && redaction.isErasedPerson(text))) return [line];
      onWarning({ file, line: number, reason: 'names a person who was erased: the contact was not taken' });
      return [{ ...line, contact: null }];
    });
  };

  const dateText = (ms: InstantMs): string => formatInstant(ms + offsetAt(book.zone, ms)).slice(0, 10);

  return {
    /** Imports, or says what importing would do. */
    run: async (paths: readonly string[], by: Recording, isDryRun: boolean): Promise<CustomerImportReport> => {
      const errors = createIssueList();
      const warnings = createIssueList();
      const { lines, rows } = await collectCustomers(paths, {
        ...{ tiers: rules.policy.tiers, zone: book.zone, nowMs: clock.nowMs() },
        ...{ onError: errors.add, onWarning: warnings.add },
      });
      const told = database.read(() => withoutErased(lines, errors.add, warnings.add));
      const decided = database.read(() =>
        decideCustomers(
          {
            find: (name) => {
              const row = customers.byName(name);
              if (row === undefined) return undefined;
              const { customerId: id } = row;
              return {
                ...{ id, customer: book.load(id), listed: listedOf(log.eventsOf(id)) },
                isDuplicate: row.name !== name && !log.bore(id, name),
              };
            },
            names: customers.all().map(({ name }) => name),
          },
          told,
          { nowMs: clock.nowMs(), newId: () => toUuid(makeId()), dateText },
        ),
      );
      for (const issue of decided.errors) errors.add(issue);
      for (const issue of decided.warnings) warnings.add(issue);
      const counts = { new: 0, changed: 0, unchanged: 0 };
      let followers = 0;
      for (const decision of decided.decisions) {
        const { customerId, name, file, line } = decision;
        if (decision.events.length === 0) {
          counts.unchanged++;
          continue;
        }
        const result = attempt(decision, by, isDryRun);
        if (result instanceof VigieError) {
          errors.add({ file, line, reason: `was not taken, nor other lines of ${name}: ${result.message}` });
          continue;
        }
        followers += result;
        counts[customerId === null ? 'new' : 'changed']++;
        await later();
      }
      return {
        ...{ rows, customers: counts, tickets: followers },
        ...{ errors: errors.kept(), warnings: warnings.kept() },
        ...{ errorCount: errors.count(), warningCount: warnings.count() },
      };
    },
  };
};

export type CustomerImportService = ReturnType<typeof createCustomerImportService>;
