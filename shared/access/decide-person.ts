import type { FailureValues } from '../ipc/reply.ts';
import { isSameName, personOf, type Person, type PersonFacts } from './person.ts';

type Refusal = { readonly code: string; readonly message: string; readonly values?: FailureValues };

type Saved = { readonly id: string; readonly facts: PersonFacts };

const isLeadWithAccount = ({ isActive, role, account }: PersonFacts): boolean =>
  isActive && role === 'lead' && account !== null;

/**
 * Why somebody cannot be added or changed so; null where they can. `account` is the one that this workstation runs under: what it is made
 * must leave somebody who can be a lead.
 */
export const refusalOfPerson = (people: readonly Person[], { id, facts }: Saved, account: string): Refusal | null => {
  const others = people.filter((person) => person.id !== id);
  const namesake = others.find(({ name }) => isSameName(name, facts.name));
  if (namesake !== undefined) {
    const message = `${namesake.name} is in the list already: change that entry, or give another name.`;
    return { code: 'people/name-taken', message, values: { name: namesake.name } };
  }
  const holder = facts.account === null || !facts.isActive ? null : personOf(others, facts.account);
  if (holder !== null) {
    const values = { name: holder.name, account: facts.account ?? '' };
    const message = `The account ${values.account} is that of ${holder.name}: one account is one person.`;
    return { code: 'people/account-taken', message, values };
  }
  const here = personOf([...others, { ...facts, id, version: 1 }], account);
  if (here === null || here.role === 'lead' || others.some(isLeadWithAccount)) return null;
  return {
    code: 'people/no-lead-left',
    message: `Nobody could be a lead here any more: ${here.name} works under this computer’s account. Add a lead with an account of their own first.`,
    values: { name: here.name },
  };
};
