import { createContext, use, useMemo, type ReactNode } from 'react';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { searchWords } from '../../../shared/search/find-words.ts';
import { clip, SHOWN_IN_LINE } from '../../../shared/text/clip.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { excerptFromHit, highlightParts } from './highlight-parts.ts';

const NO_WORDS: readonly string[] = [];
const WordsContext = createContext<readonly string[]>(NO_WORDS);

/** The words that the cells inside highlight. Other words render only the cells that show text, not the rows. */
export const SearchWords = ({ text, children }: { readonly text: string; readonly children: ReactNode }) => {
  const words = useMemo(() => (text.trim() === '' ? NO_WORDS : searchWords(text)), [text]);
  return <WordsContext value={words}>{children}</WordsContext>;
};

const marked = (text: string, words: readonly string[]): ReactNode => {
  const parts = highlightParts(text, words);
  return parts.length === 1 && !parts[0]?.isHit
    ? text
    : // Parts have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      parts.map((part, i) => (part.isHit ? <mark key={i}>{part.text}</mark> : part.text));
};

/** Text of people, with the words of the search marked in it. */
export const Highlighted = ({ text }: { readonly text: string }) => {
  const shown = clip(text, SHOWN_IN_LINE);
  return <bdi title={shown}>{marked(shown, use(WordsContext))}</bdi>;
};

/** The title; after it, where the words stand in what was written about the ticket. */
export const TitleCell = ({ row: { title, found } }: { readonly row: QueueRow }) => {
  const words = use(WordsContext);
  const name = title === null || title === '' ? <Unknown /> : <Highlighted text={title} />;
  if (found === null || words.length === 0) return name;
  return (
    <span className="title-found">
      {name}
      <bdi className="found" title={found}>
        {marked(excerptFromHit(found, words), words)}
      </bdi>
    </span>
  );
};
