import { findWords } from '../../../shared/search/find-words.ts';

export type HighlightPart = { readonly text: string; readonly isHit: boolean };

/** A text cut where the words of a search begin and end in it; put together again it is the same text. */
export const highlightParts = (text: string, words: readonly string[]): readonly HighlightPart[] => {
  if (words.length === 0) return [{ text, isHit: false }];
  const parts: HighlightPart[] = [];
  let at = 0;
  for (const { start, end } of findWords(text, words)) {
    if (start > at) parts.push({ text: text.slice(at, start), isHit: false });
    parts.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isHit: false });
  return parts;
};

/** Most characters before the first hit of an excerpt, so that it is seen in a narrow cell. */
const LEAD = 12;

/** The excerpt from shortly before its first hit on. */
export const excerptFromHit = (found: string, words: readonly string[]): string => {
  const start = findWords(found, words)[0]?.start ?? 0;
  if (start <= LEAD) return found;
  const blank = found.indexOf(' ', start - LEAD - 1);
  return `… ${found.slice(blank >= 0 && blank < start ? blank + 1 : start)}`;
};
