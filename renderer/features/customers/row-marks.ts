import type { CustomerRow } from '../../../shared/ipc/customer-schemas.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';

const SOON_MS = 30 * DAY_MS;
const URGENT_MS = 7 * DAY_MS;

/** What of a customer wants to be seen in the list. `endsAtMs` is exclusive. */
export type RowMark =
  | { readonly kind: 'pending'; readonly minutes: number }
  | { readonly kind: 'accessEnds'; readonly endsAtMs: InstantMs; readonly isUrgent: boolean }
  | { readonly kind: 'nextTier'; readonly tier: string; readonly atMs: InstantMs };

/** Overage that waits for a lead, access to the experts that ends within 30 days (urgent within 7), a tier to come. */
export const rowMarks = (
  { pendingMin, entitlement, nextTier }: Pick<CustomerRow, 'pendingMin' | 'entitlement' | 'nextTier'>,
  nowMs: InstantMs,
): RowMark[] => {
  const { isEntitled, reason, endsAtMs, leftMin, monthlyLeftMin } = entitlement;
  const goesOnWithPacks = reason !== 'pack' && leftMin > monthlyLeftMin;
  const endsInMs = isEntitled && endsAtMs !== null && !goesOnWithPacks ? endsAtMs - nowMs : Infinity;
  return [
    ...(pendingMin > 0 ? [{ kind: 'pending', minutes: pendingMin } as const] : []),
    ...(endsAtMs !== null && endsInMs <= SOON_MS
      ? [{ kind: 'accessEnds', endsAtMs, isUrgent: endsInMs <= URGENT_MS } as const]
      : []),
    ...(nextTier === null ? [] : [{ kind: 'nextTier', ...nextTier } as const]),
  ];
};
