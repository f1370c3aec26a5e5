import type { LedgerView, MonthRow, UsedLotRow } from '../ipc/expertise-schemas.ts';

/** A month whose sums an order changes: its statement, where it was sent, is to be sent again. */
export type MonthChange = {
  readonly month: number;
  readonly isClosed: boolean;
  readonly before: MonthRow;
  readonly after: MonthRow;
};

/** A lot that an order draws on, or gives minutes back to. */
export type LotChange = { readonly lot: UsedLotRow; readonly usedBeforeMin: number };

export type LedgerChanges = {
  readonly months: readonly MonthChange[];
  readonly lots: readonly LotChange[];
  /** Minutes of other entries that are no longer covered, since earlier work is served first. */
  readonly pushedMin: number;
  /** Minutes of the order itself that no lot covers. */
  readonly overageMin: number;
};

const emptyMonth = (month: number): MonthRow => ({
  ...{ month, grantedMin: 0, workedMin: 0, chargedMin: 0, coveredMin: 0, overageMin: 0, expiredMin: 0 },
});

type Ledger = Pick<LedgerView, 'months' | 'lots' | 'work' | 'closedThrough'>;

/** What a customer's ledger would be otherwise: the same months, lots and entries, before an order and after it. */
export const ledgerChanges = (before: Ledger, after: Ledger): LedgerChanges => {
  const known = new Map(before.months.map((one) => [one.month, one]));
  const now = new Map(after.months.map((one) => [one.month, one]));
  const months = [...new Set([...known.keys(), ...now.keys()])]
    .sort((a, b) => a - b)
    .map((month) => ({
      month,
      isClosed: after.closedThrough !== null && month <= after.closedThrough,
      before: known.get(month) ?? emptyMonth(month),
      after: now.get(month) ?? emptyMonth(month),
    }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
  const used = new Map(before.lots.map(({ id, usedMin }) => [id, usedMin]));
  const lots = after.lots
    .map((lot) => ({ lot, usedBeforeMin: used.get(lot.id) ?? 0 }))
    .filter(({ lot, usedBeforeMin }) => lot.usedMin !== usedBeforeMin);
  const over = new Map(before.work.map(({ id, overageMin }) => [id, overageMin]));
  let pushedMin = 0;
  let overageMin = 0;
  for (const entry of after.work) {
    const was = over.get(entry.id);
    if (was === undefined) overageMin += entry.overageMin;
    else pushedMin += Math.max(0, entry.overageMin - was);
  }
  return { months, lots, pushedMin, overageMin };
};
