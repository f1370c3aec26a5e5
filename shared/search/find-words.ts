/** Where a word of a search stands in a text, in characters of that text; `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

const MARKS = /\p{M}/gu;

/** A text as searches compare it: lower case, without diacritics. */
export const foldText = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase();

/** The words of a search, as the index sees them: letters and digits, with what may stand inside a word. */
export const searchWords = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*/gu) ?? [];

const isInWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);

/** A text folded character by character, and where in it each folded character stands; the last place is the end of the text. */
const foldWithPlaces = (text: string): { readonly folded: string; readonly places: readonly number[] } => {
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const char of text) {
    const part = foldText(char);
    folded += part;
    for (let k = 0; k < part.length; k++) places.push(place);
    place += char.length;
  }
  places.push(text.length);
  return { folded, places };
};

/** Where the words of a search begin a word of a text, in their order in it; spans never overlap. */
export const findWords = (text: string, words: readonly string[]): Span[] => {
  const { folded, places } = foldWithPlaces(text);
  const spans: Span[] = [];
  for (const word of words) {
    const wanted = foldText(word);
    if (wanted === '') continue;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      if (isInWord(folded[at - 1])) continue;
      // To the beginning of what follows: marks belong to the letter before them.
      spans.push({ start: places[at] ?? 0, end: places[at + wanted.length] ?? text.length });
    }
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let endedAt = 0;
  return spans.filter(({ start, end }) => {
    if (start < endedAt) return false;
    endedAt = end;
    return true;
  });
};

const BEFORE = 40;
const AFTER = 90;

/** The piece of a text around the first of the words, on one line; null where it has none of them. */
export const excerpt = (text: string, words: readonly string[]): string | null => {
  const [first] = findWords(text, words);
  if (first === undefined) return null;
  const start = first.start <= BEFORE ? 0 : text.indexOf(' ', first.start - BEFORE) + 1 || first.start;
  const end = Math.min(text.length, first.end + AFTER);
  const piece = text.slice(Math.min(start, first.start), end).replace(/\s+/g, ' ').trim();
  return `${start > 0 ? '… ' : ''}${piece}${end < text.length ? ' …' : ''}`;
};
