import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

type Entry = CustomerPage['tiers'][number];

/** A tier from its beginning to the next one's, end exclusive; null while nothing ends it. */
export type TierStretch = Entry & {
  readonly untilMs: InstantMs | null;
  readonly standing: 'past' | 'present' | 'toCome';
};

/** The history as stretches, in order of time. */
export const tierStretches = (tiers: readonly Entry[], nowMs: InstantMs): TierStretch[] =>
  tiers.map((entry, i) => {
    const untilMs = tiers[i + 1]?.atMs ?? null;
    const isOver = untilMs !== null && untilMs <= nowMs;
    return { ...entry, untilMs, standing: entry.atMs > nowMs ? 'toCome' : isOver ? 'past' : 'present' };
  });

/** What an end that nobody knows is drawn as, of all that is known. */
const OPEN_SHARE = 0.12;

/** How much of the picture each stretch takes, as shares of 1; one that nothing ends is drawn on a little beyond now. */
export const stretchShares = (stretches: readonly TierStretch[], nowMs: InstantMs): number[] => {
  const firstMs = stretches[0]?.atMs ?? nowMs;
  const lastMs = Math.max(nowMs, stretches.at(-1)?.atMs ?? nowMs);
  const endMs = lastMs + Math.max(1, (lastMs - firstMs) * OPEN_SHARE);
  return stretches.map(({ atMs, untilMs }) => ((untilMs ?? endMs) - atMs) / (endMs - firstMs));
};

/** How far into the present stretch now is, as a share of 1; null where no stretch is present. */
export const nowShare = (stretches: readonly TierStretch[], nowMs: InstantMs): number | null => {
  const present = stretches.find(({ standing }) => standing === 'present');
  if (present === undefined) return null;
  const firstMs = stretches[0]?.atMs ?? nowMs;
  const endMs = present.untilMs ?? nowMs + Math.max(1, (nowMs - firstMs) * OPEN_SHARE);
  return (nowMs - present.atMs) / (endMs - present.atMs);
};
