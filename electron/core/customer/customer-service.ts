import type { CustomerHit, PersonHit } from '../../../shared/ipc/desk-schemas.ts';
import { foldText } from '../../../shared/search/find-words.ts';
import { entitlementOf } from '../../../shared/tier/entitlement.ts';
import type { Database } from '../db/database.ts';
import type { CustomerRepo } from './customer-repo.ts';

const MAX_HITS = 8;

/** How well a name fits what was typed: 0 begins with it, 1 has a word that does, 2 contains it; null does not. */
const fit = (name: string, typed: string): number | null => {
  const at = name.indexOf(typed);
  if (at < 0) return null;
  if (at === 0) return 0;
  return name.includes(` ${typed}`) ? 1 : 2;
};

type Named = { readonly name: string; readonly openTickets: number };

const best = <Row extends Named>(rows: readonly Row[], typed: string): Row[] => {
  const wanted = foldText(typed.trim());
  return rows
    .map((row) => ({ row, rank: fit(foldText(row.name), wanted) }))
    .filter((hit): hit is { row: Row; rank: number } => hit.rank !== null)
    .sort((a, b) => a.rank - b.rank || b.row.openTickets - a.row.openTickets || (a.row.name < b.row.name ? -1 : 1))
    .slice(0, MAX_HITS)
    .map(({ row }) => row);
};

/** Finds customers and people as somebody types. Names are few: they are kept until the next commit. */
export const createCustomerService = (database: Database, customers: CustomerRepo) => {
  let version = '';
  let all: { customers: ReturnType<CustomerRepo['all']>; people: PersonHit[] } = { customers: [], people: [] };
  const known = () => {
    const current = database.dataVersion();
    if (current !== version) all = database.read(() => ({ customers: customers.all(), people: customers.people() }));
    version = current;
    return all;
  };
  /** Nothing is logged against a package before the ledger is there, so what the month grants is what is left. */
  const hoursLeft = (tier: string): number | null => {
    const { expertAccess, monthlyMinutes } = entitlementOf(tier);
    return expertAccess === 'firstThreeMonths' ? null : monthlyMinutes;
  };
  return {
    find: (text: string): CustomerHit[] =>
      best(known().customers, text).map((row) => ({ ...row, hoursLeftMin: hoursLeft(row.tier) })),
    people: (text: string): PersonHit[] => best(known().people, text),
  };
};
