import { passphraseFault, waitAfter } from '../../../shared/access/passphrase.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Database } from '../db/database.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { AccessRepo } from './access-repo.ts';
import { isSecretOf, makeSecret } from './scrypt.ts';

type Parts = { readonly database: Database; readonly repo: AccessRepo };

const SENTENCES = {
  short: 'The passphrase is too short: 12 characters at least. Four words that do not belong together are good.',
  monotonous: 'The passphrase is of too few different characters.',
  edges: 'The passphrase begins or ends with a space: that gets lost. Leave it out.',
} as const;

/**
 * Keeps the passphrase that opens a lead's rights. Attempts wait for each other, so that none escapes the delay after a wrong one, which is
 * counted from what is recorded: a restart does not shorten it.
 */
export const createPassphraseKeeper = ({ database, repo }: Parts) => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(act, act);
    last = turn.catch(() => {});
    return turn;
  };

  const refuseEarly = (nowMs: number): void => {
    const { count, lastMs } = database.read(repo.refusals);
    const waitMs = waitAfter(count);
    // A clock that was set back makes nobody wait longer than the delay is.
    const leftMs = lastMs === null ? 0 : Math.min(waitMs, lastMs + waitMs - nowMs);
    if (leftMs <= 0) return;
    const seconds = Math.ceil(leftMs / 1_000);
    throw new VigieError(
      'access/wait',
      `After wrong passphrases nobody can try for ${seconds} s. Wait, then try again.`,
      {
        seconds,
      },
    );
  };

  /** Which passphrase it is; a wrong one is recorded, and refused with how long to wait. */
  const check = async (passphrase: string, recording: () => Recording): Promise<number> => {
    refuseEarly(recording().recordedAtMs);
    const kept = database.read(repo.secret);
    if (kept === null) {
      throw new VigieError('access/no-passphrase', "There is no lead's passphrase yet: set one under your name.");
    }
    if (await isSecretOf(passphrase, kept.secret)) return kept.seq;
    database.write((writer) => repo.addOfPassphrase(writer, 'leadRefused', null, recording()));
    const seconds = Math.ceil(waitAfter(database.read(repo.refusals).count) / 1_000);
    throw new VigieError('access/wrong-passphrase', `This is not the lead's passphrase. Try again in ${seconds} s.`, {
      seconds,
    });
  };

  return {
    seq: (): number | null => repo.secret()?.seq ?? null,
    unlock: (passphrase: string, recording: () => Recording): Promise<number> =>
      inTurn(async () => {
        const seq = await check(passphrase, recording);
        database.write((writer) => repo.addOfPassphrase(writer, 'leadUnlocked', null, recording()));
        return seq;
      }),
    /** The first one, or another in the place of `old`. */
    keep: (passphrase: string, old: string | null, recording: () => Recording): Promise<number> =>
      inTurn(async () => {
        const fault = passphraseFault(passphrase);
        if (fault !== null) throw new VigieError(`access/passphrase-${fault}`, SENTENCES[fault]);
        if (repo.secret() !== null) {
          if (old === null) {
            throw new VigieError(
              'access/passphrase-is-set',
              "A lead's passphrase was set meanwhile: unlock with that one.",
            );
          }
          await check(old, recording);
        }
        const secret = await makeSecret(passphrase);
        return database.write((writer) => {
          const kind = repo.secret() === null ? 'passphraseSet' : 'passphraseChanged';
          if (kind === 'passphraseChanged' && old === null) {
            throw new VigieError(
              'access/passphrase-is-set',
              "A lead's passphrase was set meanwhile: unlock with that one.",
            );
          }
          return repo.addOfPassphrase(writer, kind, secret, recording());
        });
      }),
    /** Takes it back: the next lead sets one. False where there was none. */
    reset: (recording: Recording): boolean =>
      database.write((writer) => {
        if (repo.secret() === null) return false;
        repo.addOfPassphrase(writer, 'passphraseReset', null, recording);
        return true;
      }),
  };
};
