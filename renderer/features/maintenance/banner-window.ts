import type { InstantMs } from '../../../shared/time/instant.ts';
import type { HeldLine } from './window-lines.ts';

/** From so long before it begins a window is told of. */
export const TOLD_BEFORE_MS = 24 * 3_600_000;

export type BannerWindow = { readonly kind: 'before' | 'during'; readonly line: HeldLine };

/**
 * The windows that are told of at an instant: those that are held, then the next ones to come. One that was put away comes back when it
 * begins.
 */
export const bannerWindows = (
  lines: readonly HeldLine[],
  nowMs: InstantMs,
  putAway: ReadonlySet<string>,
): BannerWindow[] => {
  const during = lines.filter(({ startMs, endMs }) => startMs <= nowMs && endMs > nowMs);
  const coming = lines.filter(
    ({ key, startMs }) => startMs > nowMs && startMs - nowMs <= TOLD_BEFORE_MS && !putAway.has(key),
  );
  const nextMs = Math.min(...coming.map(({ startMs }) => startMs));
  return [
    ...during.map((line) => ({ kind: 'during' as const, line })),
    ...coming.filter(({ startMs }) => startMs === nextMs).map((line) => ({ kind: 'before' as const, line })),
  ];
};
