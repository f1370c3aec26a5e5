import type { Zone } from '../calendar/zone.ts';
import type { LedgerRow, LedgerView, MonthRow, UsedLotRow } from '../ipc/expertise-schemas.ts';
import type { InstantMs } from '../time/instant.ts';
import { workedMin } from './allocate.ts';
import { chargingOf, type Charging, type ExpertiseRules } from './assignment.ts';
import type { HoursPackage } from './lot.ts';
import { monthAt, monthStartMs, type Month } from './month.ts';

/** A lot in a period; minutes. What was granted is what was used before, used in it, is gone, carried on and left, and what was used later. */
export type StatementLot = Pick<UsedLotRow, 'id' | 'kind' | 'fromMs' | 'untilMs' | 'minutes' | 'order'> & {
  readonly usedBeforeMin: number;
  readonly usedMin: number;
  /** What it had left when it ended, within the period or before. */
  readonly expiredMin: number;
  /** What the month after may still use. */
  readonly carriedMin: number;
  readonly leftMin: number;
};

type Uncharged = Exclude<Charging, { isCharged: true }>['because'];

/** What of an entry falls in the period and in one month. */
export type StatementEntry = Pick<
  LedgerRow,
  | 'id'
  | 'startMs'
  | 'endMs'
  | 'isTimed'
  | 'expert'
  | 'assignment'
  | 'note'
  | 'overageState'
  | 'overageReason'
  | 'decision'
> & {
  readonly reference: string | null;
  readonly workedMin: number;
  readonly chargedMin: number;
  /** Why it is not charged; null where it is. */
  readonly uncharged: Uncharged | null;
  readonly draws: readonly { readonly lot: UsedLotRow; readonly minutes: number }[];
  readonly overageMin: number;
};

export type StatementTotal = Omit<MonthRow, 'month'>;

/** A rule of the ledger: `contractual` where the offer states it, `default` where it is ours. `values` fill its sentence. */
export type StatementRule = {
  readonly id: string;
  readonly origin: 'contractual' | 'default';
  readonly values: Readonly<Record<string, string | number>>;
};

/** What a customer was granted and used in a period, and by which rules: everything that a statement says, without its words. */
export type Statement = {
  readonly customer: string;
  /** Tiers in the period, in order; the first since before it, or since its start. */
  readonly tiers: readonly TierSince[];
  readonly fromMonth: Month;
  readonly toMonth: Month;
  /** When it was drawn up; the period may not be over. */
  readonly asOfMs: InstantMs;
  readonly isOver: boolean;
  /** Nothing of it can change any more. */
  readonly isClosed: boolean;
  readonly lots: readonly StatementLot[];
  readonly entries: readonly StatementEntry[];
  /** Entries of the period that were taken back: they are charged to nobody. */
  readonly takenBackCount: number;
  readonly months: readonly MonthRow[];
  readonly total: StatementTotal;
  readonly overage: readonly StatementEntry[];
  readonly rules: readonly StatementRule[];
};

export type TierSince = { readonly tier: string; readonly atMs: InstantMs };

export type StatementOrder = {
  readonly ledger: LedgerView;
  /** The customer's tiers, in order of time. */
  readonly tiers: readonly TierSince[];
  /** Both included. */
  readonly fromMonth: Month;
  readonly toMonth: Month;
  readonly zone: Zone;
  readonly rules: ExpertiseRules;
  /** What the package of its last tier gives, and whether the offer states it so. */
  readonly hours: HoursPackage;
  readonly isAsOffered: boolean;
};

const sumOf = (minutes: readonly number[]): number => minutes.reduce((sum, one) => sum + one, 0);

/** The instants of a period, end exclusive. */
type Span = { readonly fromMs: InstantMs; readonly untilMs: InstantMs };

const drawnIn = (work: readonly LedgerRow[], lotId: string, { fromMs, untilMs }: Span): number =>
  sumOf(
    work.flatMap(({ parts }) =>
      parts
        .filter(({ startMs }) => startMs >= fromMs && startMs < untilMs)
        .flatMap(({ draws }) => draws.filter((draw) => draw.lotId === lotId).map(({ minutes }) => minutes)),
    ),
  );

const lotOf = (lot: UsedLotRow, { work, lots, asOfMs }: LedgerView, { fromMs, untilMs }: Span): StatementLot => {
  const { id, kind, minutes, order } = lot;
  const usedBeforeMin = drawnIn(work, id, { fromMs: 0, untilMs: fromMs });
  const usedMin = drawnIn(work, id, { fromMs, untilMs });
  const restMin = minutes - usedBeforeMin - usedMin;
  const isEnded = lot.untilMs !== null && lot.untilMs <= Math.min(untilMs, asOfMs);
  const next = lots.find((one) => one.kind === 'carried' && kind === 'monthly' && one.fromMs === lot.untilMs);
  const carriedMin = isEnded ? (next?.minutes ?? 0) : 0;
  return {
    ...{ id, kind, minutes, order, fromMs: lot.fromMs, untilMs: lot.untilMs },
    ...{ usedBeforeMin, usedMin, carriedMin },
    expiredMin: isEnded ? restMin - carriedMin : 0,
    leftMin: isEnded ? 0 : restMin,
  };
};

