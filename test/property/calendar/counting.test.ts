import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedMs, instantAfter, openFrom } from '../../../shared/calendar/calendar.ts';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { localToInstant, offsetAt } from '../../../shared/calendar/zone.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time/instant.ts';
import { slowlyAfter, slowlyCounted } from '../sla/reference-calendar.ts';
import { instants, runs } from '../sla/ticket-arbitraries.ts';
import { compileCalendar, OFFICE_SPEC } from '../../support/calendars.ts';

const spec = OFFICE_SPEC;
const business = compileCalendar(spec);
const length = fc.integer({ min: 1, max: 90 * HOUR_MS });
const span = fc.integer({ min: 0, max: 20 * DAY_MS });

describe('counted time', () => {
  it('agrees with the slow reference', () => {
    fc.assert(
      fc.property(instants, span, (from, more) => {
        expect(countedMs(business, from, from + more)).toBe(slowlyCounted('business', from, from + more));
      }),
      runs(3_000),
    );
  });

  it('is additive and monotone', () => {
    fc.assert(
      fc.property(instants, span, span, (from, one, two) => {
        const [middle, end] = [from + one, from + one + two];
        expect(countedMs(business, from, middle) + countedMs(business, middle, end)).toBe(
          countedMs(business, from, end),
        );
        expect(countedMs(business, from, end)).toBeGreaterThanOrEqual(countedMs(business, from, middle));
        expect(countedMs(business, from, end)).toBeLessThanOrEqual(end - from);
      }),
      runs(5_000),
    );
  });
});

describe('instantAfter', () => {
  it('agrees with the slow reference', () => {
    fc.assert(
      fc.property(instants, length, (from, wanted) => {
        expect(instantAfter(business, from, wanted)).toBe(slowlyAfter('business', from, wanted));
      }),
      runs(2_000),
    );
  });

  it('is the earliest instant by which the length is counted', () => {
    fc.assert(
      fc.property(instants, length, (from, wanted) => {
        const due = instantAfter(business, from, wanted);
        expect(countedMs(business, from, due)).toBe(wanted);
        expect(countedMs(business, from, due - 1)).toBe(wanted - 1);
      }),
      runs(5_000),
    );
  });

  it('is never earlier with another day closed', () => {
    const extra = new Map<string, ReturnType<typeof compileCalendar>>();
    const closing = (day: string) => {
      const calendar =
        extra.get(day) ?? compileCalendar({ ...spec, closedDays: (year) => [...frenchHolidays(year), day] });
      extra.set(day, calendar);
      return calendar;
    };
    const days = fc.constantFrom('2024-03-29', '2025-04-18', '2026-03-30', '2026-05-07', '2026-06-15', '2026-10-26');
    fc.assert(
      fc.property(instants, length, days, (from, wanted, day) => {
        expect(instantAfter(closing(day), from, wanted)).toBeGreaterThanOrEqual(instantAfter(business, from, wanted));
      }),
      runs(2_000),
    );
  });
});

it('openFrom is the first instant from which time counts', () => {
  fc.assert(
    fc.property(instants, (from) => {
      const open = openFrom(business, from);
      expect(countedMs(business, from, open)).toBe(0);
      expect(countedMs(business, open, open + 1)).toBe(1);
    }),
    runs(2_000),
  );
});

it('localToInstant undoes offsetAt except in the second run of a repeated hour', () => {
  const zones = ['Europe/Paris', 'America/Sao_Paulo', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'].map((id) =>
    compileZone(id),
  );
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: DAY_MS, max: Date.UTC(2099, 0, 1) }), (zone, ms) => {
      const back = localToInstant(zone, ms + offsetAt(zone, ms));
      expect(back).toBeLessThanOrEqual(ms);
      const isRepeated = back + offsetAt(zone, back) === ms + offsetAt(zone, ms) && back !== ms;
      expect(back === ms || isRepeated).toBe(true);
    }),
    runs(5_000),
  );
});
