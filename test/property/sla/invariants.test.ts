import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/calendar.ts';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { ClockEvent } from '../../../shared/sla/clock-event.ts';
import { readClock, turnsOf, type Clock } from '../../../shared/sla/clock.ts';
import { compileRules, DEFAULT_POLICY, PRIORITIES, SHIPPED_TIERS, type Rules } from '../../../shared/sla/policy.ts';
import { standingClocks, type StandingClocks } from '../../../shared/sla/standing.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { lives, plainLives, runs, type Life } from './ticket-arbitraries.ts';

const zone = compileZone('Europe/Paris');
const rules = compileRules(DEFAULT_POLICY, zone);

const made = ({ events, asOf }: Life, by: Rules = rules): StandingClocks => {
  const clocks = standingClocks({ category: 'incident', isBeta: false }, events, by, asOf);
  if (clocks === null) throw new Error('not opened');
  return clocks;
};
const read = (life: Life, by: Rules = rules): Clock => readClock(made(life, by).resolution, by, life.asOf);

/** The clock once its life has gone on undisturbed for so long that every running clock is past its target. */
const muchLater = (life: Life): Life => ({ ...life, asOf: life.asOf + 60 * DAY_MS });
const dueOf = (life: Life): number | null => read(muchLater(life)).dueAtMs;
const isRunning = (life: Life): boolean => ['running', 'breached'].includes(read(life).state) && dueOf(life) !== null;
const insert = ({ events, asOf }: Life, more: ClockEvent[]): Life => ({ events: [...events, ...more], asOf });

