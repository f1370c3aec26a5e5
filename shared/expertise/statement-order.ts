import { DEFAULT_EXPERTISE_RULES } from './assignment.ts';
import { monthAt, monthStartMs, type Month } from './month.ts';
import type { StatementOrder } from './statement.ts';
import type { LedgerView } from '../ipc/expertise-schemas.ts';
import type { Rules } from '../sla/policy.ts';
import { entitlementOf } from '../tier/entitlement.ts';
import type { Zone } from '../calendar/zone.ts';

export type Period = Pick<StatementOrder, 'fromMonth' | 'toMonth'>;

/** The months that a statement can be of: from the first of which the ledger tells to the present one. */
export const monthsOf = ({ months, lots, asOfMs }: LedgerView, zone: Zone): Month[] => {
  const now = monthAt(zone, asOfMs);
  const first = Math.min(now, ...months.map(({ month }) => month), ...lots.map(({ fromMs }) => monthAt(zone, fromMs)));
  return Array.from({ length: now - first + 1 }, (_, i) => first + i);
};

/** What is asked for as a rule: the last month that is over, the present one where there is none. */
export const usualPeriod = (months: readonly Month[]): Period => {
  const month = months.at(-2) ?? months.at(-1) ?? 0;
  return { fromMonth: month, toMonth: month };
};

/** One end of a period moved; the other follows where it would lie on the wrong side. */
export const movePeriod = ({ fromMonth, toMonth }: Period, change: Partial<Period>): Period => {
  if (change.fromMonth !== undefined)
    return { fromMonth: change.fromMonth, toMonth: Math.max(change.fromMonth, toMonth) };
  if (change.toMonth !== undefined) return { fromMonth: Math.min(fromMonth, change.toMonth), toMonth: change.toMonth };
  return { fromMonth, toMonth };
};

/** All that a statement is drawn up from; its rules are those in force when the period ended, or now. */
export const statementOrder = (
  ledger: LedgerView,
  { tiers }: Pick<StatementOrder, 'tiers'>,
  period: Period,
  rules: Rules,
  zone: Zone,
): StatementOrder => {
  const endMs = Math.min(ledger.asOfMs, monthStartMs(zone, period.toMonth + 1) - 1);
  const { policy } = rules.at(endMs);
  const tier = tiers.findLast(({ atMs }) => atMs <= endMs)?.tier ?? tiers[0]?.tier ?? '';
  const offered = entitlementOf(tier);
  const hours = policy.entitlements?.[tier] ?? offered;
  const isAsOffered = hours.expertAccess === offered.expertAccess && hours.monthlyMinutes === offered.monthlyMinutes;
  return {
    ...period,
    ...{ ledger, tiers, zone, hours, isAsOffered },
    rules: policy.expertise ?? DEFAULT_EXPERTISE_RULES,
  };
};
