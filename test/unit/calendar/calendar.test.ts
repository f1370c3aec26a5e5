import { describe, expect, it } from 'vitest';
import { ALWAYS, countedMs, instantAfter, openFrom } from '../../../shared/calendar/calendar.ts';
import { END_INSTANT_MS, HOUR_MS, MINUTE_MS, formatInstant } from '../../../shared/time/instant.ts';
import { compileCalendar, OFFICE_SPEC } from '../../support/calendars.ts';

const spec = OFFICE_SPEC;
const business = compileCalendar(spec);
const at = (text: string): number => Date.parse(text);
const hours = (from: string, to: string): number => countedMs(business, at(from), at(to)) / HOUR_MS;
const after = (from: string, lengthHours: number): string =>
  formatInstant(instantAfter(business, at(from), lengthHours * HOUR_MS));
const opens = (text: string): string => formatInstant(openFrom(business, at(text)));

describe('countedMs', () => {
  it('counts the open part only', () => {
    expect(hours('2026-03-27T16:00+01:00', '2026-03-30T10:00+02:00')).toBe(3);
    expect(hours('2026-03-27T18:00+01:00', '2026-03-30T09:00+02:00')).toBe(0);
    expect(hours('2026-03-23T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(45);
  });

  it('takes holidays out', () => {
    expect(hours('2026-04-30T00:00+02:00', '2026-05-11T00:00+02:00')).toBe(9 * 5);
  });

  it('is 0 where the end is not after the start', () => {
    expect(hours('2026-03-24T12:00+01:00', '2026-03-24T12:00+01:00')).toBe(0);
    expect(hours('2026-03-24T12:00+01:00', '2026-03-24T10:00+01:00')).toBe(0);
  });

  it('counts real elapsed time under always', () => {
    expect(countedMs(ALWAYS, at('2026-03-28T12:00+01:00'), at('2026-03-29T12:00+02:00'))).toBe(23 * HOUR_MS);
    expect(countedMs(ALWAYS, at('2026-10-24T12:00+02:00'), at('2026-10-25T12:00+01:00'))).toBe(25 * HOUR_MS);
  });

  it('counts real elapsed time in a window over a clock change', () => {
    const nights = compileCalendar({ ...spec, week: { 7: [[0, 360]] } });
    const night = (day: string): number =>
      countedMs(nights, at(`${day}T00:00Z`) - 12 * HOUR_MS, at(`${day}T12:00Z`)) / HOUR_MS;
    expect([night('2026-03-22'), night('2026-03-29'), night('2026-10-25')]).toEqual([6, 5, 7]);
  });
});

describe('instantAfter', () => {
  it('gives the closing time for a length reached exactly then', () => {
    expect(after('2026-02-16T09:00+01:00', 9)).toBe('2026-02-16T17:00:00Z');
    expect(after('2026-02-14T12:00+01:00', 9)).toBe('2026-02-16T17:00:00Z');
    expect(formatInstant(instantAfter(business, at('2026-02-16T09:00+01:00'), 9 * HOUR_MS + 1))).toBe(
      '2026-02-17T08:00:00.001Z',
    );
  });

  it('is the start for no length, open or not', () => {
    expect(after('2026-02-14T12:00+01:00', 0)).toBe('2026-02-14T11:00:00Z');
    expect(after('2026-02-14T12:00+01:00', -1)).toBe('2026-02-14T11:00:00Z');
  });

  it('undoes counting', () => {
    const from = at('2026-03-27T16:00+01:00');
    for (const minutes of [1, 120, 121, 540, 12_345]) {
      expect(countedMs(business, from, instantAfter(business, from, minutes * MINUTE_MS))).toBe(minutes * MINUTE_MS);
    }
  });

  it('refuses what lies beyond 2099', () => {
    expect(() => instantAfter(business, END_INSTANT_MS - 1, 1000 * HOUR_MS)).toThrow('beyond 2099');
  });
});

describe('openFrom', () => {
  it('is the instant itself while open, the next opening while closed', () => {
    expect(opens('2026-03-27T09:00+01:00')).toBe('2026-03-27T08:00:00Z');
    expect(opens('2026-03-27T17:59:59+01:00')).toBe('2026-03-27T16:59:59Z');
    expect(opens('2026-03-27T18:00+01:00')).toBe('2026-03-30T07:00:00Z');
    expect(opens('2026-12-24T18:00+01:00')).toBe('2026-12-28T08:00:00Z');
    expect(openFrom(ALWAYS, 5)).toBe(5);
  });
});

describe('compileCalendar', () => {
  it('refuses instants that it does not cover', () => {
    expect(() => countedMs(business, -1, 10)).toThrow(RangeError);
    expect(() => countedMs(business, 0, END_INSTANT_MS * 2)).toThrow('1970 to 2099');
  });

  it('refuses windows that overlap or are empty', () => {
    const withMonday =
      (...windows: [number, number][]) =>
      () =>
        compileCalendar({ ...spec, week: { 1: windows } });
    expect(withMonday([540, 720], [700, 1080])).toThrow(RangeError);
    expect(withMonday([540, 540])).toThrow('overlap or are empty');
    expect(withMonday([1080, 540])).toThrow(RangeError);
  });

  it('joins windows that meet, across midnight too', () => {
    const round = compileCalendar({
      ...spec,
      week: {
        1: [
          [540, 720],
          [720, 1440],
        ],
        2: [[0, 60]],
      },
    });
    const from = at('2026-02-16T00:00+01:00');
    expect(countedMs(round, from, from + 48 * HOUR_MS)).toBe(16 * HOUR_MS);
    expect(formatInstant(instantAfter(round, from, 15 * HOUR_MS))).toBe('2026-02-16T23:00:00Z');
    expect(openFrom(round, from + 12 * HOUR_MS)).toBe(from + 12 * HOUR_MS);
  });

  it('counts the lunch break as closed', () => {
    const lunch = compileCalendar({
      ...spec,
      week: {
        1: [
          [540, 720],
          [780, 1080],
        ],
      },
    });
    const from = at('2026-02-16T11:00+01:00');
    expect(countedMs(lunch, from, from + 3 * HOUR_MS)).toBe(2 * HOUR_MS);
    expect(formatInstant(instantAfter(lunch, from, HOUR_MS))).toBe('2026-02-16T11:00:00Z');
  });

  it('never opens where no day has a window', () => {
    const never = compileCalendar({ ...spec, week: {} });
    expect(countedMs(never, 0, END_INSTANT_MS - 1)).toBe(0);
    expect(() => instantAfter(never, 0, 1)).toThrow('beyond 2099');
    expect(openFrom(never, 0)).toBe(END_INSTANT_MS);
  });
});
