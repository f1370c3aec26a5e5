import { DAY_MS, type InstantMs } from '../time/instant.ts';

/** The offsets of a time zone from UTC over the instants that Vigie works with. */
export type Zone = {
  readonly id: string;
  /** Instants at which the offset changes, ascending. */
  readonly changesAtMs: readonly InstantMs[];
  /** One more than changes: `offsetsMs[0]` holds before the first, `offsetsMs[i]` from change `i - 1` on. Local = UTC + offset. */
  readonly offsetsMs: readonly number[];
};

const changesUpTo = (zone: Zone, ms: InstantMs): number => {
  let low = 0;
  let high = zone.changesAtMs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zone.changesAtMs[middle] ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Milliseconds to add to UTC for local time at an instant. */
export const offsetAt = (zone: Zone, ms: InstantMs): number => zone.offsetsMs[changesUpTo(zone, ms)] ?? 0;

/**
 * The instant of a local wall time, itself written as if it were UTC. A time that occurs twice (autumn) is the earlier of the two;
 * one that does not occur (spring) moves on by the length of the gap: Temporal's 'compatible'.
 */
export const localToInstant = (zone: Zone, localMs: number): InstantMs => {
  const before = offsetAt(zone, localMs - DAY_MS);
  const after = offsetAt(zone, localMs + DAY_MS);
  if (before === after) return localMs - before;
  const early = localMs - before;
  if (offsetAt(zone, early) === before) return early;
  const late = localMs - after;
  return offsetAt(zone, late) === after ? late : early;
};

/**
 * `localToInstant` for local times that come in order: it keeps the offset in force until local time comes near the next change, so
 * that a calendar of 130 years compiles without a search a day.
 */
export const localReader = (zone: Zone): ((localMs: number) => InstantMs) => {
  let offset = 0;
  let fromMs = Infinity;
  let untilMs = -Infinity;
  return (localMs) => {
    if (localMs >= fromMs && localMs < untilMs) return localMs - offset;
    const change = changesUpTo(zone, localMs - 2 * DAY_MS);
    const before = zone.changesAtMs[change - 1];
    offset = zone.offsetsMs[change] ?? 0;
    fromMs = before === undefined ? -Infinity : before + 2 * DAY_MS;
    untilMs = (zone.changesAtMs[change] ?? Infinity) - 2 * DAY_MS;
    return localMs >= fromMs && localMs < untilMs ? localMs - offset : localToInstant(zone, localMs);
  };
};
