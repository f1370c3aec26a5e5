import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

/** What a passphrase is checked against, with the parameters that it was made by. */
export type Secret = {
  readonly scheme: 'scrypt';
  readonly n: number;
  readonly r: number;
  readonly p: number;
  /** Base64. */
  readonly salt: string;
  readonly hash: string;
};

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** 128 MiB and a few tenths of a second for each guess: the first choice of OWASP's Password Storage Cheat Sheet. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;
/** What is kept is not trusted beyond this. */
const MOST_N = 2 ** 20;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

const hashOf = (passphrase: string, salt: Buffer, { n, r, p }: Pick<Secret, 'n' | 'r' | 'p'>): Promise<Buffer> =>
  // The same letters typed on another keyboard are the same passphrase.
  derive(passphrase.normalize('NFKC'), salt, HASH_BYTES, { N: n, r, p, maxmem: 256 * Math.min(n, MOST_N) * r });

/** Off the thread that asks: the queue is answered meanwhile. */
export const makeSecret = async (passphrase: string): Promise<Secret> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashOf(passphrase, salt, COST);
  return { scheme: 'scrypt', ...COST, salt: salt.toString('base64'), hash: hash.toString('base64') };
};

/** Takes as long whatever is wrong. */
export const isSecretOf = async (passphrase: string, { salt, hash, ...cost }: Secret): Promise<boolean> => {
  const kept = Buffer.from(hash, 'base64');
  const tried = await hashOf(passphrase, Buffer.from(salt, 'base64'), cost);
  return kept.length === tried.length && timingSafeEqual(kept, tried);
};
