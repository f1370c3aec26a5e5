import { refusalOfPerson } from '../../../shared/access/decide-person.ts';
import {
  changedFacts,
  foldPeople,
  personChanges,
  type Person,
  type PersonFacts,
} from '../../../shared/access/person.ts';
import type { PersonEntry, PersonInput } from '../../../shared/ipc/people-calls.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import { toPersonEvent, type AccessRepo } from './access-repo.ts';

type Parts = {
  readonly database: Database;
  readonly repo: AccessRepo;
  readonly by: (caller: Caller) => Recording;
  readonly makeId: () => string;
  /** The operating-system account of this workstation. */
  readonly account: string;
};

const toFacts = ({ week, languages, ...facts }: PersonInput): PersonFacts => ({
  ...facts,
  languages: [...new Set(languages)].sort(),
  week:
    week === null
      ? null
      : Object.fromEntries(Object.entries(week).filter(([, hours]) => hours !== undefined && hours.length > 0)),
});

/** People as their events tell them; the one place where something is recorded of them. */
export const createPeopleBook = ({ database, repo, by, makeId, account }: Parts) => {
  let folded: { readonly lastSeq: number; readonly people: readonly Person[] } = { lastSeq: 0, people: [] };

  /** By name. */
  const all = (): readonly Person[] => {
    const lastSeq = repo.lastOfPeople();
    if (lastSeq !== folded.lastSeq) {
      const people = [...foldPeople(repo.ofPeople().map(toPersonEvent)).values()];
      folded = { lastSeq, people: people.sort((a, b) => (a.name < b.name ? -1 : 1)) };
    }
    return folded.people;
  };

  const known = (id: string): Person => {
    const person = all().find((one) => one.id === id);
    if (person === undefined)
      throw new VigieError('people/unknown', 'This person is not in the list. Look at it again.');
    return person;
  };

  const check = (id: string, facts: PersonFacts): void => {
    const refusal = refusalOfPerson(all(), { id, facts }, account);
    if (refusal !== null) throw new VigieError(refusal.code, refusal.message, refusal.values);
  };

  return {
    account,
    all,
    /** Those of the Cloud Expertise cell who have not left. */
    experts: (): string[] =>
      all()
        .filter(({ role, isActive }) => role === 'expert' && isActive)
        .map(({ name }) => name),
    add: (facts: PersonFacts, recording: Recording): void =>
      database.write((writer) => {
        const personId = makeId();
        check(personId, facts);
        repo.addOfPerson(writer, { kind: 'personAdded', personId, facts }, recording);
        // Names that are offered come from here too.
        writer.touched();
      }),
    /** Whether anything was otherwise than before. */
    save: ({ id, expectedVersion, facts: input }: Input<'people:save'>, caller: Caller): boolean =>
      database.write((writer) => {
        const personId = id ?? makeId();
        const before = id === null ? null : known(id);
        const facts = { ...toFacts(input), ...(before === null ? {} : { name: before.name }) };
        if (before !== null && before.version !== expectedVersion) {
          throw new VigieError('people/changed', `${before.name} was changed meanwhile. Look again, then save.`, {
            name: before.name,
          });
        }
        check(personId, facts);
        const changes = before === null ? facts : changedFacts(before, facts);
        if (Object.keys(changes).length === 0) return false;
        const event =
          before === null
            ? ({ kind: 'personAdded', personId, facts } as const)
            : ({ kind: 'personChanged', personId, facts: changes } as const);
        repo.addOfPerson(writer, event, by(caller));
        writer.touched();
        return true;
      }),
    history: (id: string): PersonEntry[] => {
      known(id);
      const events = repo
        .ofPeople()
        .map(toPersonEvent)
        .filter(({ personId }) => personId === id);
      return events
        .map((event, i): PersonEntry => {
          const before = foldPeople(events.slice(0, i)).get(id);
          const { kind, actor, workstation, atMs } = event;
          return { kind, actor, workstation, atMs, changes: personChanges(before, event).map(toChange) };
        })
        .reverse();
    },
  };
};

type EntryChange = PersonEntry['changes'][number];

const toValue = (value: ReturnType<typeof personChanges>[number]['after'] | null): EntryChange['after'] => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return [...value];
  return Object.fromEntries(
    Object.entries(value).map(([day, hours]) => [
      day,
      hours.map(([open, close]: readonly [number, number]): [number, number] => [open, close]),
    ]),
  );
};

const toChange = ({ fact, before, after }: ReturnType<typeof personChanges>[number]): EntryChange => ({
  ...{ fact, before: toValue(before), after: toValue(after) },
});

export type PeopleBook = ReturnType<typeof createPeopleBook>;
