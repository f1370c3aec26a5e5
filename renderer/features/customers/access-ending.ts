import type { ExpertEntitlement } from '../../../shared/ipc/customer-schemas.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';

/** Soon enough to be told, and soon enough to be told loudly. */
export const SOON_MS = 30 * DAY_MS;
export const VERY_SOON_MS = 7 * DAY_MS;

/** How long a customer still has access to the experts; Infinity where nothing ends it, or packs go on after the tier's. */
export const accessEndsInMs = (
  { isEntitled, reason, endsAtMs, leftMin, monthlyLeftMin }: ExpertEntitlement,
  nowMs: InstantMs,
): number => {
  const goesOnWithPacks = reason !== 'pack' && leftMin > monthlyLeftMin;
  return isEntitled && endsAtMs !== null && !goesOnWithPacks ? endsAtMs - nowMs : Infinity;
};
