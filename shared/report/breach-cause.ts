import type { ClockEvent } from '../sla/clock-event.ts';
import type { Duty } from '../sla/clock.ts';
import { clockSteps } from '../sla/explain.ts';
import type { Rules } from '../sla/policy.ts';
import type { ClockSubject } from '../sla/standing.ts';
import type { InstantMs } from '../time/instant.ts';
import type { BreachCause, Turn, Wait } from './facts.ts';

type Breached = {
  readonly subject: ClockSubject;
  readonly clockEvents: readonly ClockEvent[];
  readonly rules: Rules;
  readonly duty: Duty;
  readonly breachAfterMs: InstantMs;
  readonly respondedAtMs: InstantMs | null;
  readonly waits: readonly Wait[];
  readonly turns: readonly Turn[];
};

/** The cause of a breach, from the steps that explain the clock and from where the ticket stood when its target was passed. */
export const breachCause = (breached: Breached): BreachCause => {
  const { subject, clockEvents, rules, duty, breachAfterMs: atMs, respondedAtMs, waits, turns } = breached;
  if (respondedAtMs === null || respondedAtMs > atMs) return 'unanswered';
  const steps = clockSteps(subject, clockEvents, rules, atMs);
  if (steps.some(({ event }) => event.type === 'reopened')) return 'reopened';
  const maker = steps.find(({ made }) => made.some((one) => isSame(one, duty)));
  // A lowering puts an end to promises; what it makes counts again from their starts.
  if (maker?.event.type === 'priorityChanged' && maker.endedCount === 0) return 'raised';
  if (maker?.event.type === 'tierChanged') return 'upgraded';
  if (steps.some(broughtForward)) return 'policy';
  const isAwaited = ({ for: whom, fromMs, untilMs }: Wait): boolean =>
    whom !== 'customer' && fromMs <= atMs && (untilMs === null || untilMs > atMs);
  if (waits.some(isAwaited)) return 'awaited';
  return turns.some((turn) => turn.atMs <= atMs) ? 'escalation' : 'worked';
};

const isSame = (a: Duty, b: Duty): boolean => a.priority === b.priority && a.tier === b.tier && a.startMs === b.startMs;

const broughtForward = (
  { event, dueAtMs }: ReturnType<typeof clockSteps>[number],
  i: number,
  steps: readonly { readonly dueAtMs: InstantMs | null }[],
): boolean => event.type === 'policyChanged' && dueAtMs !== null && dueAtMs < (steps[i - 1]?.dueAtMs ?? Infinity);
