import { queryOptions } from '@tanstack/react-query';

/** Something that Vigie is made of, with the text under which it may be used. */
export type Part = { readonly name: string; readonly version: string; readonly licence: string; readonly text: string };

export type Parts = { readonly own: Part; readonly others: readonly Part[] };

/** The list that each build makes (`electron/provision/third-party.mjs`). */
const fetchParts = async (): Promise<Parts> => {
  const answer = await fetch('third-party.json');
  if (!answer.ok) throw new Error(`third-party.json: ${answer.status}`);
  const parts: Parts = await answer.json();
  return parts;
};

export const partsQuery = queryOptions({
  queryKey: ['third-party'],
  queryFn: fetchParts,
  staleTime: Infinity,
  retry: false,
});

const plain = (text: string): string => text.toLowerCase();

/** Those whose name or licence has every word that was typed. */
export const findParts = (parts: readonly Part[], typed: string): readonly Part[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return parts.filter(({ name, licence }) => {
    const own = plain(`${name} ${licence}`);
    return words.every((word) => own.includes(word));
  });
};

/** The place of the one after a move by keys; it stops at both ends. */
export const moved = (index: number, key: string, count: number): number | null => {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + 10);
    case 'PageUp':
      return Math.max(0, index - 10);
    default:
      return null;
  }
};
