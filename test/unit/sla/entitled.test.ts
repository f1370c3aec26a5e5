import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { promisesOf, type PromisedTo } from '../../../shared/sla/entitled.ts';
import { CATEGORIES, DEFAULT_POLICY, PRIORITIES, SHIPPED_TIERS } from '../../../shared/sla/policy.ts';
import { readClock } from '../../../shared/sla/clock.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import { parseInstant } from '../../../shared/time/instant.ts';

const rules = compilePolicy(DEFAULT_POLICY);
/** A Friday at 17:00 in Paris: opening hours end in an hour. */
const nowMs = parseInstant('2026-11-20T16:00:00Z') ?? 0;
const GOLD: PromisedTo = { tier: 'gold', priority: 'P1', category: 'incident', isBeta: false };

describe('what is shown before a ticket is saved', () => {
  it('is what its clocks then count, for every tier, priority and kind', () => {
    for (const tier of SHIPPED_TIERS) {
      for (const priority of PRIORITIES) {
        for (const category of CATEGORIES) {
          const shown = promisesOf(rules, { tier, priority, category, isBeta: false }, nowMs);
          const opened = { atMs: nowMs, type: 'opened', priority, tier } as const;
          const clocks = standingClocks({ category, isBeta: false }, [opened], rules, nowMs);
          for (const clock of ['resolution', 'firstResponse'] as const) {
            const read = clocks === null ? null : readClock(clocks[clock], rules, nowMs);
            const promised = shown[clock];
            const where = `${tier} ${priority} ${category} ${clock}`;
            expect(promised.kind === 'target' ? promised.targetMs : null, where).toBe(read?.targetMs ?? null);
            expect(promised.kind === 'target' ? promised.dueAtMs : null, where).toBe(read?.dueAtMs ?? null);
            expect(promised.kind === 'bestEffort', where).toBe(read?.state === 'bestEffort');
          }
        }
      }
    }
  });

  it('calls contractual only the resolution of a P1', () => {
    expect(promisesOf(rules, GOLD, nowMs).resolution).toMatchObject({ source: 'contractual', targetMs: 14_400_000 });
    expect(promisesOf(rules, GOLD, nowMs).firstResponse).toMatchObject({ source: 'internal' });
    expect(promisesOf(rules, { ...GOLD, priority: 'P2' }, nowMs).resolution).toMatchObject({ source: 'internal' });
  });

  it('promises nothing for a beta feature', () => {
    expect(promisesOf(rules, { ...GOLD, isBeta: true }, nowMs)).toEqual({
      ...{ firstResponse: { kind: 'none' }, resolution: { kind: 'none' } },
    });
  });
});
