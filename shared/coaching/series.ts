import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';

/** Most sessions of one series: more than a year of weeks. */
export const MOST_IN_SERIES = 60;

/** How a session recurs: on its weekday, at its local wall time, every so many weeks, so often or up to an instant (inclusive). */
export type Recurrence = {
  readonly everyWeeks: number;
  readonly count: number | null;
  readonly untilMs: InstantMs | null;
};

const toLocal = (zone: Zone, ms: InstantMs): number => ms + offsetAt(zone, ms);

/**
 * The starts of a series, the first among them: local wall time stays over changes of the clock. A wall time that a night skips moves on by
 * the length of the gap; one that comes twice is the earlier. At most `MOST_IN_SERIES`.
 */
export const seriesStarts = (zone: Zone, firstMs: InstantMs, recurrence: Recurrence): InstantMs[] => {
  const { everyWeeks, count, untilMs } = recurrence;
  const most = Math.min(count ?? MOST_IN_SERIES, MOST_IN_SERIES);
  const firstLocalMs = toLocal(zone, firstMs);
  const starts: InstantMs[] = [firstMs];
  for (let i = 1; i < most; i++) {
    const startMs = localToInstant(zone, firstLocalMs + i * everyWeeks * 7 * DAY_MS);
    if (untilMs !== null && startMs > untilMs) break;
    starts.push(startMs);
  }
  return starts;
};

type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs };

/** Moves a session as another one of its series was moved: by as many local days and minutes, to the same length. */
export const movedAlike = (zone: Zone, span: Span, from: Span, to: Span): Span => {
  const shiftMs = toLocal(zone, to.startMs) - toLocal(zone, from.startMs);
  const startMs = localToInstant(zone, toLocal(zone, span.startMs) + shiftMs);
  return { startMs, endMs: startMs + (to.endMs - to.startMs) };
};
