import { z } from 'zod';
import { instantMs, queueRow } from './schemas.ts';

/** A running ticket that is expected to be done only after it is due: an estimate, and what it rests on. */
export const forecastTicket = z.strictObject({
  row: queueRow,
  dueAtMs: instantMs,
  expectedAtMs: instantMs,
  /** The median counted time to resolve, of tickets of its priority and level that took longer than this one has so far. */
  medianMs: z.number(),
  /** How many those are. */
  basisCount: z.number().int(),
});
export type ForecastTicket = z.infer<typeof forecastTicket>;

export const forecastList = z.strictObject({
  horizonMs: z.number().int(),
  paceMs: z.number().int(),
  /** Running tickets that are due within the horizon, and how many of them have too few tickets to compare with. */
  checked: z.number().int(),
  withoutBasis: z.number().int(),
  tickets: z.array(forecastTicket),
});
