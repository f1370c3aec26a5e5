import { DAY_MS, type InstantMs } from '../time/instant.ts';
import type { UsedLot, WorkPart } from './allocate.ts';

const LOOKED_BACK_MS = 90 * DAY_MS;

/** What of a ledger, or of the view of one, says how fast lots are used. */
type Drawn = {
  readonly lots: readonly Pick<UsedLot, 'id' | 'kind' | 'fromMs' | 'untilMs' | 'leftMin'>[];
  readonly work: readonly { readonly parts: readonly Pick<WorkPart, 'startMs' | 'draws'>[] }[];
};

/**
 * When packs are used up if they are drawn on as in the last 90 days; null where there is none, or none was drawn on. An estimate, and shown
 * as one.
 */
export const packsEndAtMs = ({ lots, work }: Drawn, nowMs: InstantMs): InstantMs | null => {
  const packs = lots.filter(
    ({ kind, fromMs, untilMs, leftMin }) =>
      (kind === 'pack' || kind === 'goodwill') &&
      leftMin > 0 &&
      fromMs <= nowMs &&
      (untilMs === null || untilMs > nowMs),
  );
  const leftMin = packs.reduce((sum, lot) => sum + lot.leftMin, 0);
  const ids = new Set(lots.filter(({ kind }) => kind === 'pack' || kind === 'goodwill').map(({ id }) => id));
  const recent = work.flatMap(({ parts }) =>
    parts.filter(({ startMs }) => startMs > nowMs - LOOKED_BACK_MS && startMs <= nowMs).flatMap(({ draws }) => draws),
  );
  const drawnMin = recent.filter(({ lotId }) => ids.has(lotId)).reduce((sum, { minutes }) => sum + minutes, 0);
  if (leftMin === 0 || drawnMin === 0) return null;
  return nowMs + Math.round((leftMin / drawnMin) * LOOKED_BACK_MS);
};
