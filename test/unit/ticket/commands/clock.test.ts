import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../../shared/sla/compile-policy.ts';
import { readClock, type Clock } from '../../../../shared/sla/clock.ts';
import { DEFAULT_POLICY } from '../../../../shared/sla/policy.ts';
import { standingClocks } from '../../../../shared/sla/standing.ts';
import { foldTicket } from '../../../../shared/ticket/apply.ts';
import type { TicketCommand } from '../../../../shared/ticket/command.ts';
import { decide } from '../../../../shared/ticket/decide.ts';
import { toClockEvents, type Opened, type TicketEvent } from '../../../../shared/ticket/ticket-event.ts';
import { eventsFrom, HOUR, LEAD, OPENED, opening, other } from './desk.ts';

const rules = compilePolicy(DEFAULT_POLICY);
const MINUTE = HOUR / 60;

/** A life: commands with the hour after the opening at which each is recorded. */
type Step = readonly [atHour: number, command: TicketCommand];

/** Gold and P2: twelve hours round the clock, so that hours are hours. */
const live = (steps: readonly Step[], facts: Partial<Opened> = {}): readonly TicketEvent[] => {
  const events: TicketEvent[] = [opening({ priority: 'P2', tier: 'gold', ...facts })];
  for (const [hour, command] of steps) {
    const nowMs = OPENED + hour * HOUR;
    const ticket = foldTicket(events, nowMs);
    if (ticket === null) throw new Error('not opened');
    events.push(
      ...eventsFrom(
        decide(
          { ticketId: 1, ticket, other: other(2), customerTier: null, entitlement: null, nowMs, actor: LEAD },
          command,
        ),
      ),
    );
  }
  return events;
};

const clockOf = (
  events: readonly TicketEvent[],
  hour: number,
  which: 'resolution' | 'firstResponse' = 'resolution',
) => {
  const atMs = OPENED + hour * HOUR;
  const ticket = foldTicket(events, atMs);
  const clocks =
    ticket && standingClocks(ticket, toClockEvents(events.filter((event) => event.atMs <= atMs)), rules, atMs);
  if (!clocks) throw new Error('not opened');
  return readClock(clocks[which], rules, atMs);
};
const due = (clock: Clock): number | null => (clock.dueAtMs === null ? null : (clock.dueAtMs - OPENED) / HOUR);
const at = (hour: number) => ({ atMs: OPENED + hour * HOUR });

const WAIT = { kind: 'waitForCustomer', reason: 'logs', wakeAtMs: null, remindAtMs: null } as const;
const ANSWER = { kind: 'customerAnswered', text: null } as const;
const RESOLVE = { kind: 'resolve', text: 'done' } as const;
const REOPEN = { kind: 'reopen', reason: 'again' } as const;

