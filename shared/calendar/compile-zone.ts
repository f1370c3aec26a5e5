import { Temporal } from 'temporal-polyfill';
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, type InstantMs } from '../time/instant.ts';
import type { Zone } from './zone.ts';

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
