import fc from 'fast-check';
import type { ClockEvent } from '../../../shared/sla/clock-event.ts';
import { PRIORITIES, SHIPPED_TIERS } from '../../../shared/sla/policy.ts';

/** The seed of every property test: set FC_SEED to try another. It is printed with a failure. */
export const SEED = Number(process.env['FC_SEED'] ?? 20_260_329);
export const runs = (numRuns: number) => ({ seed: SEED, numRuns });

const HOUR = 3_600_000;

/** Instants around which clocks go wrong: clock changes, year ends, holidays, a Friday evening. */
const BASES = [
  '2024-03-28T00:00:00Z',
  '2024-12-23T00:00:00Z',
  '2025-04-17T00:00:00Z',
  '2025-10-23T00:00:00Z',
  '2026-03-26T00:00:00Z',
  '2026-05-06T00:00:00Z',
  '2026-10-22T00:00:00Z',
  '2026-06-12T00:00:00Z',
].map((text) => Date.parse(text));

/** A length of time: often a whole number of hours, so that targets are reached at opening and closing time. */
const gap = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }).map((hours) => hours * HOUR) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 600 }).map((minutes) => minutes * 60_000) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30_000 }).map((seconds) => seconds * 1_000) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 }) },
);

export const priorities = fc.constantFrom(...PRIORITIES);
export const tiers = fc.constantFrom(...SHIPPED_TIERS);

export type Change = {
  type: Exclude<ClockEvent['type'], 'opened'>;
  priority: (typeof PRIORITIES)[number];
  tier: string;
};
const change: fc.Arbitrary<Change> = fc.record({
  type: fc.constantFrom<Change['type'][]>(
    ...(['paused', 'resumed', 'resolved', 'reopened', 'responded'] as const),
    ...(['priorityChanged', 'priorityChanged', 'tierChanged'] as const),
  ),
  priority: priorities,
  tier: tiers,
});

export const toEvent = (atMs: number, { type, priority, tier }: Change): ClockEvent => {
  if (type === 'priorityChanged') return { atMs, type, priority };
  if (type === 'tierChanged') return { atMs, type, tier };
  return { atMs, type };
};

export const instants = fc
  .tuple(fc.constantFrom(...BASES), fc.integer({ min: 0, max: 5 * 24 }), fc.constantFrom(0, 0, 0, 1_000, 1_234_567))
  .map(([base, hours, more]) => base + hours * HOUR + more);

export type Life = { events: ClockEvent[]; asOf: number };

const liveFrom = (
  opened: fc.Arbitrary<ClockEvent>,
  changes: fc.Arbitrary<Change>,
  maxLength: number,
): fc.Arbitrary<Life> =>
  fc
    .record({ opened, steps: fc.array(fc.tuple(gap, changes), { maxLength }), rest: gap })
    .map(({ opened: opening, steps, rest }) => {
      let at = opening.atMs;
      const events = steps.map(([after, one]) => toEvent((at += after), one));
      return { events: [opening, ...events], asOf: at + rest };
    });

const opening = fc
  .record({ atMs: instants, priority: priorities, tier: tiers })
  .map((one): ClockEvent => ({ ...one, type: 'opened' }));

/** A ticket's life in order, with events that change nothing among them. */
export const lives = liveFrom(opening, change, 12);

/** Lives without changes of priority and tier. */
export const plainLives = liveFrom(
  opening,
  change.map((one) =>
    one.type === 'priorityChanged' || one.type === 'tierChanged' ? { ...one, type: 'paused' } : one,
  ),
  8,
);
