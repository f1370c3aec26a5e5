import { DAY_MS, HOUR_MS, type InstantMs } from '../time/instant.ts';
import { openFrom, type Calendar } from './calendar.ts';
import { localToInstant, offsetAt, type Zone } from './zone.ts';

const MORNING_MS = 10 * HOUR_MS;
/** No desk is closed for longer. */
const MOST_DAYS = 14;

/** Ten o'clock of the next local day on which the desk is open then; of the next day where it is never open at ten. */
export const nextMorning = (calendar: Calendar, zone: Zone, nowMs: InstantMs): InstantMs => {
  const todayMs = Math.floor((nowMs + offsetAt(zone, nowMs)) / DAY_MS) * DAY_MS;
  const morning = (days: number): InstantMs => localToInstant(zone, todayMs + days * DAY_MS + MORNING_MS);
  for (let days = 1; days <= MOST_DAYS; days++) {
    if (openFrom(calendar, morning(days)) === morning(days)) return morning(days);
  }
  return morning(1);
};
