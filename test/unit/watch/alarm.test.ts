import { describe, expect, it } from 'vitest';
import { alarmsAt, byUrgency, concerns, countByKind, type WatchedTicket } from '../../../shared/watch/alarm.ts';
import { DEFAULT_WATCH_RULES, isWanted } from '../../../shared/watch/watch-rules.ts';

const TICKET: WatchedTicket = {
  ...{ assignee: 'ada', owner: 'bo', level: 'L2', escalatedTo: null },
  ...{ atRiskAtMs: 100, breachAfterMs: 200, wakeAtMs: null, remindAtMs: null },
};
const kinds = (ticket: Partial<WatchedTicket>, nowMs: number): string[] =>
  alarmsAt({ ...TICKET, ...ticket }, nowMs).map(({ kind }) => kind);

describe('what there is to tell of a ticket', () => {
  it.each([
    [99, []],
    [100, ['atRisk']],
    [200, ['atRisk']],
    [201, ['breached']],
  ])('at %i is %j: at risk from its instant on, breached after it', (nowMs, expected) =>
    expect(kinds({}, nowMs)).toEqual(expected),
  );

  it('is nothing where no clock runs', () => expect(kinds({ atRiskAtMs: null, breachAfterMs: null }, 999)).toEqual([]));

  it('is the end of a wait and its reminder, beside the clock', () => {
    expect(kinds({ wakeAtMs: 150, remindAtMs: 140 }, 150)).toEqual(['atRisk', 'wakeUp', 'remind']);
    expect(kinds({ wakeAtMs: 150, remindAtMs: 140 }, 139)).toEqual(['atRisk']);
  });

  it('is told by urgency, then by what was due first', () => {
    const told = [
      { kind: 'wakeUp', dueAtMs: 1 },
      { kind: 'breached', dueAtMs: 9 },
      { kind: 'atRisk', dueAtMs: 2 },
      { kind: 'breached', dueAtMs: 3 },
    ] as const;
    expect([...told].sort(byUrgency).map(({ kind, dueAtMs }) => `${kind} ${dueAtMs}`)).toEqual([
      'breached 3',
      'breached 9',
      'atRisk 2',
      'wakeUp 1',
    ]);
    expect(countByKind(told)).toEqual({ breached: 2, escalated: 0, atRisk: 1, wakeUp: 1, remind: 0, policy: 0 });
  });
});

describe('whose ticket it is', () => {
  const cy = { name: 'cy', role: 'agent', level: 'L1' } as const;
  it.each([
    ['mine', { name: 'ada', level: 'L1' }, {}, true],
    ['mine', { name: 'bo', level: 'L1' }, {}, true],
    ['mine', { level: 'L2' }, {}, false],
    ['myLevel', { level: 'L2' }, {}, true],
    ['myLevel', {}, {}, false],
    ['myLevel', {}, { escalatedTo: 'L1' }, true],
    ['myLevel', { name: 'bo' }, {}, true],
    ['all', {}, {}, true],
  ] as const)('%s: %j, %j: %s', (scope, who, ticket, expected) =>
    expect(concerns({ ...TICKET, ...ticket }, { ...cy, ...who }, scope)).toBe(expected),
  );
});

describe('what is wanted', () => {
  it('is what the rules say, and always that the rules changed', () => {
    const none = { ...DEFAULT_WATCH_RULES, atRisk: false, breached: false, escalations: false, waits: false };
    const all = ['atRisk', 'breached', 'escalated', 'wakeUp', 'remind', 'policy'] as const;
    expect(all.filter((kind) => isWanted(kind, none))).toEqual(['policy']);
    expect(all.filter((kind) => isWanted(kind, DEFAULT_WATCH_RULES))).toEqual(all);
    expect(all.filter((kind) => isWanted(kind, { ...none, waits: true }))).toEqual(['wakeUp', 'remind', 'policy']);
  });
});
