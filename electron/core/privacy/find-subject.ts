import type { ErasureTarget } from '../../../shared/ipc/privacy-calls.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { foldText } from '../../../shared/search/find-words.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Connection } from '../db/database.ts';
import { newSubject, tellingTexts, type Subject } from './subject.ts';

type Parts = {
  readonly connection: Connection;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
};

type Known = { readonly name: string | null; readonly email: string | null; readonly phone: string | null };

/** Whom an order is about. */
export const createSubjectFinder = ({ connection, book, customers }: Parts) => {
  const names = connection
    .prepare<[number], string | null>(
      `SELECT coalesce(payload ->> '$.name', payload ->> '$.facts.name') FROM event
       WHERE subject = 'customer' AND subject_id = ? AND kind IN ('customerAdded', 'customerEdited')`,
    )
    .pluck();
  const aliases = connection.prepare<[number], string>('SELECT name FROM customer_alias WHERE customer_id = ?').pluck();
  const saved = connection.prepare<[number], Known & { contactId: string }>(
    `SELECT payload ->> '$.contact.contactId' AS contactId, payload ->> '$.contact.name' AS name,
       payload ->> '$.contact.email' AS email, payload ->> '$.contact.phone' AS phone
     FROM event WHERE subject = 'customer' AND subject_id = ? AND kind = 'contactSaved'`,
  );
  const allIds = connection.prepare<[], number>('SELECT customer_id FROM customer').pluck();

  /** A name that was given up may be another customer's by now. */
  const isOthers = (name: string, ids: readonly number[]): boolean => {
    const present = customers.byName(name);
    return present !== undefined && !ids.includes(present.customerId);
  };

  const withMerged = (id: number): number[] => [id, ...customers.mergedInto(id).flatMap(withMerged)];

  const textsOf = (all: readonly Known[]): string[] =>
    tellingTexts(all.flatMap(({ name, email, phone }) => [name, email, phone]));

  const ofCustomer = (id: number): Subject => {
    const { mergedIntoId, sessions } = book.load(id);
    if (mergedIntoId !== null) {
      throw new VigieError('customer/merged-away', 'This customer is part of another one now: open that one.');
    }
    const ids = withMerged(id);
    const attendees = sessions.flatMap((session) => session.attendees.map((one) => ({ ...one, phone: null })));
    return newSubject({
      scope: 'customer',
      customerIds: new Set(ids),
      contactIds: new Set(),
      names: ids
        .flatMap((one) => [...names.all(one), ...aliases.all(one)])
        .filter((name): name is string => name !== null && !isOthers(name, ids)),
      people: textsOf([...ids.flatMap((one) => saved.all(one)), ...attendees]),
    });
  };

  /** All that was ever saved of contacts that a test lets through. */
  const ofContacts = (
    ids: readonly number[],
    isTheirs: (contact: Known & { contactId: string }) => boolean,
    also: readonly string[],
  ): Subject => {
    const all = ids.flatMap((id) => saved.all(id).map((contact) => ({ id, ...contact })));
    const contactIds = new Set(all.filter(isTheirs).map(({ contactId }) => contactId));
    const theirs = all.filter(({ contactId }) => contactIds.has(contactId));
    const people = tellingTexts([...also, ...theirs.flatMap(({ name, email, phone }) => [name, email, phone])]);
    if (people.length === 0) {
      throw new VigieError(
        'privacy/too-short',
        'One word alone fits too many people: name the person in full, or by a mail address or a telephone number.',
      );
    }
    return newSubject({
      ...{ scope: 'person', contactIds, names: [], people },
      customerIds: new Set(theirs.map(({ id }) => id)),
    });
  };

  return (target: ErasureTarget): Subject => {
    switch (target.kind) {
      case 'customer':
        return ofCustomer(target.id);
      case 'contact': {
        const { contactId } = target;
        if (!book.load(target.id).contacts.some((one) => one.contactId === contactId)) {
          throw new VigieError('privacy/contact-gone', 'This contact is not there any more. Look at the list.');
        }
        return ofContacts(withMerged(target.id), (one) => one.contactId === contactId, []);
      }
      case 'person': {
        const wanted = foldText(target.text.trim());
        const isWanted = (text: string | null): boolean => text !== null && foldText(text.trim()) === wanted;
        return ofContacts(
          allIds.all(),
          ({ name, email, phone }) => isWanted(name) || isWanted(email) || isWanted(phone),
          [target.text],
        );
      }
    }
  };
};
