import { foldText } from '../../../shared/search/find-words.ts';

const isBoundary = (before: string | undefined): boolean => before === undefined || !/[\p{L}\p{N}]/u.test(before);

/** Letters in their order anywhere in the name; the closer together and the more of them at the beginnings of words, the better. */
const scattered = (name: string, typed: string): number | null => {
  let at = -1;
  let score = 0;
  for (const char of typed) {
    const next = name.indexOf(char, at + 1);
    if (next < 0) return null;
    score += isBoundary(name[next - 1]) ? 2 : next === at + 1 ? 1 : -1;
    at = next;
  }
  return score;
};

/** Fewer letters stand inside of too many names by chance: they have to begin a word. */
const LEAST_INSIDE = 3;

/** How well a name fits what was typed, more is better; null where it does not. Both are compared without case and diacritics. */
export const fitOf = (name: string, typed: string): number | null => {
  const folded = foldText(name);
  const wanted = foldText(typed.trim()).replaceAll(/\s+/g, ' ');
  if (wanted === '') return 0;
  const short = folded.length / 1_000;
  if (folded === wanted) return 1_000;
  if (folded.startsWith(wanted)) return 800 - short;
  const words = wanted.split(' ');
  if (words.every((word) => [...folded.matchAll(/[\p{L}\p{N}]+/gu)].some(([part]) => part.startsWith(word)))) {
    return 600 - short;
  }
  const letters = wanted.replaceAll(' ', '');
  if (letters.length < LEAST_INSIDE) return null;
  if (folded.includes(wanted)) return 400 - short;
  const score = scattered(folded, letters);
  // At least every other letter begins a word or follows the one before.
  return score === null || score < letters.length / 2 ? null : 100 + score - short;
};

/** Any fit in the user's own language is worth more than the best in another. */
const FOREIGN = 1_000;

/** The best fit of the names of one thing: the first is the one that is shown, the others (its English one) count less. */
export const bestFit = ([shown, ...others]: readonly string[], typed: string): number | null => {
  const own = shown === undefined ? null : fitOf(shown, typed);
  if (own !== null) return own;
  const fits = others.map((name) => fitOf(name, typed)).filter((fit) => fit !== null);
  return fits.length === 0 ? null : Math.max(...fits) - FOREIGN;
};

type Ranked = { readonly names: readonly string[] };

/** The items that fit, best first; what fits alike stays in its order. */
export const rank = <Item extends Ranked>(items: readonly Item[], typed: string): Item[] =>
  items
    .map((item) => ({ item, fit: bestFit(item.names, typed) }))
    .filter((ranked): ranked is { item: Item; fit: number } => ranked.fit !== null)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
