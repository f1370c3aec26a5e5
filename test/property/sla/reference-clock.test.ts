import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readClock } from '../../../shared/sla/clock.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import { referenceFirstResponse, referenceResolution } from './reference-clock.ts';
import { lives, runs } from './ticket-arbitraries.ts';

const rules = compilePolicy(DEFAULT_POLICY);

it('the clock agrees with the slow reference on any life of a ticket', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const clocks = standingClocks({ category: 'incident', isBeta: false }, life.events, rules, life.asOf);
      expect(clocks).not.toBeNull();
      if (clocks === null) return;
      expect(readClock(clocks.resolution, rules, life.asOf)).toEqual(referenceResolution(life));
      expect(readClock(clocks.firstResponse, rules, life.asOf)).toEqual(referenceFirstResponse(life));
    }),
    runs(8_000),
  );
});

it('a clock made at the last event reads the same later as one made then', () => {
  fc.assert(
    fc.property(lives, ({ events, asOf }) => {
      const lastMs = events.at(-1)?.atMs ?? 0;
      const clocks = standingClocks({ category: 'incident', isBeta: false }, events, rules, lastMs);
      if (clocks === null) throw new Error('not opened');
      expect(readClock(clocks.resolution, rules, asOf)).toEqual(referenceResolution({ events, asOf }));
    }),
    runs(3_000),
  );
});
