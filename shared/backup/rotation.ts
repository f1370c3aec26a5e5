import { offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';

/** Of how many days, weeks and months one backup is kept, the last of each. Periods without any do not count. */
export const KEPT_PERIODS = { days: 7, weeks: 4, months: 6 } as const;

const dayOf = (zone: Zone, ms: InstantMs): number => Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);

/** Weeks begin on Monday; the first day of all was a Thursday. */
const weekOf = (zone: Zone, ms: InstantMs): number => Math.floor((dayOf(zone, ms) + 3) / 7);

const monthOf = (zone: Zone, ms: InstantMs): number => {
  const local = new Date(ms + offsetAt(zone, ms));
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
};

/** Which backups stay, by the instants at which they were made: the last of each of the last days, weeks and months that have one. */
export const keptBackups = (
  madeAtMs: readonly InstantMs[],
  zone: Zone,
  kept: Readonly<Record<keyof typeof KEPT_PERIODS, number>> = KEPT_PERIODS,
): ReadonlySet<InstantMs> => {
  const newestFirst = madeAtMs.toSorted((a, b) => b - a);
  const stay = new Set<InstantMs>();
  const PERIODS = { days: dayOf, weeks: weekOf, months: monthOf } as const;
  for (const period of ['days', 'weeks', 'months'] as const) {
    const seen = new Set<number>();
    for (const ms of newestFirst) {
      const of = PERIODS[period](zone, ms);
      if (seen.has(of)) continue;
      if (seen.size >= kept[period]) break;
      seen.add(of);
      stay.add(ms);
    }
  }
  return stay;
};

/** When the next backup is due: a day after the last one that is not after now; at once where there is none. */
export const nextBackupAtMs = (lastMadeAtMs: InstantMs | null, nowMs: InstantMs): InstantMs =>
  lastMadeAtMs === null || lastMadeAtMs > nowMs ? nowMs : Math.max(nowMs, lastMadeAtMs + DAY_MS);
