import { describe, expect, it } from 'vitest';
import {
  END_INSTANT_MS,
  formatInstant,
  isInstant,
  offsetMinutes,
  parseInstant,
  utcMs,
} from '../../../shared/time/instant.ts';

describe('parseInstant', () => {
  it.each([
    ['2026-03-29T07:00:00Z', Date.UTC(2026, 2, 29, 7)],
    ['2026-03-29T07:00+02:00', Date.UTC(2026, 2, 29, 5)],
    ['2026-03-29T07:00:30.25-0330', Date.UTC(2026, 2, 29, 10, 30, 30, 250)],
    ['2026-03-29T07:00:00.123456789Z', Date.UTC(2026, 2, 29, 7, 0, 0, 123)],
    ['1970-01-01T00:00:00Z', 0],
    ['2024-02-29T23:59:59Z', Date.UTC(2024, 1, 29, 23, 59, 59)],
  ])('reads %s', (text, ms) => expect(parseInstant(text)).toBe(ms));

  it.each([
    ['no zone', '2026-03-29T07:00:00'],
    ['no time', '2026-03-29'],
    ['30 February', '2026-02-30T00:00:00Z'],
    ['29 February of a common year', '2026-02-29T00:00:00Z'],
    ['month 13', '2026-13-01T00:00:00Z'],
    ['25 o’clock', '2026-01-01T25:00:00Z'],
    ['24:00', '2026-01-01T24:00:00Z'],
    ['minute 60', '2026-01-01T00:60:00Z'],
    ['an offset beyond 18 h', '2026-01-01T00:00:00+19:00'],
    ['an offset with minute 60', '2026-01-01T00:00:00+01:60'],
    ['before 1970', '1969-12-31T23:59:59Z'],
    ['before 1970 by its offset', '1970-01-01T00:00:00+01:00'],
    ['2100', '2100-01-01T00:00:00Z'],
    ['words around it', 'on 2026-03-29T07:00:00Z'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => expect(parseInstant(text)).toBeNull());
});

describe('formatInstant', () => {
  it('writes milliseconds only where there are any', () => {
    expect(formatInstant(Date.UTC(2026, 2, 29, 7))).toBe('2026-03-29T07:00:00Z');
    expect(formatInstant(Date.UTC(2026, 2, 29, 7) + 5)).toBe('2026-03-29T07:00:00.005Z');
  });

  it('is read back', () => {
    for (const ms of [0, 1, 1_774_767_600_123, END_INSTANT_MS - 1]) expect(parseInstant(formatInstant(ms))).toBe(ms);
  });
});

describe('offsetMinutes', () => {
  it.each([
    ['Z', 0],
    ['z', 0],
    ['+01:00', 60],
    ['-0530', -330],
    ['+18:00', 1080],
    ['-00:00', -0],
  ])('reads %s', (text, minutes) => expect(offsetMinutes(text)).toBe(minutes));

  it.each(['+1:00', '01:00', '+18:01', '+01:60', 'CET', ''])('refuses %s', (text) => {
    expect(offsetMinutes(text)).toBeNull();
  });
});

describe('utcMs and isInstant', () => {
  it('refuses fields out of range', () => {
    expect(utcMs(2026, 2, 28)).toBe(Date.UTC(2026, 1, 28));
    expect(utcMs(2026, 2, 29)).toBeNull();
    expect(utcMs(2026, 0, 1)).toBeNull();
    expect(utcMs(2026, 1, 0)).toBeNull();
    expect(utcMs(2026, 1, 1, 24)).toBeNull();
    expect(utcMs(2026, 1, 1, 0, 0, 60)).toBeNull();
  });

  it('covers 1970 to 2099 in whole milliseconds', () => {
    expect([0, END_INSTANT_MS - 1].every(isInstant)).toBe(true);
    expect([-1, END_INSTANT_MS, 0.5, Number.NaN, Infinity].some(isInstant)).toBe(false);
  });
});
