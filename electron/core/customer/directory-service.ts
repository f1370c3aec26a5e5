import type { Customer } from '../../../shared/customer/customer.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { CustomerPage, CustomerRow } from '../../../shared/ipc/customer-schemas.ts';
import { monthAt } from '../../../shared/expertise/month.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { tierAt } from '../../../shared/customer/customer.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { toUuid, type EventRepo, type Recording } from '../ticket/event-repo.ts';
import type { PresentClock } from '../clock.ts';
import type { Database, Writer } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { CustomerBook } from './customer-book.ts';
import type { CustomerRepo } from './customer-repo.ts';
import { bestNamed } from './find-named.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly events: EventRepo;
  readonly tickets: TicketService;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly makeId: () => Uint8Array;
  readonly by: (caller: Caller) => Recording;
};

/** Most customers that one answer lists; more is narrowed by typing. */
const MOST_LISTED = 200;

const taken = (name: string): VigieError =>
  new VigieError('customer/name-taken', `${name} is another customer's name: choose another, or merge the two.`, {
    name,
  });

/** The directory of customers: their facts, their contacts, and which of them are one. */
export const createDirectoryService = (parts: Parts) => {
  const { database, book, customers, events, tickets, rules, clock, makeId, by } = parts;

  const toRow = (id: number, customer: Customer, openTickets: number): CustomerRow => {
    const nowMs = clock.nowMs();
    const ledger = book.ledger(customer);
    const month = ledger.months.find((one) => one.month === monthAt(book.zone, nowMs));
    const next = customer.tiers.find(({ atMs }) => atMs > nowMs);
    const pending = ledger.work.filter(({ overageState, reversed }) => reversed === null && overageState === 'pending');
    return {
      ...{ id, name: customer.name, openTickets },
      tier: tierAt(customer.tiers, nowMs),
      language: customer.language,
      platforms: [...customer.platforms],
      entitlement: book.entitlement(customer),
      chargedMin: month?.chargedMin ?? 0,
      pendingMin: pending.reduce((sum, { overageMin }) => sum + overageMin, 0),
      nextTier: next === undefined ? null : { tier: next.tier, atMs: next.atMs },
    };
  };

  const page = (id: number): CustomerPage => {
    const customer = book.load(id);
    const tookIn = customers.mergedInto(id).map((one) => book.load(one).name);
    const { site, note, mergedIntoId, version } = customer;
    return {
      row: toRow(id, customer, customers.openTickets(id)),
      ...{ site, note, mergedIntoId, version, tookIn },
      contacts: [...customer.contacts],
      tiers: [...customer.tiers],
      erasures: [...customer.erasures],
    };
  };

  /** Tells tickets of a customer the name that it bears from now on. */
  const renameTickets = (writer: Writer, ids: readonly number[], name: string, told: Recording): void => {
    for (const ticketId of ids) {
      const known = events.ofTicket(ticketId);
      if (tickets.foldNow(known.events).ticket.customer === name) continue;
      tickets.append(
        writer,
        ticketId,
        known,
        [{ atMs: clock.nowMs(), kind: 'edited', facts: { customer: name } }],
        told,
      );
    }
  };

  const add = ({ name, tier, sinceMs, ...facts }: Input<'customer:save'>, caller: Caller): number => {
    if (name === undefined || tier === undefined) {
      throw new VigieError('customer/incomplete', 'A new customer needs a name and a tier.');
    }
    if (!rules.policy.tiers.includes(tier)) {
      throw new VigieError('ticket/unknown-tier', `${tier} is no tier of the offer: choose one of the list.`, { tier });
    }
    if (customers.byName(name) !== undefined) throw taken(name);
    if (sinceMs != null && sinceMs > clock.nowMs()) {
      throw new VigieError('customer/since-when', 'The first tier began in the past: correct the instant.');
    }
    return database.write((writer) => {
      const told = by(caller);
      const id = book.add(writer, { kind: 'customerAdded', name, tier, sinceMs: sinceMs ?? null }, told);
      const { id: _id, ...others } = facts;
      if (Object.keys(others).length > 0) book.record(writer, id, { kind: 'customerEdited', facts: others }, told);
      return id;
    });
  };

  const edit = (
    id: number,
    { name, language, platforms, site, note }: Input<'customer:save'>,
    caller: Caller,
  ): void => {
    const before = book.load(id);
    const wanted = { name, language, platforms, site, note };
    const facts = Object.fromEntries(
      Object.entries(wanted).filter(
        ([key, value]) =>
          value !== undefined && JSON.stringify(value) !== JSON.stringify(before[key as keyof Customer]),
      ),
    );
    if (Object.keys(facts).length === 0) return;
    const other = name === undefined ? undefined : customers.byName(name);
    if (name !== undefined && other !== undefined && other.customerId !== id) throw taken(name);
    database.write((writer) => {
      const told = { ...by(caller), commandId: makeId() };
      book.record(writer, id, { kind: 'customerEdited', facts }, told);
      if (!('name' in facts) || name === undefined) return;
      customers.dropAlias(writer, name);
      customers.addAlias(writer, before.name, id);
      renameTickets(writer, customers.ticketsOf(id), name, told);
    });
  };

  const pair = ({ id, intoId }: Input<'customer:merge'>) => {
    if (id === intoId)
      throw new VigieError('customer/same', 'A customer cannot be merged into itself: choose another.');
    const [from, into] = [book.load(id), book.load(intoId)];
    if (from.mergedIntoId !== null || into.mergedIntoId !== null) {
      throw new VigieError(
        'customer/merged',
        'One of the two is part of another customer already: merge with that one.',
      );
    }
    return { from, into };
  };

  return {
    page,
    list: ({ text, tier }: Input<'customer:list'>): CallOutput<'customer:list'> =>
      database.read(() => {
        const all = customers.all().filter((row) => tier === null || row.tier === tier);
        const found = bestNamed(all, text);
        const rows = found.slice(0, MOST_LISTED).map((row) => toRow(row.id, book.load(row.id), row.openTickets));
        return { rows, total: found.length };
      }),
    save: (input: Input<'customer:save'>, caller: Caller): number => {
      if (input.id === null) return add(input, caller);
      edit(input.id, input, caller);
      return input.id;
    },
    saveContact: ({ id, contact }: Input<'customer:save-contact'>, caller: Caller): void => {
      book.load(id);
      const contactId = contact.contactId ?? toUuid(makeId());
      database.write((writer) =>
        book.record(writer, id, { kind: 'contactSaved', contact: { ...contact, contactId } }, by(caller)),
      );
    },
    removeContact: ({ id, contactId }: Input<'customer:remove-contact'>, caller: Caller): void => {
      if (!book.load(id).contacts.some((one) => one.contactId === contactId)) return;
      database.write((writer) => book.record(writer, id, { kind: 'contactRemoved', contactId }, by(caller)));
    },
    previewMerge: (order: Input<'customer:merge'>): CallOutput<'customer:preview-merge'> =>
      database.read(() => {
        const { from, into } = pair(order);
        const work = from.work.filter(({ reversed }) => reversed === null);
        return {
          tickets: customers.ticketsOf(order.id).length,
          workMin: work.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 60_000, 0),
          lots: from.lots.length,
          intoName: into.name,
        };
      }),
    /** The tickets, packs and work of the first are the second's from now on; its name leads to the second. */
    merge: ({ id, intoId }: Input<'customer:merge'>, caller: Caller): void => {
      const { from, into } = pair({ id, intoId });
      const told = { ...by(caller), commandId: makeId() };
      database.write((writer) => {
        const ids = customers.ticketsOf(id);
        book.sparingClosed(intoId, () => {
          book.record(writer, id, { kind: 'mergedInto', intoId }, told);
          book.record(writer, intoId, { kind: 'tookIn', customerId: id }, told);
        });
        customers.moveAliases(writer, id, intoId);
        customers.addAlias(writer, from.name, intoId);
        renameTickets(writer, ids, into.name, told);
        const nowMs = clock.nowMs();
        const tier = tierAt(into.tiers, nowMs);
        for (const ticketId of customers.notClosedOf(intoId)) {
          const known = events.ofTicket(ticketId);
          if (tickets.foldNow(known.events).ticket.tier === tier) continue;
          tickets.append(writer, ticketId, known, [{ atMs: nowMs, kind: 'tierChanged', tier }], told);
        }
      });
    },
  };
};

export type DirectoryService = ReturnType<typeof createDirectoryService>;