const unchargedOf = ({ assignment, isCustomerFault }: LedgerRow): Uncharged => {
  // What was not charged when it was logged stays so, whatever the settings are now.
  const strictest = { stepMin: 1, isRapidActionCharged: false, isCustomerFaultCharged: false, carryOverMaxMin: 0 };
  const charging = chargingOf({ assignment, isCustomerFault, priority: 'P1' }, strictest);
  return charging.isCharged ? 'serviceFault' : charging.because;
};

const entriesOf = (row: LedgerRow, lots: readonly UsedLotRow[], { fromMs, untilMs }: Span): StatementEntry[] => {
  const { id, isTimed, expert, assignment, note, overageState, overageReason, decision, ticket } = row;
  const facts = { id, isTimed, expert, assignment, note, overageState, overageReason, decision };
  const isUncharged = row.parts.length === 0;
  const whole = { startMs: row.startMs, endMs: row.endMs, chargedMin: row.chargedMin, draws: [], overageMin: 0 };
  return (isUncharged ? [whole] : row.parts)
    .filter(({ startMs }) => startMs >= fromMs && startMs < untilMs)
    .map(({ startMs, endMs, chargedMin, draws, overageMin }) => ({
      ...{ ...facts, startMs, endMs, chargedMin, overageMin },
      reference: ticket?.reference ?? null,
      workedMin: workedMin({ startMs, endMs }),
      uncharged: isUncharged ? unchargedOf(row) : null,
      draws: draws.flatMap(({ lotId, minutes }) =>
        lots.filter((lot) => lot.id === lotId).map((lot) => ({ lot, minutes })),
      ),
    }));
};

const monthlyRule = ({ hours, isAsOffered }: StatementOrder, tier: string): StatementRule => {
  const { expertAccess, monthlyMinutes } = hours;
  const isNone = monthlyMinutes === 0 || expertAccess === 'none';
  return {
    id: isNone ? 'noMonthly' : expertAccess === 'always' ? 'monthly' : 'firstMonths',
    origin: isAsOffered ? 'contractual' : 'default',
    values: { tier: tier.toUpperCase(), minutes: monthlyMinutes },
  };
};

const ruleList = (order: StatementOrder): StatementRule[] => {
  const { rules, tiers } = order;
  const ours = (id: string, values: StatementRule['values'] = {}): StatementRule => ({ id, origin: 'default', values });
  return [
    monthlyRule(order, tiers.at(-1)?.tier ?? ''),
    ours('months'),
    rules.carryOverMaxMin === 0 ? ours('expires') : ours('carried', { minutes: rules.carryOverMaxMin }),
    ours('order'),
    rules.stepMin === 1 ? ours('exact') : ours('rounded', { step: rules.stepMin }),
    ours(rules.isRapidActionCharged ? 'rapidCharged' : 'rapidFree'),
    ours(rules.isCustomerFaultCharged ? 'faultCharged' : 'faultFree'),
    ours('overage'),
  ];
};

const ZERO: StatementTotal = {
  ...{ grantedMin: 0, workedMin: 0, chargedMin: 0, coveredMin: 0, overageMin: 0, expiredMin: 0 },
};

/** Draws up a statement from the ledger as it stands (DOMAIN: Expertise hours). */
export const statementOf = (order: StatementOrder): Statement => {
  const { ledger, tiers, fromMonth, toMonth, zone } = order;
  const span: Span = { fromMs: monthStartMs(zone, fromMonth), untilMs: monthStartMs(zone, toMonth + 1) };
  const { fromMs, untilMs } = span;
  const held = ledger.work.filter(({ reversed }) => reversed === null);
  const entries = held
    .flatMap((row) => entriesOf(row, ledger.lots, span))
    .sort((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1));
  const lastMonth = Math.min(toMonth, monthAt(zone, ledger.asOfMs));
  const months = Array.from({ length: Math.max(0, lastMonth - fromMonth + 1) }, (_, i): MonthRow => {
    const month = fromMonth + i;
    return ledger.months.find((one) => one.month === month) ?? { month, ...ZERO };
  });
  const totalOf = (key: keyof StatementTotal): number => sumOf(months.map((month) => month[key]));
  // Before the first that is known, that one is taken to hold.
  const first = tiers.findLast(({ atMs }) => atMs <= fromMs) ?? tiers[0];
  const later = tiers.filter((tier) => tier !== first && tier.atMs > fromMs && tier.atMs < untilMs);
  const within = [...(first === undefined ? [] : [first]), ...later];
  return {
    ...{ customer: ledger.customer, tiers: within, fromMonth, toMonth, asOfMs: ledger.asOfMs },
    isOver: untilMs <= ledger.asOfMs,
    isClosed: ledger.closedThrough !== null && ledger.closedThrough >= toMonth,
    lots: ledger.lots
      .filter((lot) => lot.fromMs < untilMs && (lot.untilMs === null || lot.untilMs > fromMs))
      .map((lot) => lotOf(lot, { ...ledger, work: held }, span)),
    entries,
    takenBackCount: ledger.work.filter(
      ({ reversed, startMs }) => reversed !== null && startMs >= fromMs && startMs < untilMs,
    ).length,
    months,
    total: {
      grantedMin: totalOf('grantedMin'),
      workedMin: totalOf('workedMin'),
      chargedMin: totalOf('chargedMin'),
      coveredMin: totalOf('coveredMin'),
      overageMin: totalOf('overageMin'),
      expiredMin: totalOf('expiredMin'),
    },
    overage: entries.filter(({ overageMin }) => overageMin > 0),
    rules: ruleList({ ...order, tiers: within }),
  };
};
