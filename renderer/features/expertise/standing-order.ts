import type { MonthStanding } from '../../../shared/ipc/expertise-schemas.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';

export const STANDING_SORTS = ['customer', 'left', 'overage', 'pack'] as const;
export type StandingSort = (typeof STANDING_SORTS)[number];

export type StandingView = {
  readonly sort: StandingSort;
  readonly isDescending: boolean;
  /** Only those who have hours that would expire with the month. */
  readonly isUnusedOnly: boolean;
};

/** Soon enough to be told first, and soon enough to be told loudly. */
const SOON_MS = 30 * DAY_MS;
const VERY_SOON_MS = 7 * DAY_MS;

/** How near the end of a customer's access to the experts is; null where it is far, or nothing ends it. */
export const endingOf = ({ entitlement }: MonthStanding, nowMs: InstantMs): 'soon' | 'verySoon' | null => {
  const { isEntitled, reason, endsAtMs } = entitlement;
  if (!isEntitled || reason === 'pack' || endsAtMs === null || endsAtMs - nowMs > SOON_MS) return null;
  return endsAtMs - nowMs <= VERY_SOON_MS ? 'verySoon' : 'soon';
};

const valueOf = (standing: MonthStanding, sort: Exclude<StandingSort, 'customer'>): number =>
  sort === 'left' ? standing.leftMin : sort === 'overage' ? standing.overageMin : standing.packLeftMin;

/** The standings as they are listed: those whose access ends soon first, the soonest above, then as somebody sorts them. */
export const orderStandings = (
  standings: readonly MonthStanding[],
  { sort, isDescending, isUnusedOnly }: StandingView,
  nowMs: InstantMs,
): MonthStanding[] => {
  const sign = isDescending ? -1 : 1;
  const byName = (a: MonthStanding, b: MonthStanding): number => a.customer.localeCompare(b.customer);
  const sorted = standings
    .filter(({ leftMin }) => !isUnusedOnly || leftMin > 0)
    .sort((a, b) => sign * (sort === 'customer' ? byName(a, b) : valueOf(a, sort) - valueOf(b, sort)) || byName(a, b));
  const ending = sorted.filter((standing) => endingOf(standing, nowMs) !== null);
  return [
    ...ending.toSorted((a, b) => (a.entitlement.endsAtMs ?? 0) - (b.entitlement.endsAtMs ?? 0)),
    ...sorted.filter((standing) => !ending.includes(standing)),
  ];
};
