import { MINUTE_MS, type InstantMs } from './instant.ts';

/**
 * Whether the machine's clock can be believed. `behind`: it says an instant before one at which something was recorded already; `moved`:
 * somebody set it by so many ms (back where negative) while Vigie ran.
 */
export type ClockTrust =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'behind'; readonly recordedAtMs: InstantMs }
  | { readonly kind: 'moved'; readonly byMs: number };

/** Clocks that are kept by the network are put right by less. */
export const CLOCK_TOLERANCE_MS = 2 * MINUTE_MS;

/** One look at the clocks of the machine. */
export type ClockReading = {
  readonly nowMs: InstantMs;
  /** How long the machine has been on, sleep included: nobody sets it. */
  readonly uptimeMs: number;
  /** The latest instant at which something was recorded that has not been accepted as it is; null where there is none. */
  readonly recordedAtMs: InstantMs | null;
};

/** The instant at which the machine was started, by a clock: it stays, unless somebody sets that clock. */
export const startedAtMs = ({ nowMs, uptimeMs }: Pick<ClockReading, 'nowMs' | 'uptimeMs'>): InstantMs =>
  nowMs - uptimeMs;

/** What two clocks and the log say of the first of them; `baseMs` is `startedAtMs` of the last reading that was believed. */
export const judgeClock = (reading: ClockReading, baseMs: InstantMs): ClockTrust => {
  const { nowMs, recordedAtMs } = reading;
  const byMs = startedAtMs(reading) - baseMs;
  if (Math.abs(byMs) > CLOCK_TOLERANCE_MS) return { kind: 'moved', byMs };
  return recordedAtMs !== null && recordedAtMs - nowMs > CLOCK_TOLERANCE_MS
    ? { kind: 'behind', recordedAtMs }
    : { kind: 'trusted' };
};
