import { describe, expect, it } from 'vitest';
import type { StandingClock } from '../../../shared/sla/clock.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { QUEUE_GROUPS, queueKey } from '../../../shared/ticket/queue-order.ts';
import { toClockEvents, type Opened, type TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { at, opened } from './told.ts';

const rules = compilePolicy(DEFAULT_POLICY);
const HOUR = 3_600_000;
const NOW = 100 * HOUR;

const keyOf = (facts: Partial<Opened>, ...life: TicketEvent[]) => {
  const events = [opened({ atMs: 90 * HOUR, ...facts }), ...life];
  const ticket = foldTicket(events);
  if (ticket === null) throw new Error('not opened');
  const clocks = standingClocks(ticket, toClockEvents(events), rules, NOW);
  const clock: StandingClock = clocks?.resolution ?? { kind: 'none' };
  return queueKey(ticket, clock);
};

describe('queueKey', () => {
  const P1 = { priority: 'P1', tier: 'gold' } as const;
  const breached = keyOf(P1);
  const breachedAndPaused = keyOf(P1, at(95 * HOUR, 'paused'));
  const runs = keyOf({ priority: 'P2', tier: 'gold' });
  const runsLonger = keyOf({ priority: 'P2', tier: 'silver' });
  const paused = keyOf({ priority: 'P2', tier: 'gold' }, at(99 * HOUR, 'paused'));
  const pausedWithMore = keyOf({ priority: 'P2', tier: 'gold' }, at(91 * HOUR, 'paused'));
  const bestEffortP1 = keyOf({ priority: 'P1', tier: 'standard' });
  const bestEffortP3 = keyOf({ priority: 'P3', tier: 'standard', atMs: 10 * HOUR });
  const olderP3 = keyOf({ priority: 'P3', tier: 'standard', atMs: 9 * HOUR });
  const none = keyOf({ category: 'account' });
  const noneUnknown = keyOf({ priority: null, atMs: HOUR });
  const endedLate = keyOf({}, at(98 * HOUR, 'resolved'));
  const endedEarly = keyOf({}, at(92 * HOUR, 'resolved'), at(99 * HOUR, 'closed'));

  it('puts what is due first first, then the paused, best effort, no clock, finished', () => {
    const wanted = [
      breached,
      breachedAndPaused,
      runs,
      runsLonger,
      paused,
      pausedWithMore,
      bestEffortP1,
      olderP3,
      bestEffortP3,
      none,
      noneUnknown,
      endedLate,
      endedEarly,
    ];
    const sorted = [...wanted].sort((a, b) => a.group - b.group || a.key - b.key);
    expect(sorted).toEqual(wanted);
    expect(wanted.map(({ group }) => group)).toEqual([0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4]);
  });

  it('keeps a breached ticket among the due ones while it waits', () => {
    expect(breachedAndPaused).toEqual({ group: QUEUE_GROUPS.due, key: 94 * HOUR });
  });

  it('does not depend on the instant it is asked at', () => {
    expect(runs).toEqual({ group: QUEUE_GROUPS.due, key: 102 * HOUR });
    expect(paused).toEqual({ group: QUEUE_GROUPS.paused, key: 3 * HOUR });
  });
});
