import type { CustomerLine } from './customer-line.ts';
import type { TierId } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Contact, CustomerEvent, CustomerFacts } from './customer-event.ts';

/** What lists told of a customer before; what people did with it since is not in here. */
export type Listed = {
  readonly tiers: readonly { readonly tier: TierId; readonly sinceMs: InstantMs | null }[];
  readonly facts: Partial<CustomerFacts>;
  /** Removed ones too. */
  readonly contacts: readonly Contact[];
};

export const NOTHING_LISTED: Listed = { tiers: [], facts: {}, contacts: [] };

/** Of a contact that a list saved, what stood there before was not the list's to tell. */
const toldOf = (saved: Contact, before: Contact | undefined, told: Contact | undefined): Contact => {
  if (before === undefined || told === undefined) return saved;
  return {
    ...told,
    ...(saved.name === before.name ? {} : { name: saved.name }),
    ...(saved.role === before.role ? {} : { role: saved.role }),
    ...(saved.email === before.email ? {} : { email: saved.email }),
    ...(saved.phone === before.phone ? {} : { phone: saved.phone }),
  };
};

/** From a customer's events, in the order of recording. */
export const listedOf = (events: readonly CustomerEvent[]): Listed => {
  const tiers: { tier: TierId; sinceMs: InstantMs | null }[] = [];
  let facts: Partial<CustomerFacts> = {};
  const saved = new Map<string, Contact>();
  const told = new Map<string, Contact>();
  for (const event of events) {
    if (event.kind === 'contactSaved') {
      const { contact } = event;
      const { contactId } = contact;
      if (event.isListed === true) told.set(contactId, toldOf(contact, saved.get(contactId), told.get(contactId)));
      saved.set(contactId, contact);
    } else if (event.kind === 'customerAdded' && event.isListed === true) {
      tiers.push({ tier: event.tier, sinceMs: event.sinceMs });
    } else if (event.kind === 'tierImported' && event.isListed === true) {
      tiers.push({ tier: event.tier, sinceMs: event.atMs });
    } else if (event.kind === 'customerEdited' && event.isListed === true) facts = { ...facts, ...event.facts };
  }
  return { tiers, facts, contacts: [...told.values()] };
};

/** Where a decision about a list tells what it did not take, or took with a doubt. */
export type Report = {
  readonly error: (line: CustomerLine, reason: string) => void;
  readonly warn: (line: CustomerLine, reason: string) => void;
};
