import { DEFAULT_EXPERTISE_RULES, type ExpertiseRules } from '../../../shared/expertise/assignment.ts';
import { LANGUAGES } from '../../../shared/i18n/language.ts';
import type { Policy, TierId } from '../../../shared/sla/policy.ts';
import { NO_OFFER_RULES, type OfferRules, type OwnText } from '../../../shared/tier/catalogue.ts';
import { entitlementIn, entitlementOf, type ExpertAccess } from '../../../shared/tier/entitlement.ts';
import { parseSpanOrNone, spanText } from './span-text.ts';

/** What a tier includes of the experts, as typed. */
export type EntitlementDraft = { readonly access: ExpertAccess; readonly hours: string };

/** What is written of the offer and of the ledger while somebody writes rules. */
export type OfferDraft = {
  readonly entitlements: Readonly<Record<TierId, EntitlementDraft>>;
  readonly offer: OfferRules;
  readonly step: string;
  readonly carryOver: string;
  readonly isRapidActionCharged: boolean;
  readonly isCustomerFaultCharged: boolean;
};

/** A text of our own; each language of it is needed. */
export const NO_TEXT: OwnText = { en: '', fr: '' };

export const offerDraftOf = (policy: Policy): OfferDraft => {
  const { stepMin, carryOverMaxMin, ...charged } = policy.expertise ?? DEFAULT_EXPERTISE_RULES;
  return {
    entitlements: Object.fromEntries(
      policy.tiers.map((tier) => {
        const { expertAccess, monthlyMinutes } = entitlementIn(policy, tier);
        return [tier, { access: expertAccess, hours: spanText(monthlyMinutes) }];
      }),
    ),
    offer: policy.offer ?? NO_OFFER_RULES,
    step: spanText(stepMin),
    carryOver: spanText(carryOverMaxMin),
    ...charged,
  };
};

export type OfferProblem = 'hours' | 'step' | 'carryOver' | 'bothLanguages';

const LONGEST_STEP_MIN = 240;
const MOST_MINUTES = 10_000;

const isWhole = (text: OwnText): boolean => LANGUAGES.every((language) => text[language].trim() !== '');
const trimmed = (text: OwnText): OwnText => ({ en: text.en.trim(), fr: text.fr.trim() });

const readOfferRules = (
  { cells, rows }: OfferRules,
  tiers: readonly TierId[],
  wrong: (place: string, problem: OfferProblem) => void,
): OfferRules | null => {
  for (const { id, name } of rows) if (!isWhole(name)) wrong(`row.${id}`, 'bothLanguages');
  const kept = Object.entries(cells).flatMap(([row, byTier]) => {
    const own = Object.entries(byTier).filter(([tier]) => tiers.includes(tier));
    for (const [tier, text] of own) if (!isWhole(text)) wrong(`cell.${row}.${tier}`, 'bothLanguages');
    if (own.length === 0) return [];
    return [[row, Object.fromEntries(own.map(([tier, text]) => [tier, trimmed(text)]))] as const];
  });
  if (kept.length === 0 && rows.length === 0) return null;
  return { cells: Object.fromEntries(kept), rows: rows.map(({ id, name }) => ({ id, name: trimmed(name) })) };
};

const readEntitlements = (
  entitlements: OfferDraft['entitlements'],
  tiers: readonly TierId[],
  wrong: (place: string, problem: OfferProblem) => void,
): Policy['entitlements'] => {
  const others = tiers.flatMap((tier) => {
    const { access, hours } = entitlements[tier] ?? { access: 'none', hours: '0' };
    const minutes = parseSpanOrNone(hours);
    if (minutes === null || minutes > MOST_MINUTES) wrong(`hours.${tier}`, 'hours');
    const read = { expertAccess: access, monthlyMinutes: access === 'none' ? 0 : (minutes ?? 0) };
    const shipped = entitlementOf(tier);
    const isShipped = shipped.expertAccess === access && shipped.monthlyMinutes === read.monthlyMinutes;
    return isShipped ? [] : [[tier, read] as const];
  });
  return others.length === 0 ? undefined : Object.fromEntries(others);
};

/** The rules of the offer and of the ledger that a draft comes to; what is as shipped is left out. */
export const readOfferDraft = (
  draft: OfferDraft,
  tiers: readonly TierId[],
  wrong: (place: string, problem: OfferProblem) => void,
): Pick<Policy, 'entitlements' | 'expertise' | 'offer'> => {
  const stepMin = parseSpanOrNone(draft.step);
  if (stepMin === null || stepMin < 1 || stepMin > LONGEST_STEP_MIN) wrong('step', 'step');
  const carryOverMaxMin = parseSpanOrNone(draft.carryOver);
  if (carryOverMaxMin === null || carryOverMaxMin > MOST_MINUTES) wrong('carryOver', 'carryOver');
  const { isRapidActionCharged, isCustomerFaultCharged } = draft;
  const expertise: ExpertiseRules = {
    ...{ stepMin: stepMin ?? 1, isRapidActionCharged, isCustomerFaultCharged, carryOverMaxMin: carryOverMaxMin ?? 0 },
  };
  const entitlements = readEntitlements(draft.entitlements, tiers, wrong);
  const offer = readOfferRules(draft.offer, tiers, wrong);
  return {
    ...(entitlements === undefined ? {} : { entitlements }),
    ...(JSON.stringify(expertise) === JSON.stringify(DEFAULT_EXPERTISE_RULES) ? {} : { expertise }),
    ...(offer === null ? {} : { offer }),
  };
};

/** The offer with one value of the table changed; null takes back what the offer says itself. */
export const withCell = ({ cells, rows }: OfferRules, row: string, tier: TierId, text: OwnText | null): OfferRules => {
  const { [tier]: _before, ...others } = cells[row] ?? {};
  return { rows, cells: { ...cells, [row]: text === null ? others : { ...others, [tier]: text } } };
};

/** The offer with a row of the desk's own at its end. */
export const addRow = ({ cells, rows }: OfferRules, name: OwnText): OfferRules => {
  const numbers = [...rows.map(({ id }) => id), ...Object.keys(cells)].map((id) =>
    Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0),
  );
  return { cells, rows: [...rows, { id: `own-${Math.max(0, ...numbers) + 1}`, name }] };
};

export const removeRow = ({ cells, rows }: OfferRules, row: string): OfferRules => {
  const { [row]: _gone, ...others } = cells;
  return { cells: others, rows: rows.filter(({ id }) => id !== row) };
};

/** What access comes with where hours had none before. */
const USUAL_HOURS = '2 h';

/** What a tier includes once its access is another: none has no hours, and the others some. */
export const withAccess = ({ hours }: EntitlementDraft, access: EntitlementDraft['access']): EntitlementDraft => {
  if (access === 'none') return { access, hours: spanText(0) };
  return { access, hours: parseSpanOrNone(hours) === 0 ? USUAL_HOURS : hours };
};