describe('invariants of the clock (sla/SPEC)', () => {
  it('elapsed time is monotone, and grows by no more than the time that passed', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 5 * DAY_MS }), (life, more) => {
        const standing = made(life).resolution;
        const [now, later] = [life.asOf, life.asOf + more].map((at) => readClock(standing, rules, at).elapsedMs);
        expect(later).toBeGreaterThanOrEqual(now ?? 0);
        expect((later ?? 0) - (now ?? 0)).toBeLessThanOrEqual(more);
      }),
      runs(2_000),
    );
  });

  it('the counted time at the due time equals the target, running or in the past', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const clock = read(life);
        if (clock.dueAtMs === null || clock.dueAtMs <= life.asOf) return;
        expect(readClock(made(life).resolution, rules, clock.dueAtMs).remainingMs).toBe(0);
      }),
      runs(2_000),
    );
  });

  it('the order in which events arrive changes nothing', () => {
    const apart = lives.filter(({ events }) => new Set(events.map(({ atMs }) => atMs)).size === events.length);
    const shuffled = apart.chain((life) =>
      fc.tuple(fc.constant(life), fc.shuffledSubarray([...life.events], { minLength: life.events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([life, events]) => {
        expect(made({ ...life, events })).toEqual(made(life));
      }),
      runs(2_000),
    );
  });

  it('a pause split in two changes nothing', () => {
    fc.assert(
      fc.property(lives, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (life, which, share) => {
        const pauses = life.events.flatMap((event, i) => {
          const next = life.events[i + 1];
          const isPaused = readClock(made({ ...life, asOf: event.atMs }).resolution, rules, event.atMs).isPaused;
          return isPaused && next !== undefined && next.atMs > event.atMs ? [{ from: event.atMs, to: next.atMs }] : [];
        });
        const pause = pauses[which % Math.max(1, pauses.length)];
        if (pause === undefined) return;
        const atMs = Math.ceil(pause.from + share * (pause.to - 1 - pause.from));
        // Entered at the end, between what happened at the pause's own instant and what comes after.
        const split = insert(life, [
          { atMs, type: 'resumed' },
          { atMs, type: 'paused' },
        ]);
        const { state, elapsedMs, dueAtMs, everBreached } = read(split);
        const before = read(life);
        expect({ state, elapsedMs, dueAtMs, everBreached }).toEqual({
          ...{
            state: before.state,
            elapsedMs: before.elapsedMs,
            dueAtMs: before.dueAtMs,
            everBreached: before.everBreached,
          },
        });
      }),
      runs(3_000),
    );
  });

  it('another pause never makes the due time earlier', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(lives, fc.nat(), share, share, (life, which, a, b) => {
        if (!isRunning(life)) return;
        const ends = [...life.events.slice(1).map(({ atMs }) => atMs), life.asOf];
        const i = which % ends.length;
        const [from, to] = [life.events[i]?.atMs ?? 0, ends[i] ?? 0];
        if (to - from < 4 || read({ ...life, asOf: from }).isPaused) return;
        const [start, end] = [a, b].sort((x, y) => x - y).map((at) => from + 1 + Math.floor(at * (to - from - 2)));
        const paused = insert(life, [
          { atMs: start ?? 0, type: 'paused' },
          { atMs: end ?? 0, type: 'resumed' },
        ]);
        expect(dueOf(paused) ?? Infinity).toBeGreaterThanOrEqual(dueOf(life) ?? 0);
      }),
      runs(3_000),
    );
  });

  it('another closed day never makes the due time earlier', () => {
    const closed = (day: string): Rules => {
      const closedDays = (year: number): string[] => [...frenchHolidays(year), day];
      return {
        ...rules,
        calendars: { ...rules.calendars, business: compileCalendar({ ...DEFAULT_POLICY.business, closedDays }, zone) },
      };
    };
    const others = ['2024-03-29', '2025-04-22', '2026-03-30', '2026-05-07', '2026-06-15', '2026-10-26'].map(closed);
    fc.assert(
      fc.property(lives, fc.constantFrom(...others), (life, other) => {
        if (!isRunning(life)) return;
        expect(read(muchLater(life), other).dueAtMs ?? Infinity).toBeGreaterThanOrEqual(dueOf(life) ?? 0);
      }),
      runs(2_000),
    );
  });

  it('under always, due less start is the target and the pauses before it', () => {
    fc.assert(
      fc.property(plainLives, (life) => {
        const [opening] = life.events;
        if (opening?.type !== 'opened' || opening.tier === 'standard') return;
        if (opening.priority !== 'P1' && opening.priority !== 'P2') return;
        const clock = read(life);
        const due = clock.dueAtMs;
        if (due === null) return;
        let stoppedMs = 0;
        let since: number | null = null;
        const marks = life.events.filter(({ atMs }) => atMs < due).map(({ atMs }) => atMs);
        for (const atMs of marks) {
          const { state, isPaused } = read({ ...life, asOf: atMs });
          const isStopped =
            isPaused ||
            readClock(made({ ...life, asOf: atMs }).resolution, rules, atMs + DAY_MS).elapsedMs ===
              read({ ...life, asOf: atMs }).elapsedMs;
          expect(state).not.toBe('breached');
          if (isStopped) since ??= atMs;
          else if (since !== null) {
            stoppedMs += atMs - since;
            since = null;
          }
        }
        expect(due - opening.atMs).toBe((clock.targetMs ?? 0) + stoppedMs);
      }),
      runs(3_000),
    );
  });

  it('a raise or an upgrade never makes the due time later', () => {
    fc.assert(
      fc.property(lives, fc.boolean(), fc.nat(), (life, isRaise, which) => {
        if (!isRunning(life)) return;
        const last = life.events.reduce(
          (now, event) => ({
            priority:
              event.type === 'opened' || event.type === 'priorityChanged'
                ? (event.priority ?? now.priority)
                : now.priority,
            tier: event.type === 'opened' || event.type === 'tierChanged' ? event.tier : now.tier,
          }),
          { priority: 'P4', tier: 'standard' } as { priority: string; tier: string },
        );
        const higher = PRIORITIES.filter((one) => one < last.priority);
        const better = SHIPPED_TIERS.filter((one, rank) => rank > SHIPPED_TIERS.indexOf(last.tier as 'gold'));
        const priority = higher[which % Math.max(1, higher.length)];
        const tier = better[which % Math.max(1, better.length)];
        const atMs = life.asOf;
        const event: ClockEvent | null =
          isRaise && priority !== undefined
            ? { atMs, type: 'priorityChanged', priority }
            : tier === undefined
              ? null
              : { atMs, type: 'tierChanged', tier };
        if (event === null) return;
        expect(dueOf(insert(life, [event])) ?? Infinity).toBeLessThanOrEqual(dueOf(life) ?? 0);
      }),
      runs(3_000),
    );
  });

  it('a breach is never erased by what happens later', () => {
    fc.assert(
      fc.property(lives, fc.nat(), (life, which) => {
        const asOf = life.events[which % life.events.length]?.atMs ?? 0;
        // Read before the events at that instant, as 'just before' means: a millisecond earlier it was breached or it was not.
        if (asOf - 1 < (life.events[0]?.atMs ?? 0) || !read({ ...life, asOf: asOf - 1 }).everBreached) return;
        expect(read(life).everBreached).toBe(true);
      }),
      runs(2_000),
    );
  });

  it('a running clock turns exactly when turnsOf says', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const standing = made(life).resolution;
        const turns = turnsOf(standing, rules);
        if (turns === null) return;
        const state = (at: number): string => readClock(standing, rules, Math.max(at, life.asOf)).state;
        expect(state(turns.breachAfterMs + 1)).toBe('breached');
        if (turns.breachAfterMs < life.asOf) return;
        expect(state(turns.breachAfterMs)).toBe('running');
        expect(turns.atRiskAtMs).toBeLessThanOrEqual(turns.breachAfterMs);
      }),
      runs(2_000),
    );
  });
});
