import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayMs } from '../../../shared/import/day-ms.ts';
import { utcMs } from '../../../shared/time/instant.ts';

it('agrees with the calendar of the language on every day there is and is not', () => {
  const fields = [
    fc.integer({ min: 1600, max: 2500 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  ] as const;
  fc.assert(
    fc.property(...fields, (year, month, day) => {
      expect(dayMs(year, month, day)).toBe(utcMs(year, month, day));
    }),
    { numRuns: 5_000 },
  );
});
