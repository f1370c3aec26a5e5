import { MINUTE_MS, SECOND_MS } from '../time/instant.ts';

/** Characters; a few words are longer. */
export const PASSPHRASE_MIN = 12;
export const PASSPHRASE_MAX = 200;
/** Minutes without use after which a lead's rights lock by themselves; a shift by default. */
export const LOCK_AFTER_MIN = [15, 60, 240, 480] as const;
const DISTINCT_MIN = 5;

export type PassphraseFault = 'short' | 'monotonous' | 'edges';

/** Why a passphrase is not taken; null where it is. */
export const passphraseFault = (passphrase: string): PassphraseFault | null => {
  if (passphrase !== passphrase.trim()) return 'edges';
  const signs = [...passphrase];
  if (signs.length < PASSPHRASE_MIN) return 'short';
  return new Set(signs).size < DISTINCT_MIN ? 'monotonous' : null;
};

const WORD_BITS = 11;
const POOLS: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\d/, 10],
  [/[^\p{L}\d]/u, 20],
];

/** Signs that neither repeat the one before nor go on from it by one (aaa, 1234, dcba). */
const freeSigns = (signs: readonly string[]): number =>
  signs.filter((sign, i) => {
    const step = (sign.codePointAt(0) ?? 0) - (signs[i - 1]?.codePointAt(0) ?? -9);
    return i === 0 || Math.abs(step) > 1;
  }).length;

export type Strength = 'weak' | 'fair' | 'good';

/**
 * How long somebody who has a copy of the file would guess, roughly: as signs out of their kinds, or as words out of two thousand where that
 * is fewer. What is a known saying, a name or a date is weaker than this can know.
 */
export const strengthOf = (passphrase: string): Strength => {
  const signs = [...passphrase];
  const pool = POOLS.reduce((sum, [kind, size]) => (kind.test(passphrase) ? sum + size : sum), 0);
  const bySigns = freeSigns(signs) * Math.log2(Math.max(2, pool));
  const words = passphrase.split(/[\s\-_.,;:!?']+/u).filter((word) => /^\p{L}+$/u.test(word));
  const rest = signs.length - words.reduce((sum, word) => sum + word.length, 0);
  const byWords = words.length === 0 ? Infinity : new Set(words).size * WORD_BITS + rest;
  const bits = Math.min(bySigns, byWords);
  if (bits < 40) return 'weak';
  return bits < 56 ? 'fair' : 'good';
};

const LONGEST_WAIT_MS = 5 * MINUTE_MS;

/** How long nobody may try again after so many wrong passphrases in a row: a second, and twice as long each time. */
export const waitAfter = (refusals: number): number =>
  refusals === 0 ? 0 : Math.min(LONGEST_WAIT_MS, SECOND_MS * 2 ** Math.min(20, refusals - 1));
