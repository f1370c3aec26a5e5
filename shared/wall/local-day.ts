import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';

/** The local day of an instant, end exclusive: 23 to 25 hours. */
export const localDayOf = (zone: Zone, ms: InstantMs): { readonly fromMs: InstantMs; readonly toMs: InstantMs } => {
  const day = Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);
  return { fromMs: localToInstant(zone, day * DAY_MS), toMs: localToInstant(zone, (day + 1) * DAY_MS) };
};
