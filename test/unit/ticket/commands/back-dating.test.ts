import { describe, expect, it } from 'vitest';
import type { CommandOf, TicketCommand } from '../../../../shared/ticket/command.ts';
import type { TicketEvent } from '../../../../shared/ticket/ticket-event.ts';
import {
  AGENT,
  COMMANDS,
  DAY,
  decided,
  eventsFrom,
  eventsOf,
  fold,
  HOUR,
  LEAD,
  NOW,
  OPENED,
  opening,
  SINCE,
  verdict,
  type Condition,
} from './desk.ts';

/** What can be recorded afterwards, on a ticket in a state that allows it. */
type Dated = CommandOf<'respond' | 'waitForCustomer' | 'waitForOther' | 'customerAnswered' | 'resolve' | 'reopen'>;
const DATED: readonly (readonly [Dated, Condition, string])[] = [
  [COMMANDS.respond, 'active', 'responded'],
  [COMMANDS.waitForCustomer, 'active', 'paused'],
  [COMMANDS.waitForOther, 'active', 'awaited'],
  [COMMANDS.customerAnswered, 'waitingCustomer', 'resumed'],
  [COMMANDS.resolve, 'active', 'resolved'],
  [COMMANDS.reopen, 'resolved', 'reopened'],
];
const CHANGING_STATE = DATED.filter(([{ kind }]) => kind !== 'respond');

describe('something recorded afterwards', () => {
  it.each(DATED)('$kind happened when it is said to have happened', (command, condition, kind) => {
    const atMs = SINCE + HOUR;
    expect(eventsFrom(decided(eventsOf(condition), { ...command, atMs }))).toMatchObject([{ atMs, kind }]);
    expect(eventsFrom(decided(eventsOf(condition), command))).toMatchObject([{ atMs: NOW, kind }]);
  });

  it.each(DATED)('$kind is never in the future, for a lead neither', (command, condition) => {
    for (const actor of [AGENT, LEAD]) {
      expect(verdict(decided(eventsOf(condition), { ...command, atMs: NOW + 1 }, { actor }))).toBe('future');
      expect(verdict(decided(eventsOf(condition), { ...command, atMs: NOW }, { actor }))).toBe('ok');
    }
  });

  it.each(DATED)('$kind is never before the ticket was opened, for a lead neither', (command, condition) => {
    for (const actor of [AGENT, LEAD]) {
      const decision = decided(eventsOf(condition), { ...command, atMs: OPENED - 1 }, { actor });
      expect(verdict(decision)).toBe('before-opening');
      expect(decision).toMatchObject({ values: { reference: 'VIG-1', openedAtMs: OPENED } });
    }
  });

  it.each(CHANGING_STATE)('$kind is not before the state that the ticket is in', (command, condition) => {
    const before = decided(eventsOf(condition), { ...command, atMs: SINCE - 1 });
    expect(verdict(before)).toBe('before-state');
    expect(before).toMatchObject({ values: { reference: 'VIG-1', stateSinceMs: SINCE } });
    expect(verdict(decided(eventsOf(condition), { ...command, atMs: SINCE }))).toBe('ok');
  });

  it('a response changes no state of a ticket that is worked on, so it may have been before it', () => {
    for (const condition of ['active', 'waitingCustomer', 'waitingVendor', 'resolved', 'closed'] as const) {
      expect(verdict(decided(eventsOf(condition), { ...COMMANDS.respond, atMs: SINCE - HOUR }))).toBe('ok');
    }
  });

  it.each(DATED)('$kind of more than seven days ago is for a lead', (command, condition) => {
    const old = eventsOf(condition).map((event) => ({ ...event, atMs: event.atMs - 10 * DAY }) as TicketEvent);
    const at = (atMs: number, actor: typeof AGENT) =>
      verdict(decided(old, { ...command, atMs } as TicketCommand, { actor }));
    expect(at(NOW - 7 * DAY, AGENT)).toBe('ok');
    expect(at(NOW - 7 * DAY - 1, AGENT)).toBe('too-far-back');
    expect(at(NOW - 7 * DAY - 1, LEAD)).toBe('ok');
  });
});

describe('an answer that came before the wait was made longer', () => {
  const longer = { ...COMMANDS.waitForCustomer, atMs: undefined };
  const prolonged = eventsFrom(decided(eventsOf('waitingCustomer'), longer));
  const events = [...eventsOf('waitingCustomer'), ...prolonged];

  it('ends the wait all the same', () => {
    const answered = eventsFrom(decided(events, { ...COMMANDS.customerAnswered, atMs: SINCE + HOUR }));
    expect(fold([...events, ...answered])).toMatchObject({
      state: 'active',
      stateSinceMs: SINCE + HOUR,
      wakeAtMs: null,
    });
  });

  it('a wait goes on for another reason', () => {
    const { wakeAtMs, remindAtMs } = fold(events);
    const other = { kind: 'waitForCustomer', reason: 'still no logs', wakeAtMs, remindAtMs } as const;
    const added = eventsFrom(decided(events, other));
    expect(added).toMatchObject([{ kind: 'paused', prolongs: true, reason: 'still no logs' }]);
    expect(verdict(decided([...events, ...added], other))).toBe('unchanged');
  });

  it('a wait that is made longer began when it began', () => {
    const wakeAtMs = COMMANDS.waitForCustomer.wakeAtMs;
    expect(fold(events)).toMatchObject({ state: 'waitingCustomer', stateSinceMs: SINCE, wakeAtMs });
  });
});

describe('time that was spent', () => {
  const keep = (startedAtMs: number, spentMs: number) =>
    verdict(decided(eventsOf('active'), { kind: 'keepTime', startedAtMs, spentMs, note: null }));

  it('is over', () => {
    expect(keep(NOW - HOUR, HOUR)).toBe('ok');
    expect(keep(NOW - HOUR, HOUR + 1)).toBe('future');
    expect(keep(NOW + 1, 1_000)).toBe('future');
  });

  it('may have begun before the ticket was opened: the call that it was opened for', () => {
    expect(keep(OPENED - HOUR / 2, HOUR)).toBe('ok');
  });

  it('did not end before the ticket was opened, nor longer ago than an agent may record', () => {
    expect(keep(0, DAY)).toBe('before-opening');
    expect(keep(OPENED - HOUR, HOUR - 1)).toBe('before-opening');
    const old = eventsOf('active').map((event) => ({ ...event, atMs: event.atMs - 10 * DAY }) as TicketEvent);
    const early = { ...COMMANDS.keepTime, startedAtMs: NOW - 7 * DAY - HOUR };
    expect(verdict(decided(old, early))).toBe('too-far-back');
    expect(verdict(decided(old, early, { actor: LEAD }))).toBe('ok');
  });

  it('is recorded now, whenever it was', () => {
    const events = eventsFrom(decided([opening()], { ...COMMANDS.keepTime, startedAtMs: OPENED, note: 'call' }));
    expect(events).toEqual([{ atMs: NOW, kind: 'timeSpent', startedAtMs: OPENED, spentMs: HOUR / 2, note: 'call' }]);
  });
});

describe('what lies ahead of a wait', () => {
  const wait = (wakeAtMs: number | null, remindAtMs: number | null) =>
    verdict(decided(eventsOf('active'), { ...COMMANDS.waitForCustomer, wakeAtMs, remindAtMs }));

  it('is ahead', () => {
    expect(wait(NOW + 1, NOW + 1)).toBe('ok');
    expect(wait(null, null)).toBe('ok');
    expect(wait(NOW, null)).toBe('wake-past');
    expect(wait(NOW + DAY, NOW - 1)).toBe('wake-past');
  });
});
