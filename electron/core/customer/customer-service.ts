import type { CustomerHit, PersonHit } from '../../../shared/ipc/desk-schemas.ts';
import type { PeopleBook } from '../access/people-book.ts';
import type { Database } from '../db/database.ts';
import type { CustomerBook } from './customer-book.ts';
import type { CustomerRepo } from './customer-repo.ts';
import { bestNamed } from './find-named.ts';

const MAX_HITS = 8;

/** Finds customers and people as somebody types. Names are few: they are kept until the next commit. */
export const createCustomerService = (
  database: Database,
  customers: CustomerRepo,
  book: CustomerBook,
  registry: PeopleBook,
) => {
  let version = '';
  let all: { customers: ReturnType<CustomerRepo['all']>; people: PersonHit[] } = { customers: [], people: [] };
  /** Those who have tickets, and those of the registry who are there. */
  const people = (): PersonHit[] => {
    const busy = customers.people();
    const names = new Set(busy.map(({ name }) => name));
    const others = registry.all().filter(({ name, isActive }) => isActive && !names.has(name));
    return [...busy, ...others.map(({ name }) => ({ name, openTickets: 0 }))];
  };
  const known = () => {
    const current = database.dataVersion();
    if (current !== version) all = database.read(() => ({ customers: customers.all(), people: people() }));
    version = current;
    return all;
  };
  return {
    find: (text: string): CustomerHit[] =>
      bestNamed(known().customers, text)
        .slice(0, MAX_HITS)
        .map((row) => ({ ...row, entitlement: book.entitlement(book.load(row.id)) })),
    people: (text: string): PersonHit[] => bestNamed(known().people, text).slice(0, MAX_HITS),
  };
};

export type CustomerService = ReturnType<typeof createCustomerService>;
