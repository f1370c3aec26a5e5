import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { formatInstant, parseInstant } from '../../../shared/time/instant.ts';
import { quietUntil, readTimeOfDay, timeOfDayMs, tomorrowAt } from '../../../shared/watch/quiet-hours.ts';

const zone = compileZone('Europe/Paris');
const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const until = (quietFrom: string | null, quietTo: string | null, now: string): string | null => {
  const ms = quietUntil({ quietFrom, quietTo }, zone, at(now));
  return ms === null ? null : formatInstant(ms);
};

describe('quiet hours', () => {
  it.each([
    // Over midnight, in winter: Paris is an hour ahead.
    ['22:00', '07:00', '2026-11-23T20:59:59Z', null],
    ['22:00', '07:00', '2026-11-23T21:00:00Z', '2026-11-24T06:00:00Z'],
    ['22:00', '07:00', '2026-11-24T05:59:59Z', '2026-11-24T06:00:00Z'],
    ['22:00', '07:00', '2026-11-24T06:00:00Z', null],
    // Within a day.
    ['12:00', '14:00', '2026-11-23T11:30:00Z', '2026-11-23T13:00:00Z'],
    ['12:00', '14:00', '2026-11-23T13:00:00Z', null],
    // The nights in which the clocks change: ends are wall times.
    ['22:00', '07:00', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00Z'],
    ['22:00', '07:00', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z'],
    // Over the turn of the year.
    ['22:00', '07:00', '2026-12-31T23:30:00Z', '2027-01-01T06:00:00Z'],
    // None.
    ['22:00', null, '2026-11-23T23:00:00Z', null],
    [null, null, '2026-11-23T23:00:00Z', null],
    ['07:00', '07:00', '2026-11-23T23:00:00Z', null],
    ['25:00', '07:00', '2026-11-23T23:00:00Z', null],
  ])('%s to %s at %s: %s', (from, to, now, expected) => expect(until(from, to, now)).toBe(expected));
});

describe('times of day', () => {
  it('are read as people write them', () => {
    expect(['7', '7h', '07h30', '7:30', '22.15', ' 23:59 '].map(readTimeOfDay)).toEqual([
      ...['07:00', '07:00', '07:30', '07:30', '22:15', '23:59'],
    ]);
    expect(['', '24:00', '7:60', 'noon', '7:3', '-1', '7 30'].map(readTimeOfDay)).toEqual(Array(7).fill(null));
  });

  it('are milliseconds of a day', () => {
    expect(timeOfDayMs('00:00')).toBe(0);
    expect(timeOfDayMs('23:59')).toBe(86_340_000);
    expect(timeOfDayMs('9:00')).toBeNull();
  });

  it('tomorrow at nine is nine on the wall, whatever the night', () => {
    const nine = timeOfDayMs('09:00') ?? 0;
    expect(formatInstant(tomorrowAt(zone, at('2026-10-24T10:00:00Z'), nine))).toBe('2026-10-25T08:00:00Z');
    expect(formatInstant(tomorrowAt(zone, at('2026-03-28T10:00:00Z'), nine))).toBe('2026-03-29T07:00:00Z');
    // After midnight on the wall, 'tomorrow' is that of the wall.
    expect(formatInstant(tomorrowAt(zone, at('2026-11-23T23:30:00Z'), nine))).toBe('2026-11-25T08:00:00Z');
  });
});
