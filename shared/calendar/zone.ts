import { Temporal } from 'temporal-polyfill';
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, type InstantMs } from '../time/instant.ts';

/** The offsets of a time zone from UTC over the instants that Vigie works with. */
export type Zone = {
  readonly id: string;
  /** Instants at which the offset changes, ascending. */
  readonly changesAtMs: readonly InstantMs[];
  /** One more than changes: `offsetsMs[0]` holds before the first, `offsetsMs[i]` from change `i - 1` on. Local = UTC + offset. */
  readonly offsetsMs: readonly number[];
};

/** A zone's table; throws a RangeError naming the zone where the runtime does not know it. */
export const compileZone = (id: string): Zone => {
  const first = Temporal.Instant.fromEpochMilliseconds(FIRST_INSTANT_MS - 2 * DAY_MS);
  let at: Temporal.ZonedDateTime;
  try {
    at = first.toZonedDateTimeISO(id);
  } catch {
    throw new RangeError(`'${id}' is not a time zone that this system knows; use a name such as Europe/Paris or UTC`);
  }
  const changesAtMs: InstantMs[] = [];
  const offsetsMs = [at.offsetNanoseconds / 1e6];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > END_INSTANT_MS + 2 * DAY_MS) break;
    changesAtMs.push(next.epochMilliseconds);
    offsetsMs.push(next.offsetNanoseconds / 1e6);
    at = next;
  }
  return { id, changesAtMs, offsetsMs };
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
