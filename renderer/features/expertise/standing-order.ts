import type { MonthStanding } from '../../../shared/ipc/expertise-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { accessEndsInMs, SOON_MS, VERY_SOON_MS } from '../customers/access-ending.ts';

export const STANDING_SORTS = ['customer', 'left', 'overage', 'pack'] as const;
export type StandingSort = (typeof STANDING_SORTS)[number];

export type StandingView = {
  readonly sort: StandingSort;
  readonly isDescending: boolean;
  /** Only those who have hours that would expire with the month. */
  readonly isUnusedOnly: boolean;
};

/** How near the end of a customer's access to the experts is; null where it is far, or nothing ends it. */
export const endingOf = ({ entitlement }: MonthStanding, nowMs: InstantMs): 'soon' | 'verySoon' | null => {
  const endsInMs = accessEndsInMs(entitlement, nowMs);
  if (endsInMs > SOON_MS) return null;
  return endsInMs <= VERY_SOON_MS ? 'verySoon' : 'soon';
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
