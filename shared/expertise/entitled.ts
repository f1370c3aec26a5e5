import { tierAt, type Customer } from '../customer/customer.ts';
import type { InstantMs } from '../time/instant.ts';
import { accessOf, leftAt, type Ledger, type LedgerRules } from './ledger.ts';
import { firstMonthsEndMs, isFirstAssumed, tierPeriods, type TierPeriod } from './lot.ts';

/** Why a customer may have an expert, or not. */
export type EntitlementReason = 'tier' | 'firstMonths' | 'pack' | 'firstMonthsOver' | 'notDated' | 'none';

export type ExpertEntitlement = {
  readonly isEntitled: boolean;
  readonly reason: EntitlementReason;
  /** When what entitles ends, or ended; null where nothing ends it. */
  readonly endsAtMs: InstantMs | null;
  readonly leftMin: number;
  /** Of those, what comes with the tier. */
  readonly monthlyLeftMin: number;
};

/** The end of access that goes on from an instant without a gap; null where it is never ended. */
const endOf = (periods: readonly TierPeriod[], nowMs: InstantMs): InstantMs | null | undefined => {
  let endMs: InstantMs | null | undefined;
  for (const { fromMs, untilMs } of periods) {
    if (fromMs > (endMs ?? nowMs) || (untilMs !== null && untilMs <= nowMs)) continue;
    if (untilMs === null) return null;
    endMs = Math.max(endMs ?? 0, untilMs);
  }
  return endMs;
};

/** Whether a customer may have an expert at an instant, from what, and why not (DOMAIN: Who works with it; Tiers). */
export const entitledAt = (
  customer: Customer,
  ledger: Pick<Ledger, 'lots'>,
  rules: LedgerRules,
  nowMs: InstantMs,
): ExpertEntitlement => {
  const tier = tierAt(customer.tiers, nowMs);
  const { expertAccess } = rules.packageAt(tier, nowMs);
  const leftMin = leftAt(ledger, nowMs);
  const payable = ledger.lots.filter(
    ({ fromMs, untilMs, leftMin: left }) => left > 0 && fromMs <= nowMs && (untilMs === null || untilMs > nowMs),
  );
  const ofTier = payable.filter(({ kind }) => kind === 'monthly' || kind === 'carried');
  const given = payable.filter(({ kind }) => kind === 'pack' || kind === 'goodwill');
  const left = { leftMin, monthlyLeftMin: leftAt({ lots: ofTier }, nowMs) };
  const endsAtMs = endOf(accessOf(customer, rules), nowMs);
  if (endsAtMs !== undefined) {
    const reason = expertAccess === 'firstThreeMonths' ? 'firstMonths' : 'tier';
    return { isEntitled: true, reason, endsAtMs, ...left };
  }
  if (given.length > 0) {
    const isEndless = given.some(({ untilMs }) => untilMs === null);
    const lastMs = Math.max(...given.map(({ untilMs }) => untilMs ?? 0));
    return { isEntitled: true, reason: 'pack', endsAtMs: isEndless ? null : lastMs, ...left };
  }
  if (expertAccess === 'none') return { isEntitled: false, reason: 'none', endsAtMs: null, ...left };
  const periods = tierPeriods(customer.tiers);
  if (isFirstAssumed(periods, tier)) return { isEntitled: false, reason: 'notDated', endsAtMs: null, ...left };
  const overAtMs = firstMonthsEndMs(periods, tier, rules.zone);
  return { isEntitled: false, reason: 'firstMonthsOver', endsAtMs: overAtMs, ...left };
};
