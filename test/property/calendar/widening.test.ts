import fc from 'fast-check';
import { describe, it } from 'vitest';
import { compileCalendar, countedMs, instantAfter, openFrom } from '../../../shared/calendar/calendar.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time/instant.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const spec = { ...DEFAULT_POLICY.business, closedDays: frenchHolidays };
const zone = compileZone(spec.zone);
const whole = compileCalendar(spec, zone);
const instant = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2098, 0, 1) });

describe('a calendar compiled around an instant', () => {
  it('answers as the whole one does, near that instant and far from it', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: -4 * 366, max: 4 * 366 }),
        instant,
        fc.integer({ min: 1, max: 400 }),
        (around, days, far, hours) => {
          const near = Math.max(Date.UTC(1971, 0, 1), Math.min(Date.UTC(2098, 0, 1), around + days * DAY_MS));
          for (const [from, to] of [
            [near, near + 20 * DAY_MS],
            [Math.min(near, far), Math.max(near, far)],
          ] as const) {
            const narrow = compileCalendar(spec, zone, around);
            const answers = (calendar: typeof whole) => [
              countedMs(calendar, from, to),
              instantAfter(calendar, from, hours * HOUR_MS),
              openFrom(calendar, to),
            ];
            const [a, b] = [answers(narrow), answers(whole)];
            if (a.some((answer, i) => answer !== b[i])) throw new Error(`${a.join()} is not ${b.join()}`);
          }
        },
      ),
      runs(60),
    );
  });
});
