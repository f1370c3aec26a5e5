import type { Zone } from '../calendar/zone.ts';
import type { Customer, WorkEntry } from '../customer/customer.ts';
import type { InstantMs } from '../time/instant.ts';
import { allocate, monthParts, workedMin, type PaidWork, type UsedLot } from './allocate.ts';
import { accessPeriods, monthlyLots, tierPeriods, type HoursPackage, type Lot, type TierChange } from './lot.ts';
import { monthAt, type Month } from './month.ts';

export type LedgerRules = {
  readonly zone: Zone;
  /** What a tier's package gives at an instant. */
  readonly packageAt: (tier: string, atMs: InstantMs) => HoursPackage;
  /** The instants at which packages may have become others, ascending. */
  readonly packagesChangeAtMs: readonly InstantMs[];
  /** Most minutes that the month which ends at an instant leaves to the next. */
  readonly carryOverAt: (endMs: InstantMs) => number;
};

/** `pending`: beyond what is covered, and no lead has decided on all of it. */
export type OverageState = 'none' | 'pending' | 'approved' | 'declined';

export type LedgerEntry = WorkEntry & PaidWork & { readonly workedMin: number; readonly overageState: OverageState };

/** One calendar month of a customer; minutes. */
export type MonthSummary = {
  readonly month: Month;
  /** Lots that begin in it. */
  readonly grantedMin: number;
  readonly workedMin: number;
  readonly chargedMin: number;
  readonly coveredMin: number;
  readonly overageMin: number;
  /** What lots that end with it, or within it, had left. */
  readonly expiredMin: number;
};

export type Ledger = {
  readonly asOfMs: InstantMs;
  /** Those that began by then, and those of packs to come, oldest first. */
  readonly lots: readonly UsedLot[];
  /** In the order of work; reversed entries are among them and pay nothing. */
  readonly work: readonly LedgerEntry[];
  readonly months: readonly MonthSummary[];
};

/** A history that tells the tier again at each instant at which its package may be another one. */
const retold = (tiers: Customer['tiers'], packagesChangeAtMs: readonly InstantMs[]): Customer['tiers'] => {
  const again = packagesChangeAtMs.flatMap((atMs) => {
    const entry = tiers.findLast((one) => one.atMs <= atMs);
    return entry === undefined || entry.atMs === atMs ? [] : [{ ...entry, atMs }];
  });
  return again.length === 0 ? tiers : [...tiers, ...again].sort((a, b) => a.atMs - b.atMs);
};

/** The tier history as lots are made of it, told again where packages change. */
const historyOf = ({ tiers }: Customer, { packagesChangeAtMs }: LedgerRules): readonly TierChange[] =>
  retold(tiers, packagesChangeAtMs);

/** When the customer has access to the experts with its tier. */
export const accessOf = (customer: Customer, rules: LedgerRules) =>
  accessPeriods(tierPeriods(historyOf(customer, rules)), rules.packageAt, rules.zone);

/** Every lot of a customer that begins by an instant, and every one that was bought or given, with what was adjusted. */
const lotsOf = (customer: Customer, rules: LedgerRules, untilMs: InstantMs): Lot[] => {
  const adjusted = new Map<string, number>();
  for (const { lotId, minutes } of customer.adjustments) adjusted.set(lotId, (adjusted.get(lotId) ?? 0) + minutes);
  const monthly = monthlyLots(historyOf(customer, rules), rules.packageAt, rules.zone, untilMs);
  return [...monthly, ...customer.lots].map(({ id, kind, fromMs, untilMs: endMs, minutes }) => ({
    ...{ id, kind, fromMs, untilMs: endMs },
    minutes: Math.max(0, minutes + (adjusted.get(id) ?? 0)),
  }));
};

const overageStateOf = ({ decision }: WorkEntry, overageMin: number): OverageState => {
  if (overageMin === 0) return 'none';
  if (decision === null) return 'pending';
  if (!decision.isApproved) return 'declined';
  return overageMin <= decision.minutes ? 'approved' : 'pending';
};

const summarise = (
  lots: readonly UsedLot[],
  work: readonly LedgerEntry[],
  zone: Zone,
  asOfMs: InstantMs,
): MonthSummary[] => {
  const months = new Map<Month, { -readonly [Key in keyof MonthSummary]: MonthSummary[Key] }>();
  const of = (ms: InstantMs) => {
    const month = monthAt(zone, ms);
    const held = months.get(month);
    if (held !== undefined) return held;
    const zero = { grantedMin: 0, workedMin: 0, chargedMin: 0, coveredMin: 0, overageMin: 0, expiredMin: 0 };
    const made = { month, ...zero };
    months.set(month, made);
    return made;
  };
  for (const { kind, fromMs, untilMs, minutes, leftMin } of lots) {
    if (fromMs <= asOfMs && kind !== 'carried') of(fromMs).grantedMin += minutes;
    if (untilMs === null || untilMs > asOfMs) continue;
    const carried = lots.find((lot) => lot.kind === 'carried' && kind === 'monthly' && lot.fromMs === untilMs);
    of(untilMs - 1).expiredMin += leftMin - (carried?.minutes ?? 0);
  }
  for (const { parts, reversed, ...entry } of work) {
    if (reversed !== null) continue;
    if (parts.length === 0) for (const part of monthParts(entry, zone)) of(part.startMs).workedMin += workedMin(part);
    for (const part of parts) {
      const month = of(part.startMs);
      month.workedMin += workedMin(part);
      month.chargedMin += part.chargedMin;
      month.overageMin += part.overageMin;
      month.coveredMin += part.chargedMin - part.overageMin;
    }
  }
  return [...months.values()].sort((a, b) => a.month - b.month);
};

/** A customer's ledger as it stands at an instant: what every lot has left, who paid for which work, and each month (hours/SPEC). */
export const ledgerOf = (customer: Customer, rules: LedgerRules, asOfMs: InstantMs): Ledger => {
  const { zone, carryOverAt } = rules;
  const counted = customer.work.filter(({ reversed, chargedMin }) => reversed === null && chargedMin > 0);
  const lastMs = Math.max(asOfMs, ...counted.map(({ endMs }) => endMs - 1));
  const { lots, work } = allocate(lotsOf(customer, rules, lastMs), counted, { zone, asOfMs, carryOverAt });
  const paid = new Map(work.map((entry) => [entry.id, entry]));
  const entries = customer.work
    .map((entry): LedgerEntry => {
      const own = paid.get(entry.id);
      const { chargedMin } = entry;
      const payment = own ?? { id: entry.id, chargedMin, coveredMin: 0, overageMin: 0, parts: [] };
      return {
        ...entry,
        ...payment,
        workedMin: workedMin(entry),
        overageState: overageStateOf(entry, payment.overageMin),
      };
    })
    .sort((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1));
  const shown = lots.filter(({ fromMs, kind, usedMin }) => fromMs <= asOfMs || kind !== 'monthly' || usedMin > 0);
  return { asOfMs, lots: shown, work: entries, months: summarise(lots, entries, zone, asOfMs) };
};

/** What may still be used at an instant: the sum of what is left of the lots that would pay for work starting then. */
export const leftAt = ({ lots }: Pick<Ledger, 'lots'>, atMs: InstantMs): number =>
  lots
    .filter(({ fromMs, untilMs }) => fromMs <= atMs && (untilMs === null || untilMs > atMs))
    .reduce((sum, { leftMin }) => sum + leftMin, 0);
