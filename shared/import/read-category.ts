import type { Category } from '../sla/policy.ts';
import { foldName } from './columns.ts';

const WORDS: Readonly<Record<Category, string>> = {
  incident: 'incident incidents incidente panne fault bug outage breakfix',
  change:
    'change changes changerequest requestforchange rfc changement demandedechangement demandechangement cambio solicituddecambio',
  account: 'account accountquestion compte questiondecompte cuenta',
  billing: 'billing billingquestion invoice facturation questiondefacturation facture facturacion',
};

const CATEGORY_BY_NAME = new Map<string, Category>(
  (['incident', 'change', 'account', 'billing'] as const).flatMap((category) =>
    WORDS[category].split(' ').map((word) => [word, category] as const),
  ),
);

/** The kind of ticket that a word means; null where it is none of ours. */
export const readCategory = (text: string): Category | null => CATEGORY_BY_NAME.get(foldName(text)) ?? null;
