import {
  PRIORITIES,
  type CalendarName,
  type Policy,
  type Priority,
  type TargetRow,
  type TargetSource,
  type TierId,
} from '../../../shared/sla/policy.ts';
import { backDatingDraftOf, type BackDatingDraft } from './back-dating-draft.ts';
import { maintenanceDraftOf, type MaintenanceDraft } from './maintenance-draft.ts';
import { offerDraftOf, type EntitlementDraft, type OfferDraft } from './offer-draft.ts';
import { typedWeek, type TypedWindow } from './read-week.ts';
import { spanText } from './span-text.ts';

/** A target as it is typed; null is best effort. */
export type TypedTarget = string | null;

export type RowDraft = {
  readonly calendar: CalendarName;
  readonly source: TargetSource;
  readonly targets: Readonly<Record<TierId, TypedTarget>>;
};

export const TARGET_KINDS = ['resolution', 'firstResponse'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Rules while somebody writes them: what was typed stays as it was typed, right or wrong. */
export type PolicyDraft = OfferDraft &
  MaintenanceDraft &
  BackDatingDraft & {
    /** From the lowest to the highest. */
    readonly tiers: readonly TierId[];
    /** Those that this draft adds: they alone can be taken away again, since no ticket has them yet. */
    readonly addedTiers: readonly TierId[];
    readonly resolution: Readonly<Record<Priority, RowDraft>>;
    readonly firstResponse: Readonly<Record<Priority, RowDraft>>;
    readonly request: { readonly calendar: CalendarName; readonly target: string };
    readonly zone: string;
    readonly week: Readonly<Record<number, readonly TypedWindow[]>>;
    /** `YYYY-MM-DD`, ascending. */
    readonly closures: readonly string[];
    readonly fromPercent: string;
    readonly p1Left: string;
    /** From when on it holds, as typed; null is now. */
    readonly from: string | null;
    readonly note: string;
  };

const rowDraft = (tiers: readonly TierId[], { calendar, source, targetMin }: TargetRow): RowDraft => ({
  calendar,
  source,
  targets: Object.fromEntries(
    tiers.map((tier) => {
      const minutes = targetMin[tier] ?? null;
      return [tier, minutes === null ? null : spanText(minutes)];
    }),
  ),
});

const rowDrafts = (tiers: readonly TierId[], rows: Policy['resolution']): PolicyDraft['resolution'] => ({
  P1: rowDraft(tiers, rows.P1),
  P2: rowDraft(tiers, rows.P2),
  P3: rowDraft(tiers, rows.P3),
  P4: rowDraft(tiers, rows.P4),
});

/** A draft that begins as a policy is, and would hold from now. */
export const draftOf = (policy: Policy): PolicyDraft => {
  const { tiers, resolution, firstResponse, requestFirstResponse, business, atRisk } = policy;
  return {
    ...offerDraftOf(policy),
    ...maintenanceDraftOf(policy),
    ...backDatingDraftOf(policy),
    tiers,
    addedTiers: [],
    resolution: rowDrafts(tiers, resolution),
    firstResponse: rowDrafts(tiers, firstResponse),
    request: { calendar: requestFirstResponse.calendar, target: spanText(requestFirstResponse.targetMin) },
    zone: business.zone,
    week: typedWeek(business.week),
    closures: [...(business.closures ?? [])].sort(),
    fromPercent: String(atRisk.fromPercent),
    p1Left: atRisk.p1LeftMin === 0 ? '0 min' : spanText(atRisk.p1LeftMin),
    from: null,
    note: '',
  };
};

const withColumn = (
  rows: PolicyDraft['resolution'],
  change: (targets: RowDraft['targets']) => RowDraft['targets'],
): PolicyDraft['resolution'] => {
  const changed = (row: RowDraft): RowDraft => ({ ...row, targets: change(row.targets) });
  return { P1: changed(rows.P1), P2: changed(rows.P2), P3: changed(rows.P3), P4: changed(rows.P4) };
};

/** What stands against a tier of this name; null where nothing does. */
export const tierProblem = ({ tiers }: PolicyDraft, name: string): 'empty' | 'taken' | 'full' | null => {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'empty';
  if (tiers.some((tier) => tier.toLowerCase() === wanted)) return 'taken';
  return tiers.length >= 20 ? 'full' : null;
};

/** Adds a tier above another one, with that one's targets to begin with, and with what it includes of the experts where nothing else is said. */
export const addTier = (
  draft: PolicyDraft,
  name: string,
  above: TierId,
  entitlement: EntitlementDraft | undefined = draft.entitlements[above],
): PolicyDraft => {
  const tier = name.trim();
  const place = draft.tiers.indexOf(above) + 1;
  const copy = (targets: RowDraft['targets']): RowDraft['targets'] => ({ ...targets, [tier]: targets[above] ?? null });
  return {
    ...draft,
    tiers: draft.tiers.toSpliced(place, 0, tier),
    addedTiers: [...draft.addedTiers, tier],
    ...(entitlement === undefined ? {} : { entitlements: { ...draft.entitlements, [tier]: entitlement } }),
    resolution: withColumn(draft.resolution, copy),
    firstResponse: withColumn(draft.firstResponse, copy),
  };
};

/** Takes a tier away that this draft added, with all that was written of it. */
export const removeTier = (draft: PolicyDraft, tier: TierId): PolicyDraft => {
  if (!draft.addedTiers.includes(tier)) return draft;
  const without = <Value>(byTier: Readonly<Record<TierId, Value>>): Readonly<Record<TierId, Value>> =>
    Object.fromEntries(Object.entries(byTier).filter(([id]) => id !== tier));
  const { cells, rows } = draft.offer;
  return {
    ...draft,
    tiers: draft.tiers.filter((id) => id !== tier),
    addedTiers: draft.addedTiers.filter((id) => id !== tier),
    resolution: withColumn(draft.resolution, without),
    firstResponse: withColumn(draft.firstResponse, without),
    entitlements: without(draft.entitlements),
    offer: { rows, cells: Object.fromEntries(Object.entries(cells).map(([row, byTier]) => [row, without(byTier)])) },
  };
};

/** The draft with one row of a table changed. */
export const withRow = (
  draft: PolicyDraft,
  kind: TargetKind,
  priority: Priority,
  change: Partial<RowDraft>,
): PolicyDraft => ({
  ...draft,
  [kind]: { ...draft[kind], [priority]: { ...draft[kind][priority], ...change } },
});

const KEYS: readonly (keyof PolicyDraft)[] = [
  ...(['tiers', 'addedTiers', 'resolution', 'firstResponse', 'request', 'zone', 'week'] as const),
  ...(['closures', 'fromPercent', 'p1Left', 'from', 'note'] as const),
  ...(['entitlements', 'offer', 'step', 'carryOver', 'isRapidActionCharged', 'isCustomerFaultCharged'] as const),
];

/** What was kept of a draft; null where it is none, for example one of an older version of Vigie. */
export const restoreDraft = (kept: unknown): PolicyDraft | null => {
  if (typeof kept !== 'object' || kept === null || !KEYS.every((key) => key in kept)) return null;
  const draft = kept as PolicyDraft;
  const isWhole = PRIORITIES.every((priority) =>
    TARGET_KINDS.every((kind) => typeof draft[kind]?.[priority]?.targets === 'object'),
  );
  // A draft that was kept before rules of maintenance were written in drafts left them as shipped.
  const maintenance = Array.isArray(draft.maintenance) ? draft.maintenance : maintenanceDraftOf({}).maintenance;
  return isWhole && Array.isArray(draft.tiers) && Array.isArray(draft.closures)
    ? { ...backDatingDraftOf({}), ...draft, maintenance }
    : null;
};
