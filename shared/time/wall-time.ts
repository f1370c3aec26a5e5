import { localToInstant, type Zone } from '../calendar/zone.ts';
import { isInstant, utcMs, type InstantMs } from './instant.ts';

const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/** The instant that a date and time name on the wall of a zone (`2026-11-23T09:15`); null where they name none. */
export const wallToInstant = (zone: Zone, text: string): InstantMs | null => {
  const match = WALL.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const local = utcMs(year, month, day, hour, minute);
  if (local === null) return null;
  const ms = localToInstant(zone, local);
  return isInstant(ms) ? ms : null;
};
