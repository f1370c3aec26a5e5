import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/calendar.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import { localToInstant, offsetAt } from '../../../shared/calendar/zone.ts';
import { conflictsOf, type Proposal, type Surroundings } from '../../../shared/coaching/conflicts.ts';
import { movedAlike, seriesStarts } from '../../../shared/coaching/series.ts';
import { effectiveWindows } from '../../../shared/maintenance/effective-windows.ts';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const paris = compileZone('Europe/Paris');
const WEEK = {
  1: [
    [540, 720],
    [780, 1080],
  ],
  2: [[540, 1080]],
  3: [[0, 1440]],
  5: [[600, 601]],
} as const;
const workingHours = compileCalendar({ zone: 'Europe/Paris', week: WEEK, closedDays: () => [] }, paris);
/** Around both changes of the clock, and around Easter. */
const around = fc.constantFrom(Date.UTC(2026, 9, 20), Date.UTC(2027, 2, 24), Date.UTC(2027, 4, 1));
const span = fc
  .record({ from: around, minute: fc.integer({ min: 0, max: 14 * 1_440 }), length: fc.integer({ min: 1, max: 600 }) })
  .map(({ from, minute, length }) => ({
    startMs: from + minute * MINUTE_MS,
    endMs: from + (minute + length) * MINUTE_MS,
  }));
const session = fc
  .record({ span, sessionId: fc.uuid(), expert: fc.constantFrom('Eva', 'Noa') })
  .map(({ span: at, ...one }) => ({ ...at, ...one, customer: 'x' }));
const platforms = fc.subarray(['NUP', 'NGP'] as const);

/** Minute by minute, with the runtime's own calendar: slow, and another way to the same. */
const local = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
const WEEKDAYS = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', weekday: 'short' });
const isWorked = (ms: number): boolean => {
  const minute = Number(local.format(ms).slice(11, 13)) * 60 + Number(local.format(ms).slice(14, 16));
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].indexOf(WEEKDAYS.format(ms)) + 1;
  const hours: readonly (readonly [number, number])[] =
    day === 1 || day === 2 || day === 3 || day === 5 ? WEEK[day] : [];
  return hours.some(([open, close]) => minute >= open && minute < close);
};

const slowly = (proposal: Proposal, facts: Surroundings): string[] => {
  const found = new Set<string>();
  for (let ms = proposal.startMs; ms < proposal.endMs; ms += MINUTE_MS) {
    const has = (one: { readonly startMs: number; readonly endMs: number }): boolean =>
      one.startMs <= ms && ms < one.endMs;
    for (const one of facts.booked.filter(has)) found.add(`doubleBooking ${one.sessionId}`);
    for (const one of facts.absences) if (one.fromMs <= ms && ms < one.untilMs) found.add(`absence ${one.reason}`);
    if (!isWorked(ms)) found.add('outsideHours');
    const date = local.format(ms).slice(0, 10);
    if (frenchHolidays(Number(date.slice(0, 4))).includes(date)) found.add(`publicHoliday ${date}`);
    for (const one of facts.ofCustomer.filter(has)) {
      if (one.expert !== proposal.expert) found.add(`customerBusy ${one.sessionId}`);
    }
    for (const one of facts.windows.filter(has)) {
      const kind = proposal.assignment === 'discovery' ? 'portalDown' : 'maintenance';
      if (facts.platforms.length === 0) found.add('platformUnknown');
      else if (facts.platforms.includes(one.platform)) found.add(`${kind} ${one.platform} ${one.startMs}`);
    }
  }
  return [...found].sort();
};

const shortly = (proposal: Proposal, facts: Surroundings): string[] =>
  conflictsOf(proposal, facts)
    .map((one) => {
      if (one.kind === 'doubleBooking' || one.kind === 'customerBusy') return `${one.kind} ${one.sessionId}`;
      if (one.kind === 'absence') return `absence ${one.reason}`;
      if (one.kind === 'publicHoliday') return `publicHoliday ${one.date}`;
      if (one.kind === 'portalDown' || one.kind === 'maintenance') return `${one.kind} ${one.platform} ${one.startMs}`;
      return one.kind;
    })
    .sort();

describe('what stands against a session', () => {
  it('is what a look at each of its minutes finds', () => {
    fc.assert(
      fc.property(
        span,
        fc.constantFrom('discovery' as const, 'advice' as const),
        fc.array(session, { maxLength: 8 }),
        fc.array(span, { maxLength: 3 }),
        platforms,
        (at, assignment, sessions, absent, known) => {
          const proposal: Proposal = { ...at, assignment, expert: 'Eva' };
          const versions = [{ fromMs: -Infinity, rules: DEFAULT_MAINTENANCE }];
          const order = { versions, exceptions: [], customerId: null, zoneOf: () => paris };
          const facts: Surroundings = {
            booked: sessions.filter(({ expert }) => expert === 'Eva'),
            ofCustomer: sessions,
            absences: absent.map(({ startMs, endMs }, i) => ({ fromMs: startMs, untilMs: endMs, reason: `r${i}` })),
            ...{ workingHours, zone: paris, holidays: frenchHolidays, platforms: known, hours: null },
            windows: effectiveWindows(order, at.startMs - 2 * DAY_MS, at.endMs + 2 * DAY_MS),
          };
          expect(shortly(proposal, facts)).toEqual(slowly(proposal, facts));
        },
      ),
      runs(150),
    );
  });
});

describe('a series', () => {
  const wall = (ms: number): string => new Date(ms + offsetAt(paris, ms)).toISOString().slice(11, 16);
  const weekday = (ms: number): number => new Date(ms + offsetAt(paris, ms)).getUTCDay();

  it('keeps weekday and wall time over both changes of the clock', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 3 * 60, max: 24 * 60 - 1 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 2, max: 60 }),
        (day, minute, everyWeeks, count) => {
          const firstMs = localToInstant(paris, Date.UTC(2026, 0, 1) + day * DAY_MS + minute * MINUTE_MS);
          const starts = seriesStarts(paris, firstMs, { everyWeeks, count, untilMs: null });
          expect(starts).toHaveLength(count);
          expect(new Set(starts.map(wall))).toEqual(new Set([wall(firstMs)]));
          expect(new Set(starts.map(weekday))).toEqual(new Set([weekday(firstMs)]));
          const untilMs = starts[Math.floor(count / 2)] ?? firstMs;
          const cut = seriesStarts(paris, firstMs, { everyWeeks, count: null, untilMs });
          expect(cut.at(-1)).toBe(untilMs);
        },
      ),
      runs(200),
    );
  });

  it('of which one moves, all move by as many local minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59 }), fc.integer({ min: -300, max: 300 }), (week, shift) => {
        const first = localToInstant(paris, Date.UTC(2026, 0, 5, 12));
        const starts = seriesStarts(paris, first, { everyWeeks: 1, count: 60, untilMs: null });
        const at = (ms: number) => ({ startMs: ms, endMs: ms + HOUR_MS });
        const to = at(first + shift * MINUTE_MS);
        const moved = movedAlike(paris, at(starts[week] ?? first), at(first), to);
        expect(wall(moved.startMs)).toBe(wall(to.startMs));
        expect(moved.endMs - moved.startMs).toBe(HOUR_MS);
      }),
      runs(200),
    );
  });
});
