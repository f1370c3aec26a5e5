/** What stands where a personal text was. The same in every language, found by no search, and never taken for a name. */
export const ERASED = '[…]';

/** Words in a row, known by their hash alone; `first` is a little of that of the first word, so that few rows of words have to be hashed. */
export type Mark = { readonly words: number; readonly first: string; readonly hash: string };

/**
 * By what something that was erased is known again without saying what it was: salted hashes. Whoever imports it again, or restores a backup that
 * still holds it, finds it by them.
 */
export type Marks = {
  readonly salt: string;
  /** Names that the customer bore, each as a whole. */
  readonly names: readonly string[];
  /** Names, addresses and numbers of people, found anywhere in a text. */
  readonly people: readonly Mark[];
};

/** The hash of a text under a salt. */
export type HashOf = (salt: string, text: string) => string;
