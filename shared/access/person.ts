import type { Language } from '../i18n/language.ts';
import type { Policy } from '../sla/policy.ts';
import type { Level } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Role } from './actor.ts';

/** What is known of somebody who works with Vigie. */
export type PersonFacts = {
  /** What everything is recorded under; it stays as it was added. */
  readonly name: string;
  /** The operating-system account that this person works under; null: none of their own. */
  readonly account: string | null;
  readonly role: Role;
  readonly level: Level;
  readonly languages: readonly Language[];
  /** Working hours; null: the usual ones. Those of experts are kept with the coaching cell. */
  readonly week: Policy['business']['week'] | null;
  /** False: has left. */
  readonly isActive: boolean;
};

export type Person = PersonFacts & {
  readonly id: string;
  /** The number of its events. */
  readonly version: number;
};

export type PersonEvent =
  | { readonly kind: 'personAdded'; readonly personId: string; readonly facts: PersonFacts }
  /** Only what is otherwise than before. */
  | { readonly kind: 'personChanged'; readonly personId: string; readonly facts: Partial<Omit<PersonFacts, 'name'>> };

export type RecordedPersonEvent = PersonEvent & {
  readonly actor: string;
  readonly workstation: string;
  readonly atMs: InstantMs;
};

const applyPerson = (before: Person | undefined, event: PersonEvent): Person | undefined => {
  if (event.kind === 'personAdded') return { ...event.facts, id: event.personId, version: 1 };
  return before === undefined ? undefined : { ...before, ...event.facts, version: before.version + 1 };
};

/** Everybody whom the events tell of, by id. */
export const foldPeople = (events: Iterable<PersonEvent>): ReadonlyMap<string, Person> => {
  const people = new Map<string, Person>();
  for (const event of events) {
    const person = applyPerson(people.get(event.personId), event);
    if (person !== undefined) people.set(event.personId, person);
  }
  return people;
};

export const FACTS = [
  'name',
  'account',
  'role',
  'level',
  'languages',
  'week',
  'isActive',
] as const satisfies readonly (keyof PersonFacts)[];
export type PersonFact = (typeof FACTS)[number];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of some facts is otherwise than before; the name never is. */
export const changedFacts = (before: PersonFacts, after: PersonFacts): Partial<Omit<PersonFacts, 'name'>> =>
  Object.fromEntries(
    FACTS.filter((fact) => fact !== 'name' && !isSame(before[fact], after[fact])).map((fact) => [fact, after[fact]]),
  );

export type PersonChange<Fact extends PersonFact = PersonFact> = {
  readonly fact: Fact;
  readonly before: PersonFacts[Fact] | null;
  readonly after: PersonFacts[Fact];
};

/** What one event did, fact by fact; an addition tells all that it gave. */
export const personChanges = (before: Person | undefined, event: PersonEvent): PersonChange[] =>
  FACTS.flatMap((fact) => {
    const after = Reflect.get(event.facts, fact) as PersonFacts[PersonFact] | undefined;
    if (after === undefined || (after === null && before === undefined)) return [];
    return [{ fact, before: before?.[fact] ?? null, after }];
  });

/** Accounts and names differ by more than case. */
export const isSameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** The one who works under an account now. */
export const personOf = (people: Iterable<Person>, account: string): Person | null => {
  for (const person of people) {
    if (person.isActive && person.account !== null && isSameName(person.account, account)) return person;
  }
  return null;
};
