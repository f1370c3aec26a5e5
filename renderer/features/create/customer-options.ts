import type { CustomerHit } from '../../../shared/ipc/desk-schemas.ts';
import { foldText } from '../../../shared/search/find-words.ts';
import type { CustomerHits } from './use-customer-hits.ts';

/** What can be chosen for a typed name: known customers, then to make a new one of that name. */
export type CustomerOption =
  { readonly kind: 'known'; readonly hit: CustomerHit } | { readonly kind: 'new'; readonly name: string };

/** Two spellings of one name: a second customer of it would split its tickets. */
const isSameName = (a: string, b: string): boolean => foldText(a.trim()) === foldText(b.trim());

export const customerOptions = ({ text, hits }: CustomerHits): CustomerOption[] => {
  const name = text.trim();
  const known = hits.map((hit): CustomerOption => ({ kind: 'known', hit }));
  const isKnown = name === '' || hits.some((hit) => isSameName(hit.name, name));
  return isKnown ? known : [...known, { kind: 'new', name }];
};