describe('the clock of a ticket that is worked on', () => {
  it('stops while we wait for the customer and runs from the answer', () => {
    const waiting = live([[2, WAIT]]);
    expect(clockOf(waiting, 7)).toMatchObject({ state: 'paused', elapsedMs: 2 * HOUR, dueAtMs: null });
    const answered = live([
      [2, WAIT],
      [7, ANSWER],
    ]);
    expect(due(clockOf(answered, 8))).toBe(17);
    expect(clockOf(answered, 8)).toMatchObject({ state: 'running', elapsedMs: 3 * HOUR });
  });

  it('an answer recorded late is due as if it had been recorded at its receipt', () => {
    const late = live([
      [2, WAIT],
      [9, { ...ANSWER, ...at(4) }],
    ]);
    const atOnce = live([
      [2, WAIT],
      [4, ANSWER],
    ]);
    expect(clockOf(late, 9)).toEqual(clockOf(atOnce, 9));
    expect(due(clockOf(late, 9))).toBe(14);
  });

  it('every command recorded late leaves the clocks that it would have left at once', () => {
    const dated = (command: TicketCommand, hour: number): TicketCommand =>
      ({ ...command, ...at(hour) }) as TicketCommand;
    const RESPOND = { kind: 'respond', by: 'call', subject: null, text: 'hello' } as const;
    const lives: readonly (readonly Step[])[] = [
      [[1, RESPOND]],
      [[1, WAIT]],
      [[1, { kind: 'waitForOther', waitedFor: 'vendor', reason: 'part' }]],
      [[1, RESOLVE]],
      [
        [1, RESOLVE],
        [3, REOPEN],
      ],
      [
        [1, WAIT],
        [2, RESOLVE],
      ],
    ];
    for (const steps of lives) {
      const [hour, last] = steps.at(-1) as Step;
      const before = steps.slice(0, -1);
      const atOnce = live(steps);
      const late = live([...before, [6, dated(last, hour)]]);
      for (const which of ['resolution', 'firstResponse'] as const) {
        expect(clockOf(late, 7, which)).toEqual(clockOf(atOnce, 7, which));
      }
    }
  });

  it('an answer that came before the wait was made longer counts from its receipt', () => {
    const longer = { ...WAIT, reason: 'still no logs', wakeAtMs: OPENED + 90 * HOUR };
    const events = live([
      [2, WAIT],
      [5, longer],
      [9, { ...ANSWER, ...at(4) }],
    ]);
    expect(due(clockOf(events, 9))).toBe(14);
  });

  it('a wait that is made longer stops the clock where it began', () => {
    const longer = { ...WAIT, wakeAtMs: OPENED + 90 * HOUR };
    const events = live([
      [2, WAIT],
      [5, longer],
    ]);
    expect(clockOf(events, 9)).toMatchObject({ state: 'paused', elapsedMs: 2 * HOUR });
  });

  it('runs on while we wait for anybody else, and while it is escalated', () => {
    for (const waitedFor of ['vendor', 'problem', 'evidence'] as const) {
      const events = live([[2, { kind: 'waitForOther', waitedFor, reason: 'x' }]]);
      expect(clockOf(events, 5)).toMatchObject({ state: 'running', elapsedMs: 5 * HOUR });
    }
    const escalated = live([
      [1, { kind: 'escalate', to: 'L2', why: 'a', tried: 'b', evidence: null, nextStep: 'c' }],
      [2, { kind: 'returnEscalation', reason: 'd' }],
      [3, { kind: 'engageExpertise', why: 'e' }],
    ]);
    expect(due(clockOf(escalated, 5))).toBe(12);
  });

  it('ends with a resolution and runs on, from where it was, after a reopening', () => {
    const resolved = live([[3, RESOLVE]]);
    expect(clockOf(resolved, 30)).toMatchObject({ state: 'met', elapsedMs: 3 * HOUR });
    const closed = live([
      [3, RESOLVE],
      [4, { kind: 'close' }],
    ]);
    expect(clockOf(closed, 30)).toEqual(clockOf(resolved, 30));
    const reopened = live([
      [3, RESOLVE],
      [10, REOPEN],
    ]);
    expect(due(clockOf(reopened, 11))).toBe(19);
  });

  it('ends where it is merged and runs on once it is taken out', () => {
    const merged = live([[3, { kind: 'mergeInto', ticketId: 2 }]]);
    expect(clockOf(merged, 30)).toMatchObject({ state: 'met', elapsedMs: 3 * HOUR });
    const events = live([
      [3, { kind: 'mergeInto', ticketId: 2 }],
      [10, { kind: 'unmerge' }],
    ]);
    expect(due(clockOf(events, 11))).toBe(19);
  });

  it('of a first response ends with the first one, by whatever is recorded of it', () => {
    const call = live([[0.5, { kind: 'respond', by: 'call', subject: null, text: 'x' }]]);
    expect(clockOf(call, 9, 'firstResponse')).toMatchObject({ state: 'met', elapsedMs: 30 * MINUTE });
    const late = live([[9, { kind: 'respond', by: 'mail', subject: 's', text: 'x', ...at(0.5) }]]);
    expect(clockOf(late, 9, 'firstResponse')).toEqual(clockOf(call, 9, 'firstResponse'));
    const never = live([[9, { kind: 'note', text: 'x' }]]);
    expect(clockOf(never, 9, 'firstResponse')).toMatchObject({ state: 'breached' });
  });

  it('counts a raised priority from its raise, and never forgets what was owed before', () => {
    const raise = { kind: 'changePriority', priority: 'P1', impact: 'high', urgency: 'high', reason: null } as const;
    expect(due(clockOf(live([[2, raise]]), 3))).toBe(6);
    expect(due(clockOf(live([[10, raise]]), 11))).toBe(12);
  });

  it('is none of a beta feature and of a question, once that is said', () => {
    expect(clockOf(live([[1, { kind: 'edit', facts: { isBeta: true } }]]), 2).state).toBe('none');
    expect(clockOf(live([[1, { kind: 'edit', facts: { category: 'billing' } }]]), 2).state).toBe('none');
  });
});
