import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';

/** The counted time of one local day. */
export type DaySum = {
  /** An instant of that day. */
  readonly atMs: InstantMs;
  readonly countedMs: number;
  /** Some of it still lies ahead. */
  readonly isAhead: boolean;
};

type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs; readonly isAhead: boolean };

/** The local midnight after an instant. */
const nextMidnight = (zone: Zone, ms: InstantMs): InstantMs => {
  const local = ms + offsetAt(zone, ms);
  return localToInstant(zone, (Math.floor(local / DAY_MS) + 1) * DAY_MS);
};

/** Sums spans by local day, from `fromMs` on. */
export const sumByDay = (spans: readonly Span[], fromMs: InstantMs, zone: Zone): DaySum[] => {
  const days = new Map<InstantMs, DaySum>();
  for (const { startMs, endMs, isAhead } of spans) {
    for (let atMs = Math.max(startMs, fromMs); atMs < endMs;) {
      const midnight = nextMidnight(zone, atMs);
      const partEndMs = Math.min(endMs, midnight);
      const known = days.get(midnight);
      days.set(midnight, {
        atMs: known?.atMs ?? atMs,
        countedMs: (known?.countedMs ?? 0) + partEndMs - atMs,
        isAhead: isAhead || (known?.isAhead ?? false),
      });
      atMs = partEndMs;
    }
  }
  return [...days.values()];
};
