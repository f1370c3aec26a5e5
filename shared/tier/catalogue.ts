import { DEFAULT_POLICY, PRIORITIES, SHIPPED_TIERS, type Policy, type Priority, type TierId } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';
import { entitlementIn, type ExpertAccess } from './entitlement.ts';

/** A text of the desk's own, in the languages that the console speaks. */
export type OwnText = { readonly en: string; readonly fr: string };

/** What a lead said of the offer beside the times and the hours: values of cells by row and tier, and rows of the desk's own. */
export type OfferRules = {
  readonly cells: Readonly<Record<string, Readonly<Record<TierId, OwnText>>>>;
  readonly rows: readonly { readonly id: string; readonly name: OwnText }[];
};

export const NO_OFFER_RULES: OfferRules = { cells: {}, rows: [] };

export const CELL_SOURCES = ['offer', 'published', 'default', 'objective'] as const;
/**
 * Who says so (DOMAIN: sources): the offer's own page, another public page of the offer, our default, or, of a time, our internal objective.
 * The last two are never shown as a commitment of the offer.
 */
export type CellSource = (typeof CELL_SOURCES)[number];

export const OFFER_WORDS = ['none', 'option', 'yes', 'workingHours', 'received'] as const;
export type OfferWord = (typeof OFFER_WORDS)[number];

export type CellValue =
  | { readonly kind: 'word'; readonly word: OfferWord }
  | { readonly kind: 'text'; readonly text: OwnText }
  /** Of a tier that a lead added, until somebody says it. */
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'access'; readonly access: ExpertAccess }
  | { readonly kind: 'hours'; readonly access: ExpertAccess; readonly minutes: number }
  /** Null is best effort. */
  | { readonly kind: 'target'; readonly minutes: number | null };

export type OfferCell = { readonly tier: TierId; readonly value: CellValue; readonly source: CellSource };

export const WORDED_ROWS = ['price', 'documentation', 'account', 'monitoring', 'portal', 'phone'] as const;
type WordedRow = (typeof WORDED_ROWS)[number];

export type TargetKind = 'resolution' | 'firstResponse';

/** One line of the offer's table. `worded` and `own` rows hold words that a lead may change; the others are the rules themselves. */
export type OfferRow = { readonly cells: readonly OfferCell[] } & (
  | { readonly kind: 'worded'; readonly id: WordedRow }
  | { readonly kind: 'own'; readonly id: string; readonly name: OwnText }
  | { readonly kind: 'access'; readonly id: 'access' }
  | { readonly kind: 'hours'; readonly id: 'hours' }
  | { readonly kind: 'target'; readonly id: string; readonly of: TargetKind; readonly priority: Priority }
);

type Shipped = readonly [OfferWord, CellSource];
type ShippedTier = (typeof SHIPPED_TIERS)[number];

const forAll = (word: OfferWord, source: CellSource): Readonly<Record<ShippedTier, Shipped>> => ({
  standard: [word, source],
  bronze: [word, source],
  silver: [word, source],
  gold: [word, source],
});

/** The table as the offer has it (DOMAIN: Tiers); times and hours stand in the policy and the entitlements. */
const SHIPPED: Readonly<Record<WordedRow, Readonly<Record<ShippedTier, Shipped>>>> = {
  price: { ...forAll('option', 'offer'), standard: ['none', 'offer'] },
  documentation: forAll('yes', 'published'),
  account: forAll('workingHours', 'offer'),
  monitoring: forAll('yes', 'published'),
  portal: forAll('received', 'offer'),
  phone: { ...forAll('yes', 'published'), gold: ['yes', 'default'] },
};

const isShipped = (tier: TierId): tier is ShippedTier => SHIPPED_TIERS.some((shipped) => shipped === tier);

const ownValue = (policy: Policy, row: string, tier: TierId): CellValue | null => {
  const cells = policy.offer?.cells[row];
  const text = cells !== undefined && Object.hasOwn(cells, tier) ? cells[tier] : undefined;
  return text === undefined ? null : { kind: 'text', text };
};

const wordedCell = (policy: Policy, row: WordedRow, tier: TierId): OfferCell => {
  const own = ownValue(policy, row, tier);
  if (own !== null) return { tier, value: own, source: 'default' };
  if (!isShipped(tier)) return { tier, value: { kind: 'unsaid' }, source: 'default' };
  const [word, source] = SHIPPED[row][tier];
  return { tier, value: { kind: 'word', word }, source };
};

