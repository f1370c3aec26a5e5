import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { explainResolution, type ClockStory } from '../../../shared/sla/explain.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { lives, runs, type Life } from './ticket-arbitraries.ts';

const rules = compilePolicy(DEFAULT_POLICY);

const tell = ({ events, asOf }: Life): ClockStory => {
  const told = explainResolution({ category: 'incident', isBeta: false }, events, rules, asOf);
  if (told === null || typeof told === 'string') throw new Error('no story');
  return told;
};

describe('a story agrees with its clock', () => {
  it('its stretches follow each other without gaps from the opening on, and none mixes past and future', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { stretches, openedAtMs } = tell(life);
        let atMs = openedAtMs;
        for (const { startMs, endMs, isAhead } of stretches) {
          expect(startMs).toBe(atMs);
          expect(endMs).toBeGreaterThan(startMs);
          if (isAhead) expect(startMs).toBeGreaterThanOrEqual(life.asOf);
          else expect(endMs).toBeLessThanOrEqual(life.asOf);
          atMs = endMs;
        }
      }),
      runs(2_000),
    );
  });

  it('what its stretches count since the governing promise is what the clock has elapsed', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { stretches, clock, promises } = tell(life);
        const governing = promises.find(({ isGoverning }) => isGoverning);
        fc.pre(governing !== undefined);
        const counted = stretches
          .filter(({ kind, isAhead }) => kind === 'counted' && !isAhead)
          .map(({ startMs, endMs }) => Math.max(0, endMs - Math.max(startMs, governing?.duty.startMs ?? 0)));
        expect(counted.reduce((sum, ms) => sum + ms, 0)).toBe(clock.elapsedMs);
      }),
      runs(2_000),
    );
  });

  it('its days add up to the target where it is or will be reached', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { days, clock } = tell(life);
        const sum = days.reduce((total, { countedMs }) => total + countedMs, 0);
        if (clock.dueAtMs !== null) expect(sum).toBe(clock.targetMs);
        else if (clock.targetMs !== null) expect(sum).toBe(clock.elapsedMs);
      }),
      runs(2_000),
    );
  });

  it('its governing promise is the one that the clock shows', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { promises, clock } = tell(life);
        const governing = promises.filter(({ isGoverning }) => isGoverning);
        expect(governing.length).toBe(clock.targetMs === null ? 0 : 1);
        if (governing[0] !== undefined) expect(governing[0].targetMs).toBe(clock.targetMs);
        expect(promises.filter(({ endedAtMs, dueAtMs }) => endedAtMs !== null && dueAtMs !== null)).toEqual([]);
      }),
      runs(2_000),
    );
  });
});
