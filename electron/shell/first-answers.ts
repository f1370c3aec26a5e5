import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { succeed, type Reply } from '../../shared/ipc/reply.ts';
import { makePrivateFolder } from '../core/backup/whole-file.ts';
import { writePrivate } from '../core/backup/write-private.ts';

/** What the window asks before its first picture. */
const FIRST_CALLS = ['app:get-state', 'clock:get-rules', 'queue:get-page', 'queue:get-counts'] as const;
export type FirstCall = (typeof FIRST_CALLS)[number];

type Answer = { readonly name: FirstCall; readonly input: unknown; readonly value: unknown };

type Kept = { readonly madeOf: string; readonly answers: readonly Answer[] };

type Facts = {
  readonly path: string;
  readonly databasePath: string;
  readonly preferencesPath: string;
  /** What else the answers depend on: versions, arguments, languages, the account. */
  readonly circumstances: readonly string[];
};

const isFirstCall = (name: unknown): name is FirstCall => FIRST_CALLS.some((one) => one === name);

const stamp = (path: string): string => {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  return facts === undefined ? 'none' : `${facts.ino} ${facts.size} ${facts.mtimeNs}`;
};

/** Everything that the answers were made of: where any of it differs, they are not those that would be given now. */
const madeOf = ({ databasePath, preferencesPath, circumstances }: Facts): string =>
  JSON.stringify([...circumstances, ...[databasePath, `${databasePath}-wal`, preferencesPath].map(stamp)]);

/** Read by hand: the window must not wait until the schemas are loaded. They were checked before they were kept; the file is the user's own. */
const take = (facts: Facts): readonly Answer[] => {
  try {
    const text = readFileSync(facts.path, 'utf8');
    // They are for one start: a Vigie that did not end by itself leaves none behind.
    rmSync(facts.path);
    const kept: Kept = JSON.parse(text);
    return kept.madeOf === madeOf(facts) ? kept.answers : [];
  } catch {
    return [];
  }
};

/**
 * The answers to what the window asks first, as they were when Vigie was last quit. As long as the database, the preferences and the
 * program are still the same, the first picture is drawn from them while the core starts; the window then asks the core itself.
 */
export const createFirstAnswers = (facts: Facts) => {
  const known = take(facts);
  const asked = new Map<FirstCall, unknown>();
  return {
    /** Whether there are any. */
    areKept: known.length > 0,
    /** What was kept of a call that is made for the first time; null where the core must be asked. */
    answer: (name: unknown, input: unknown): Reply<unknown> | null => {
      if (!isFirstCall(name) || asked.has(name)) return null;
      asked.set(name, input);
      const kept = known.find((one) => one.name === name && isDeepStrictEqual(one.input, input));
      return kept === undefined ? null : succeed(kept.value);
    },
    /**
     * Asks again what was asked first, for the next start; the result writes it down, which is done once the database is closed. An answer
     * that fails is not kept.
     */
    collect: async (ask: (name: FirstCall, input: unknown) => Promise<Reply<unknown>>): Promise<() => void> => {
      const before = madeOf(facts);
      const answers: Answer[] = [];
      for (const [name, input] of asked) {
        const reply = await ask(name, input);
        if (reply.ok) answers.push({ name, input, value: reply.value });
      }
      // Another process wrote meanwhile: some of it may be from before.
      if (madeOf(facts) !== before) return () => {};
      return () => {
        makePrivateFolder(dirname(facts.path));
        const kept: Kept = { madeOf: madeOf(facts), answers };
        // What stands in tickets is nobody else's to read.
        writePrivate(facts.path, JSON.stringify(kept));
      };
    },
  };
};

export type FirstAnswers = ReturnType<typeof createFirstAnswers>;
