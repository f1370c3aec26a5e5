import type { InstantMs } from '../../shared/time/instant.ts';

/** Where the present comes from: the machine, or a test. */
export type PresentClock = { readonly nowMs: () => InstantMs };

export const machineClock: PresentClock = { nowMs: () => Date.now() };
