import { instantAfter } from '../calendar/calendar.ts';
import { readClock, type StandingClock } from '../sla/clock.ts';
import type { Priority, Rules } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';

/** When a lead is told of a ticket: a P1 at its creation, then by how much of its commitment is used (DOMAIN: Escalation). */
export const ESCALATION_STEPS = ['creation', 'half', 'threeQuarters', 'whole'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

const SHARES: readonly (readonly [EscalationStep, number])[] = [
  ['half', 0.5],
  ['threeQuarters', 0.75],
  ['whole', 1],
];

/** The place of a step in their order, from 1 on; 0 before the first. */
export const rankOfStep = (step: EscalationStep | null): number =>
  step === null ? 0 : ESCALATION_STEPS.indexOf(step) + 1;

export type Escalated = {
  readonly priority: Priority | null;
  readonly openedAtMs: InstantMs;
  readonly isFinished: boolean;
  readonly resolution: StandingClock;
};

export type Escalation = {
  /** The last step that was reached. */
  readonly step: EscalationStep;
  /** When; null where the clock does not tell. */
  readonly reachedAtMs: InstantMs | null;
  /** When the next is reached if nothing happens; null where none is. */
  readonly nextAtMs: InstantMs | null;
};

/** Whether the clock answers for a commitment, and not for an objective of ours. */
export const isCommitment = (clock: StandingClock, rules: Rules): boolean =>
  (clock.kind === 'running' || clock.kind === 'stopped') &&
  clock.duty !== null &&
  rules.policy.resolution[clock.duty.priority].source === 'contractual';

/** How far the hierarchical escalation of a ticket is at an instant; null where there is none (yet). */
export const escalationAt = (
  { priority, openedAtMs, isFinished, resolution }: Escalated,
  rules: Rules,
  nowMs: InstantMs,
): Escalation | null => {
  if (isFinished) return null;
  const isP1 = priority === 'P1';
  const first: Escalation | null = isP1 ? { step: 'creation', reachedAtMs: openedAtMs, nextAtMs: null } : null;
  if (resolution.kind !== 'running' && resolution.kind !== 'stopped') return first;
  if (!isCommitment(resolution, rules)) return first;
  const { targetMs, calendar } = resolution;
  const { elapsedMs } = readClock(resolution, rules, nowMs);
  /** Null where the clock stands, or was past it before what the clock tells. */
  const when = (share: number): InstantMs | null =>
    resolution.kind === 'running' && resolution.elapsedMs <= share * targetMs
      ? instantAfter(rules.calendars[calendar], resolution.sinceMs, share * targetMs - resolution.elapsedMs)
      : null;
  const reached = SHARES.findLast(([, share]) => elapsedMs >= share * targetMs);
  const next = SHARES.find(([, share]) => elapsedMs < share * targetMs);
  const nextAtMs = next === undefined ? null : when(next[1]);
  if (reached === undefined) return first === null ? null : { ...first, nextAtMs };
  return { step: reached[0], reachedAtMs: when(reached[1]), nextAtMs };
};
