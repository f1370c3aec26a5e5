import { localToInstant, offsetAt, type Zone } from '../../../shared/calendar/zone.ts';
import { DAY_MS, HOUR_MS, type InstantMs } from '../../../shared/time/instant.ts';

/** Three shifts a day end then, on the clock of the desk. */
const ENDS_MS = [6 * HOUR_MS, 14 * HOUR_MS, 22 * HOUR_MS];
/** Whoever hands over closer to the end of a shift means the one after it. */
const LEAST_MS = 4 * HOUR_MS;
const OFFERED = 3;

/** When the shift that takes over may end, the likely first. */
export const shiftEnds = (nowMs: InstantMs, zone: Zone): InstantMs[] => {
  const todayMs = Math.floor((nowMs + offsetAt(zone, nowMs)) / DAY_MS) * DAY_MS;
  return [0, 1, 2]
    .flatMap((day) => ENDS_MS.map((end) => localToInstant(zone, todayMs + day * DAY_MS + end)))
    .filter((atMs) => atMs - nowMs >= LEAST_MS)
    .slice(0, OFFERED);
};
