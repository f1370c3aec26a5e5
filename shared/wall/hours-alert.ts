import type { UsedLot } from '../expertise/allocate.ts';
import type { ExpertEntitlement } from '../expertise/entitled.ts';
import { DAY_MS, END_INSTANT_MS, type InstantMs } from '../time/instant.ts';

/** Why a customer's hours are about to run out, in the order in which the wall lists them. Which are and when is ours [D]. */
export const HOURS_ALERTS = ['nearlyUsed', 'accessEnds', 'lapses', 'usedUp', 'monthEnds'] as const;
export type HoursAlertKind = (typeof HOURS_ALERTS)[number];

export type HoursAlert = {
  readonly kind: HoursAlertKind;
  /** What would pay for work now. */
  readonly leftMin: number;
  readonly grantedMin: number;
  /** When minutes lapse or access ends; null where neither is near. */
  readonly atMs: InstantMs | null;
};

/** A quarter left is nearly used. */
const NEARLY_USED = 0.25;
/** Bought hours, and access, are told of this long before they end. */
const ENDS_WITHIN_MS = 14 * DAY_MS;
/** Most months end with hours that nobody used: those are told of late. */
const MONTH_ENDS_WITHIN_MS = 3 * DAY_MS;

type Held = Pick<UsedLot, 'kind' | 'fromMs' | 'untilMs' | 'minutes' | 'leftMin'>;
type Access = Pick<ExpertEntitlement, 'isEntitled' | 'reason' | 'endsAtMs'>;

const sum = (minutes: readonly number[]): number => minutes.reduce((total, one) => total + one, 0);

const isOfMonth = ({ kind }: Held): boolean => kind === 'monthly' || kind === 'carried';

const holds = (nowMs: InstantMs) => (lot: Held) => lot.fromMs <= nowMs && (lot.untilMs === null || lot.untilMs > nowMs);

/** The soonest end of lots with minutes left, within a time; null where none is so near. */
const lapseOf = (lots: readonly Held[], untilMs: InstantMs): InstantMs | null => {
  const ends = lots.flatMap((lot) => (lot.leftMin > 0 && lot.untilMs !== null ? lot.untilMs : []));
  const soonest = Math.min(...ends);
  return soonest <= untilMs ? soonest : null;
};

/** What is to be told of a customer's hours at an instant; null where there is nothing to tell, or it has no hours. */
export const hoursAlert = (all: readonly Held[], access: Access, nowMs: InstantMs): HoursAlert | null => {
  const lots = all.filter(holds(nowMs));
  const grantedMin = sum(lots.map(({ minutes }) => minutes));
  const leftMin = sum(lots.map((lot) => lot.leftMin));
  if (grantedMin <= 0) return null;
  const told = { leftMin, grantedMin };
  if (leftMin <= 0) return { kind: 'usedUp', ...told, atMs: null };
  if (leftMin <= grantedMin * NEARLY_USED) {
    return { kind: 'nearlyUsed', ...told, atMs: lapseOf(lots, nowMs + ENDS_WITHIN_MS) };
  }
  const { isEntitled, reason, endsAtMs } = access;
  if (isEntitled && reason === 'firstMonths' && endsAtMs !== null && endsAtMs <= nowMs + ENDS_WITHIN_MS) {
    return { kind: 'accessEnds', ...told, atMs: endsAtMs };
  }
  const lapseMs = lapseOf(
    lots.filter((lot) => !isOfMonth(lot)),
    nowMs + ENDS_WITHIN_MS,
  );
  if (lapseMs !== null) return { kind: 'lapses', ...told, atMs: lapseMs };
  const monthMs = lapseOf(lots.filter(isOfMonth), nowMs + MONTH_ENDS_WITHIN_MS);
  return monthMs === null ? null : { kind: 'monthEnds', ...told, atMs: monthMs };
};

/** The next instant at which passing time alone may change that. */
export const hoursTurnMs = (lots: readonly Held[], { endsAtMs }: Access, nowMs: InstantMs): InstantMs => {
  const edges = [...lots.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]), endsAtMs];
  const turns = edges.flatMap((ms) => (ms === null ? [] : [ms, ms - ENDS_WITHIN_MS, ms - MONTH_ENDS_WITHIN_MS]));
  return Math.min(...turns.filter((ms) => ms > nowMs));
};

type Named = { readonly customer: string; readonly alert: HoursAlert };

/** What is nearest to its end first. */
export const compareHours = (a: Named, b: Named): number =>
  HOURS_ALERTS.indexOf(a.alert.kind) - HOURS_ALERTS.indexOf(b.alert.kind) ||
  (a.alert.atMs ?? END_INSTANT_MS) - (b.alert.atMs ?? END_INSTANT_MS) ||
  a.alert.leftMin - b.alert.leftMin ||
  (a.customer < b.customer ? -1 : 1);
