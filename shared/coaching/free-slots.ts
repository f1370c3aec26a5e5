import { openBetween, type Calendar } from '../calendar/calendar.ts';
import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, MINUTE_MS, type InstantMs } from '../time/instant.ts';
import type { Conflict, ConflictKind } from './conflicts.ts';

/** Slots begin on the half hour, local time. */
const STEP_MS = 30 * MINUTE_MS;
/** Of one expert on one day: more of the same day says little. */
const MOST_A_DAY = 2;

export type FreeSlot = { readonly expert: string; readonly startMs: InstantMs; readonly endMs: InstantMs };

type Wanted = {
  readonly fromMs: InstantMs;
  /** Slots end by then. */
  readonly untilMs: InstantMs;
  readonly durationMs: number;
  readonly most: number;
};

/** What a slot may have against it: hours are told with it, since another slot hardly changes them. */
const TOLERATED: ReadonlySet<ConflictKind> = new Set<ConflictKind>(['notEntitled', 'hoursShort']);

const startsIn = (zone: Zone, fromMs: InstantMs, untilMs: InstantMs, durationMs: number): InstantMs[] => {
  const starts: InstantMs[] = [];
  const firstLocalMs = Math.ceil((fromMs + offsetAt(zone, fromMs)) / STEP_MS) * STEP_MS;
  for (let localMs = firstLocalMs; ; localMs += STEP_MS) {
    const startMs = localToInstant(zone, localMs);
    if (startMs + durationMs > untilMs) return starts;
    starts.push(startMs);
  }
};

/**
 * The next slots within working hours against which nothing stands but hours, soonest first, then by the expert's name. `conflictsAt` is asked
 * of each in turn.
 */
export const freeSlots = (
  zone: Zone,
  { fromMs, untilMs, durationMs, most }: Wanted,
  experts: readonly { readonly expert: string; readonly workingHours: Calendar }[],
  conflictsAt: (slot: FreeSlot) => readonly Conflict[],
): FreeSlot[] =>
  experts
    .flatMap(({ expert, workingHours }) => {
      const found: FreeSlot[] = [];
      const perDay = new Map<number, number>();
      for (const [openMs, closeMs] of openBetween(workingHours, fromMs, untilMs)) {
        if (found.length >= most) break;
        for (const startMs of startsIn(zone, openMs, closeMs, durationMs)) {
          const day = Math.floor((startMs + offsetAt(zone, startMs)) / DAY_MS);
          if ((perDay.get(day) ?? 0) >= MOST_A_DAY) break;
          const slot = { expert, startMs, endMs: startMs + durationMs };
          if (conflictsAt(slot).some(({ kind }) => !TOLERATED.has(kind))) continue;
          if (found.some((one) => one.endMs > startMs)) continue;
          found.push(slot);
          perDay.set(day, (perDay.get(day) ?? 0) + 1);
        }
      }
      return found;
    })
    .sort((a, b) => a.startMs - b.startMs || (a.expert < b.expert ? -1 : 1))
    .slice(0, most);
