import { foldText } from '../search/find-words.ts';
import { ERASED, type HashOf, type Mark, type Marks } from './erased.ts';

type Word = { readonly text: string; readonly start: number; readonly end: number };

/** The words of a text as they are compared: case, accents and what stands between them do not count. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((match) => ({
    text: foldText(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

const joined = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
const FIRST_LENGTH = 4;
const firstMark = (word: string, salt: string, hashOf: HashOf): string =>
  hashOf(salt, `first ${word}`).slice(0, FIRST_LENGTH);

/** The mark of a name, an address or a number; null where it has no word. */
export const markOf = (text: string, salt: string, hashOf: HashOf): Mark | null => {
  const words = wordsOf(text);
  const [first] = words;
  if (first === undefined) return null;
  return { words: words.length, first: firstMark(first.text, salt, hashOf), hash: hashOf(salt, joined(words)) };
};

/** The mark of a customer's name, which is compared as a whole. */
export const nameMark = (name: string, salt: string, hashOf: HashOf): string => hashOf(salt, `name ${foldText(name)}`);

/** Looks for what marks stand for. */
export const createFinder = ({ salt, names: allNames, people }: Marks, hashOf: HashOf) => {
  const names = new Set(allNames);
  const byFirst = new Map<string, Mark[]>();
  // An address goes as a whole, where it begins with the name.
  for (const mark of [...people].sort((a, b) => b.words - a.words))
    byFirst.set(mark.first, [...(byFirst.get(mark.first) ?? []), mark]);
  /** Words come again and again. */
  const beginnings = new Map<string, readonly Mark[]>();

  const beginningWith = (word: string): readonly Mark[] => {
    const known = beginnings.get(word);
    if (known !== undefined) return known;
    const marks = byFirst.get(firstMark(word, salt, hashOf)) ?? [];
    beginnings.set(word, marks);
    return marks;
  };

  const withoutPeople = (text: string): string => {
    const words = wordsOf(text);
    let kept = '';
    let from = 0;
    for (let at = 0; at < words.length; at++) {
      const found = beginningWith(words[at]?.text ?? '').find(
        ({ words: length, hash }) =>
          at + length <= words.length && hashOf(salt, joined(words.slice(at, at + length))) === hash,
      );
      const [first, last] = [words[at], words[at + (found?.words ?? 1) - 1]];
      if (found === undefined || first === undefined || last === undefined) continue;
      kept += text.slice(from, first.start) + ERASED;
      from = last.end;
      at += found.words - 1;
    }
    return kept + text.slice(from);
  };

  return {
    /** Whether a customer was called so. */
    isName: (name: string): boolean => names.size > 0 && names.has(nameMark(name, salt, hashOf)),
    /** A text without the people in it; the same text where nobody is. */
    withoutPeople: (text: string): string => (people.length === 0 || text === '' ? text : withoutPeople(text)),
  };
};

export type Finder = ReturnType<typeof createFinder>;