/** What the offer states, or else ours. */
const stated = (tier: TierId, value: CellValue, asShipped: CellValue, otherwise: CellSource): OfferCell => ({
  ...{ tier, value },
  source: isShipped(tier) && JSON.stringify(value) === JSON.stringify(asShipped) ? 'offer' : otherwise,
});

const accessCell = (policy: Policy, tier: TierId): OfferCell => {
  const of = (one: Policy): CellValue => ({ kind: 'access', access: entitlementIn(one, tier).expertAccess });
  return stated(tier, of(policy), of(DEFAULT_POLICY), 'default');
};

const hoursCell = (policy: Policy, tier: TierId): OfferCell => {
  const of = (one: Policy): CellValue => {
    const { expertAccess, monthlyMinutes } = entitlementIn(one, tier);
    return { kind: 'hours', access: expertAccess, minutes: monthlyMinutes };
  };
  return stated(tier, of(policy), of(DEFAULT_POLICY), 'default');
};

const targetCell = (policy: Policy, kind: TargetKind, priority: Priority, tier: TierId): OfferCell => {
  const of = (one: Policy): CellValue => ({ kind: 'target', minutes: one[kind][priority].targetMin[tier] ?? null });
  const value = of(policy);
  const isStated = DEFAULT_POLICY[kind][priority].source === 'contractual';
  if (isStated) return stated(tier, value, of(DEFAULT_POLICY), 'objective');
  return { tier, value, source: 'objective' };
};

const TARGETS: readonly (readonly [TargetKind, Priority])[] = [
  ...PRIORITIES.map((priority) => ['resolution', priority] as const),
  ...PRIORITIES.map((priority) => ['firstResponse', priority] as const),
];

/** The offer's table by a version of the policy: each cell with its value and who says so (DOMAIN: Tiers). */
export const offerTable = (policy: Policy): OfferRow[] => {
  const cellsOf = (cell: (tier: TierId) => OfferCell): OfferCell[] => policy.tiers.map(cell);
  const ownCell = (row: string, tier: TierId): OfferCell => ({
    ...{ tier, value: ownValue(policy, row, tier) ?? { kind: 'unsaid' }, source: 'default' },
  });
  return [
    ...WORDED_ROWS.map((id): OfferRow => ({
      kind: 'worded',
      id,
      cells: cellsOf((tier) => wordedCell(policy, id, tier)),
    })),
    { kind: 'access', id: 'access', cells: cellsOf((tier) => accessCell(policy, tier)) },
    { kind: 'hours', id: 'hours', cells: cellsOf((tier) => hoursCell(policy, tier)) },
    ...TARGETS.map(([of, priority]): OfferRow => {
      const cells = cellsOf((tier) => targetCell(policy, of, priority, tier));
      return { kind: 'target', id: `${of}.${priority}`, of, priority, cells };
    }),
    ...(policy.offer?.rows ?? []).map(({ id, name }): OfferRow => ({
      kind: 'own',
      id,
      name,
      cells: cellsOf((tier) => ownCell(id, tier)),
    })),
  ];
};

/** Names one cell among all of a table. */
export const cellKey = (row: string, tier: TierId): string => `${row} ${tier}`;

/**
 * From when on the cells of the last of some versions, in the order of their beginnings, have held without a break; those that have
 * always held are left out.
 */
export const heldSince = (
  versions: readonly { readonly fromMs: InstantMs; readonly policy: Policy }[],
): ReadonlyMap<string, InstantMs> => {
  const valuesOf = (policy: Policy): Map<string, string> =>
    new Map(
      offerTable(policy).flatMap((row) =>
        row.cells.map(({ tier, value }) => [cellKey(row.id, tier), JSON.stringify(value)] as const),
      ),
    );
  const since = new Map<string, InstantMs>();
  let before = new Map<string, string>();
  for (const { fromMs, policy } of versions) {
    const values = valuesOf(policy);
    for (const [key, value] of values) if (before.get(key) !== value) since.set(key, fromMs);
    for (const key of since.keys()) if (!values.has(key)) since.delete(key);
    before = values;
  }
  for (const [key, ms] of since) if (!Number.isFinite(ms)) since.delete(key);
  return since;
};
