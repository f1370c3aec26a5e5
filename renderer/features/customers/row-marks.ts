import type { CustomerRow } from '../../../shared/ipc/customer-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { accessEndsInMs, SOON_MS, VERY_SOON_MS } from './access-ending.ts';

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
  const { endsAtMs } = entitlement;
  const endsInMs = accessEndsInMs(entitlement, nowMs);
  return [
    ...(pendingMin > 0 ? [{ kind: 'pending', minutes: pendingMin } as const] : []),
    ...(endsAtMs !== null && endsInMs <= SOON_MS
      ? [{ kind: 'accessEnds', endsAtMs, isUrgent: endsInMs <= VERY_SOON_MS } as const]
      : []),
    ...(nextTier === null ? [] : [{ kind: 'nextTier', ...nextTier } as const]),
  ];
};
