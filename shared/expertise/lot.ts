import type { Zone } from '../calendar/zone.ts';
import type { TierId } from '../sla/policy.ts';
import type { Entitlement } from '../tier/entitlement.ts';
import type { InstantMs } from '../time/instant.ts';
import { monthAt, monthName, monthStartMs, type Month } from './month.ts';

export const LOT_KINDS = ['carried', 'monthly', 'goodwill', 'pack'] as const;
/** `monthly` comes with the tier, `carried` is what a month left over where that is allowed, `goodwill` a lead gives, a `pack` is bought. */
export type LotKind = (typeof LOT_KINDS)[number];

/** Minutes of expertise that pay for work which starts in [fromMs, untilMs); `untilMs` null never expires. */
export type Lot = {
  readonly id: string;
  readonly kind: LotKind;
  readonly fromMs: InstantMs;
  readonly untilMs: InstantMs | null;
  readonly minutes: number;
};

/** From this instant on the customer has this tier; before the first there is no entitlement. */
export type TierChange = {
  readonly atMs: InstantMs;
  readonly tier: TierId;
  /** Nobody said since when: what a tier gives for its first months cannot be relied on. */
  readonly isAssumed?: boolean;
};

/** What a tier's package gives at an instant (DOMAIN: expertise hours). */
export type HoursPackage = Pick<Entitlement, 'expertAccess' | 'monthlyMinutes'>;

/** The months of access that a tier with access for its first months only gives: that of the activation and the two after. */
export const FIRST_MONTHS = 3;

export type TierPeriod = {
  readonly tier: TierId;
  readonly fromMs: InstantMs;
  /** Exclusive; null while it lasts. */
  readonly untilMs: InstantMs | null;
  readonly isAssumed?: boolean;
};

/** The history as periods; a change that another at the same instant replaces is none. */
export const tierPeriods = (history: readonly TierChange[]): TierPeriod[] =>
  history
    .map(({ atMs, tier, isAssumed }, i) => ({ tier, fromMs: atMs, untilMs: history[i + 1]?.atMs ?? null, isAssumed }))
    .filter(({ fromMs, untilMs }) => untilMs === null || untilMs > fromMs);

/** Whether nobody said since when a customer first had a tier. */
export const isFirstAssumed = (periods: readonly TierPeriod[], tier: TierId): boolean =>
  periods.find((period) => period.tier === tier)?.isAssumed === true;

/** The end of the first months of a tier that gives access for those only, from its first activation ever: re-entering does not restart it. */
export const firstMonthsEndMs = (periods: readonly TierPeriod[], tier: TierId, zone: Zone): InstantMs | null => {
  const first = periods.find((period) => period.tier === tier);
  return first === undefined ? null : monthStartMs(zone, monthAt(zone, first.fromMs) + FIRST_MONTHS);
};

/** The stretches in which a customer has access to the experts with its tier. */
export const accessPeriods = (
  periods: readonly TierPeriod[],
  packageAt: (tier: TierId, atMs: InstantMs) => HoursPackage,
  zone: Zone,
): TierPeriod[] =>
  periods.flatMap((period) => {
    const { expertAccess } = packageAt(period.tier, period.fromMs);
    if (expertAccess === 'none') return [];
    if (expertAccess === 'always') return [period];
    const endMs = firstMonthsEndMs(periods, period.tier, zone) ?? period.fromMs;
    if (endMs <= period.fromMs || isFirstAssumed(periods, period.tier)) return [];
    return [{ ...period, untilMs: Math.min(endMs, period.untilMs ?? Infinity) }];
  });

/**
 * The lots that a tier history yields, those that begin at `asOfMs` or before, oldest first (hours/SPEC: Lots): one for each month in which
 * the customer is entitled at any instant, from the first such instant to the end of the month. Where two tiers of one month give different
 * amounts, the larger counts.
 */
export const monthlyLots = (
  history: readonly TierChange[],
  packageAt: (tier: TierId, atMs: InstantMs) => HoursPackage,
  zone: Zone,
  asOfMs: InstantMs,
): Lot[] => {
  const lots = new Map<Month, Lot>();
  for (const { tier, fromMs, untilMs } of accessPeriods(tierPeriods(history), packageAt, zone)) {
    const endMs = Math.min(untilMs ?? Infinity, asOfMs + 1);
    for (let month = monthAt(zone, fromMs); ; month++) {
      const lotFromMs = Math.max(fromMs, monthStartMs(zone, month));
      if (lotFromMs >= endMs) break;
      const held = lots.get(month);
      const minutes = Math.max(packageAt(tier, lotFromMs).monthlyMinutes, held?.minutes ?? 0);
      if (minutes === 0) continue;
      lots.set(month, {
        id: `monthly:${monthName(month)}`,
        kind: 'monthly',
        fromMs: held?.fromMs ?? lotFromMs,
        untilMs: monthStartMs(zone, month + 1),
        minutes,
      });
    }
  }
  return [...lots.values()];
};
