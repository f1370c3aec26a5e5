import { foldName } from '../import/columns.ts';
import type { Contact, CustomerEvent, CustomerFacts } from './customer-event.ts';
import type { CustomerLine, ToldContact } from './customer-line.ts';
import type { Listed, Report } from './listed.ts';

/** What lines tell of a customer that is not known so, and that no list told before; of two, the first counts. */
export const decideFacts = (
  known: Partial<CustomerFacts>,
  listed: Listed['facts'],
  lines: readonly CustomerLine[],
  { warn }: Report,
): CustomerEvent[] => {
  /** The line that tells something else than what is known. */
  const teller = (field: 'language' | 'platforms' | 'site' | 'note'): CustomerLine | undefined => {
    const [first, ...others] = lines.filter((line) => line[field] !== null);
    if (first === undefined) return undefined;
    const text = JSON.stringify(first[field]);
    for (const line of others.filter((one) => JSON.stringify(one[field]) !== text)) {
      warn(line, `says another ${field} of ${line.name} than line ${first.line}, which was taken`);
    }
    return [known[field], listed[field]].some((one) => JSON.stringify(one) === text) ? undefined : first;
  };
  const language = teller('language')?.language ?? null;
  const platforms = teller('platforms')?.platforms ?? null;
  const site = teller('site')?.site ?? null;
  const note = teller('note')?.note ?? null;
  const facts: Partial<CustomerFacts> = {
    ...(language === null ? {} : { language }),
    ...(platforms === null ? {} : { platforms }),
    ...(site === null ? {} : { site }),
    ...(note === null ? {} : { note }),
  };
  return Object.keys(facts).length === 0 ? [] : [{ kind: 'customerEdited', facts, isListed: true }];
};

const isSame = (contact: Contact, told: ToldContact): boolean =>
  foldName(contact.name) === foldName(told.name) ||
  (told.email !== null && contact.email?.toLowerCase() === told.email.toLowerCase());

/** Contacts that lines tell and that are not known so; one that was removed by hand stays removed. */
export const decideContacts = (
  known: readonly Contact[],
  listed: Listed['contacts'],
  lines: readonly CustomerLine[],
  newId: () => string,
  { warn }: Report,
): CustomerEvent[] => {
  const contacts = [...known];
  const saved = new Map<string, Contact>();
  for (const line of lines) {
    const { contact: told } = line;
    if (told === null) continue;
    const before = listed.find((contact) => isSame(contact, told));
    const news = {
      ...(told.name === before?.name ? {} : { name: told.name }),
      ...(told.role === null || told.role === before?.role ? {} : { role: told.role }),
      ...(told.email === null || told.email === before?.email ? {} : { email: told.email }),
      ...(told.phone === null || told.phone === before?.phone ? {} : { phone: told.phone }),
    };
    if (Object.keys(news).length === 0) continue;
    const at = contacts.findIndex((contact) =>
      before === undefined ? isSame(contact, told) : contact.contactId === before.contactId,
    );
    if (before !== undefined && at < 0) {
      warn(line, `tells something new of contact ${told.name} of ${line.name}, which was removed; left out`);
      continue;
    }
    const held: Contact = contacts[at] ?? {
      contactId: newId(),
      name: told.name,
      role: 'other',
      email: null,
      phone: null,
      language: null,
    };
    const contact: Contact = { ...held, ...news };
    if (at >= 0 && JSON.stringify(contact) === JSON.stringify(held)) continue;
    if (at >= 0) contacts[at] = contact;
    else contacts.push(contact);
    saved.set(contact.contactId, contact);
  }
  return [...saved.values()].map((contact) => ({ kind: 'contactSaved', contact, isListed: true }));
};
