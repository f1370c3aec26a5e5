import { personOf } from '../../../shared/access/person.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Handlers } from '../router.ts';
import { toUuid, type Recording } from '../ticket/event-repo.ts';
import { createAccessRepo } from './access-repo.ts';
import { createPassphraseKeeper } from './passphrase-keeper.ts';
import { createPeopleBook } from './people-book.ts';

type Parts = {
  readonly database: Database;
  readonly account: string;
  readonly makeId: () => Uint8Array;
  readonly by: (caller: Caller) => Recording;
  readonly onChanged: () => void;
};

type AccessCalls = Extract<keyof Handlers<'core'>, `access:${string}` | `people:${'list' | 'save' | 'get-history'}`>;

/** People and the lead's passphrase, composed: the answers to the calls. */
export const openAccess = ({ database, account, makeId, by, onChanged }: Parts) => {
  const repo = createAccessRepo(database.connection);
  const people = createPeopleBook({ database, repo, by, account, makeId: () => toUuid(makeId()) });
  const passphrase = createPassphraseKeeper({ database, repo });

  const list = (): CallOutput<'people:list'> => ({
    account,
    people: people.all().map(({ languages, week, ...person }) => ({
      ...person,
      languages: [...languages],
      week:
        week === null
          ? null
          : Object.fromEntries(
              Object.entries(week).map(([day, hours]) => [
                day,
                hours.map(([open, close]): [number, number] => [open, close]),
              ]),
            ),
    })),
  });

  const handlers: Pick<Handlers<'core'>, AccessCalls> = {
    'people:list': () => database.read(list),
    'people:save': (input, caller) => {
      if (people.save(input, caller)) onChanged();
      return database.read(list);
    },
    'people:get-history': ({ id }) => database.read(() => people.history(id)),
    'access:get-standing': () =>
      database.read(() => {
        const person = personOf(people.all(), account);
        return {
          person: person === null ? null : { name: person.name, role: person.role, level: person.level },
          passphraseSeq: passphrase.seq(),
        };
      }),
    'access:check-passphrase': async ({ passphrase: typed }, caller) => {
      try {
        return { passphraseSeq: await passphrase.unlock(typed, () => by(caller)) };
      } finally {
        onChanged();
      }
    },
    'access:keep-passphrase': async ({ passphrase: typed, old }, caller) => {
      try {
        return { passphraseSeq: await passphrase.keep(typed, old, () => by(caller)) };
      } finally {
        onChanged();
      }
    },
  };
  return { handlers, people, passphrase, repo };
};
