import type { Zone } from '../../../../shared/calendar/zone.ts';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { LONGEST_SESSION_MS } from '../../../../shared/coaching/session.ts';
import { MINUTE_MS, type InstantMs } from '../../../../shared/time/instant.ts';
import { SNAP_MIN } from './axis.ts';
import { daysLater } from './days.ts';
import type { TimedRow } from './layout.ts';

/** Where a session would be. */
export type Place = { readonly expert: string; readonly startMs: InstantMs; readonly endMs: InstantMs };

const STEP_MS = SNAP_MIN * MINUTE_MS;

/** The shortest that a drag or a key makes; the form takes any. */
const SHORTEST_MS = STEP_MS;

/** Some quarters of an hour later. */
export const shifted = (place: Place, steps: number): Place => ({
  ...place,
  startMs: place.startMs + steps * STEP_MS,
  endMs: place.endMs + steps * STEP_MS,
});

/** Longer or shorter at its end, within what a session may last. */
export const lengthened = (place: Place, steps: number): Place => endingAt(place, place.endMs + steps * STEP_MS);

export const endingAt = (place: Place, endMs: InstantMs): Place => ({
  ...place,
  endMs: Math.min(Math.max(endMs, place.startMs + SHORTEST_MS), place.startMs + LONGEST_SESSION_MS),
});

export const startingAt = (place: Place, startMs: InstantMs): Place => ({
  ...place,
  startMs: Math.max(Math.min(startMs, place.endMs - SHORTEST_MS), place.endMs - LONGEST_SESSION_MS),
});

/** As long as before, from another instant on. */
export const movedTo = (place: Place, startMs: InstantMs): Place => ({
  ...place,
  startMs,
  endMs: startMs + place.endMs - place.startMs,
});

/** At the same wall time some days on. */
export const onDay = (zone: Zone, place: Place, days: number): Place =>
  movedTo(place, daysLater(zone, place.startMs, days));

/** To the column that is so many to the right: experts are beside each other, days after that. At the end of a day's experts the day changes. */
export const toColumn = (zone: Zone, place: Place, experts: readonly string[], step: 1 | -1): Place => {
  const at = experts.indexOf(place.expert) + step;
  const expert = experts[at];
  if (expert !== undefined) return { ...place, expert };
  const edge = step > 0 ? experts[0] : experts.at(-1);
  return { ...onDay(zone, place, step), expert: edge ?? place.expert };
};

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.expert === b.expert && a.startMs === b.startMs && a.endMs === b.endMs;

/** What `coaching:change` is told: a new start alone moves, a new end alone makes longer or shorter. */
export const changeTo = (row: Place, to: Place): CallInput<'coaching:change'>['change'] => {
  const isAsLong = to.endMs - to.startMs === row.endMs - row.startMs;
  return {
    ...(to.expert === row.expert ? {} : { expert: to.expert }),
    ...(to.startMs === row.startMs ? {} : { startMs: to.startMs }),
    ...(isAsLong ? {} : { endMs: to.endMs }),
  };
};

export const placeOf = ({ expert, startMs, endMs }: TimedRow): Place => ({ expert, startMs, endMs });
