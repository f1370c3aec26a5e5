import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { readClock } from '../../../shared/sla/clock.ts';
import { judgeDuties } from '../../../shared/sla/judge.ts';
import { compileVersions, DEFAULT_POLICY, PRIORITIES, type Policy, type Rules } from '../../../shared/sla/policy.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import { lives, runs } from './ticket-arbitraries.ts';

const rules = compilePolicy(DEFAULT_POLICY);
const INCIDENT = { category: 'incident', isBeta: false } as const;

/** Targets twice as long, or half as long, from an instant on. */
const changed = (fromMs: number, factor: number): Rules => {
  const rows = Object.fromEntries(
    PRIORITIES.map((priority) => {
      const { targetMin, ...row } = DEFAULT_POLICY.resolution[priority];
      const targets = Object.entries(targetMin).map(([tier, min]) => [tier, min === null ? null : min * factor]);
      return [priority, { ...row, targetMin: Object.fromEntries(targets) }];
    }),
  ) as Policy['resolution'];
  const zone = compileZone('Europe/Paris');
  const versions = [
    { fromMs: -Infinity, policy: DEFAULT_POLICY, zone },
    { fromMs, policy: { ...DEFAULT_POLICY, resolution: rows }, zone },
  ];
  return compileVersions(versions, fromMs, fromMs);
};

describe('the promises of a ticket, judged apart', () => {
  it('and so they are where the policy changes in between', () => {
    fc.assert(
      fc.property(lives, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.5, 2), (life, share, factor) => {
        const { events, asOf } = life;
        const openedAtMs = Math.min(...events.map(({ atMs }) => atMs));
        const every = changed(Math.round(openedAtMs + share * (asOf - openedAtMs)), factor);
        const clocks = standingClocks(INCIDENT, events, every, asOf);
        fc.pre(clocks !== null);
        const judged = Object.values(judgeDuties(INCIDENT, events, every, asOf));
        const isBreached = judged.some((one) => one !== null && (one.breachAfterMs ?? Infinity) < asOf);
        expect(isBreached).toBe(clocks !== null && readClock(clocks.resolution, every.at(asOf), asOf).everBreached);
      }),
      runs(300),
    );
  });

  it('one or the other is breached exactly where its clock says that it ever was', () => {
    fc.assert(
      fc.property(lives, ({ events, asOf }) => {
        const clocks = standingClocks(INCIDENT, events, rules, asOf);
        fc.pre(clocks !== null);
        if (clocks === null) return;
        const { contractual, internal } = judgeDuties(INCIDENT, events, rules, asOf);
        const isBreached = [contractual, internal].some(
          (one) => one?.breachAfterMs != null && one.breachAfterMs < asOf,
        );
        expect(isBreached).toBe(readClock(clocks.resolution, rules, asOf).everBreached);
      }),
      runs(5_000),
    );
  });

  it('each is of its own kind: the policy has the other nowhere', () => {
    fc.assert(
      fc.property(lives, ({ events, asOf }) => {
        const judged = judgeDuties(INCIDENT, events, rules, asOf);
        for (const source of ['contractual', 'internal'] as const) {
          const one = judged[source];
          if (one !== null) expect(rules.policy.resolution[one.duty.priority].source).toBe(source);
        }
      }),
      runs(1_000),
    );
  });
});
