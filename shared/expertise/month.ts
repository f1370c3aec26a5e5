import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { utcMs, type InstantMs } from '../time/instant.ts';

/** A calendar month as one number: 12 × year + month, January being 0. Months of the ledger are those of Europe/Paris (hours/SPEC). */
export type Month = number;

/** The zone in which months begin (hours/SPEC). */
export const LEDGER_ZONE = 'Europe/Paris';

export const monthAt = (zone: Zone, ms: InstantMs): Month => {
  const local = new Date(ms + offsetAt(zone, ms));
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
};

/** Midnight on the 1st; the end of the month before, end exclusive. */
export const monthStartMs = (zone: Zone, month: Month): InstantMs =>
  localToInstant(zone, Date.UTC(Math.floor(month / 12), month % 12, 1));

/** The instant at which the month of another ends. */
export const monthEndMs = (zone: Zone, ms: InstantMs): InstantMs => monthStartMs(zone, monthAt(zone, ms) + 1);

/** `2026-04`. */
export const monthName = (month: Month): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Null where the text is no month such as `2026-04`. */
export const parseMonth = (text: string): Month | null => {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return utcMs(year, month, 1) === null ? null : year * 12 + month - 1;
};
