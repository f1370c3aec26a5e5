import type { Priority } from '../../sla/policy.ts';
import type { Level, TicketState } from '../../ticket/ticket.ts';
import { foldName } from '../columns.ts';
import { ownValue } from '../own-value.ts';
import { readPriority } from '../read-priority.ts';

export type Proposal<Means> = { readonly means: Means; readonly confidence: number };

const tokensOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '');

const hasAny = (tokens: readonly string[], beginnings: string): boolean => {
  const known = beginnings.split(' ');
  return tokens.some((token) => known.some((beginning) => token.startsWith(beginning)));
};

const NEGATION = new Set(['non', 'not', 'pas', 'no', 'un', 'never', 'jamais']);

/** What a state may mean that Vigie does not know as it stands, by the words in it (English, French). Null where they say nothing. */
export const proposeState = (text: string): Proposal<TicketState> | null => {
  const tokens = tokensOf(text);
  if (tokens.some((token) => NEGATION.has(token))) return null;
  if (hasAny(tokens, 'attente attend wait await pending hold pause bloque suspend espera pendiente')) {
    if (hasAny(tokens, 'fournisseur vendor supplier editeur tiers third prestataire constructeur partner partenaire'))
      return { means: 'waitingVendor', confidence: 0.7 };
    if (hasAny(tokens, 'probleme problem changement change release livraison deploy mep patch'))
      return { means: 'waitingProblem', confidence: 0.65 };
    if (
      hasAny(
        tokens,
        'client customer user utilisateur caller demandeur requester usager reponse reply response info retour',
      )
    )
      return { means: 'waitingCustomer', confidence: 0.75 };
    if (hasAny(tokens, 'preuve evidence log trace validation approv approb'))
      return { means: 'waitingEvidence', confidence: 0.6 };
    return { means: 'waitingVendor', confidence: 0.35 };
  }
  if (hasAny(tokens, 'clos cloture ferm annul cancel reject rejet abandon archiv duplicat doublon'))
    return { means: 'closed', confidence: 0.7 };
  if (hasAny(tokens, 'resol solv fixed corrig repar done termin complet livre traite'))
    return { means: 'resolved', confidence: 0.65 };
  if (
    hasAny(
      tokens,
      'cours progress traitement assign affect attribu analys investig diagnos develop review test work planif escal qualif',
    )
  )
    return { means: 'active', confidence: 0.6 };
  if (hasAny(tokens, 'nouve new ouvert open cree creat todo backlog enregistr recu receiv triage'))
    return { means: 'new', confidence: 0.6 };
  return null;
};

const PRIORITY_WORDS: readonly (readonly [Priority, string])[] = [
  ['P1', 'critiq critic urgen bloqu block emerg vital arret down'],
  ['P2', 'majeur major haut high elev import fort'],
  ['P3', 'moyen medium moder normal standard'],
  ['P4', 'mineur minor bas low faibl confort cosmet question'],
];

/** What a priority may mean: a word of one that is known, or a number from 1 to 4 in it. */
export const proposePriority = (text: string): Proposal<Priority> | null => {
  const tokens = tokensOf(text);
  if (tokens.some((token) => NEGATION.has(token))) return null;
  for (const [means, words] of PRIORITY_WORDS) if (hasAny(tokens, words)) return { means, confidence: 0.6 };
  const read = tokens.map((token) => readPriority(token)).find((priority) => priority !== null);
  return read === undefined ? null : { means: read === 'planning' ? 'P4' : read, confidence: 0.5 };
};

const LEVEL_NUMBER =
  /(?:^|[^a-z0-9])(?:(?:l|n|niv|niveau|level|tier|support|ligne|line)[\s._-]*([123])|([123])(?:st|nd|rd|re|er|e|eme)?[\s._-]*(?:level|line|niveau|ligne|tier))(?![a-z0-9])/;

/** The support level that the name of a group tells: `Support N2`, `2nd line`, `Helpdesk`. */
export const proposeLevel = (group: string): Proposal<Level> | null => {
  const plain = tokensOf(group).join(' ');
  const found = LEVEL_NUMBER.exec(plain);
  const digit = found?.[1] ?? found?.[2];
  const level = (['L1', 'L2', 'L3'] as const).find((each) => each === `L${digit}`);
  if (level !== undefined) return { means: level, confidence: 0.85 };
  if (/service ?desk|help ?desk|centre de services?|accueil|front ?office/.test(plain))
    return { means: 'L1', confidence: 0.5 };
  return null;
};

const TIER_WORDS: Readonly<Record<string, string>> = {
  gold: 'gold',
  or: 'gold',
  silver: 'silver',
  argent: 'silver',
  bronze: 'bronze',
  standard: 'standard',
  basic: 'standard',
  base: 'standard',
};

/** The tier that a word means, among those that Vigie has. */
export const proposeTier = (text: string, tiers: readonly string[]): Proposal<string> | null => {
  const exact = tiers.find((tier) => foldName(tier) === foldName(text));
  if (exact !== undefined) return { means: exact, confidence: 0.9 };
  const found = tokensOf(text)
    .map((token) => ownValue(TIER_WORDS, token))
    .find((tier) => tier !== undefined && tiers.includes(tier));
  return found === undefined ? null : { means: found, confidence: 0.75 };
};

const TIER_COLUMNS = [
  'tier',
  'supporttier',
  'supportplan',
  'plan',
  'servicelevel',
  'contract',
  'contrat',
  'offre',
  'offredesupport',
  'niveaudeservice',
  'niveaudesupport',
  'sla',
  'formule',
];

/** Where a table tells the tier of a customer; null where it does not. */
export const findTierColumn = (names: readonly string[]): number | null => {
  const index = names.findIndex((name) => TIER_COLUMNS.includes(foldName(name)));
  return index < 0 ? null : index;
};
