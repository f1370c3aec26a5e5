import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { dayEndMs, parseDay } from '../../../shared/expertise/parse-day.ts';
import { parseHours } from '../../../shared/expertise/parse-hours.ts';
import { momentText } from '../../../shared/time/parse-moment.ts';

describe('hours as people write them', () => {
  it.each([
    ['10', 600],
    ['10 h', 600],
    ['7h30', 450],
    ['7:30', 450],
    ['7,5', 450],
    ['0.25', 15],
    ['90 min', 90],
    ['-1h', -60],
    ['−0:30', -30],
    ['+2', 120],
    ['1000', 60_000],
    ['2000', null],
    ['0', null],
    ['0.01', null],
    ['ten', null],
    ['', null],
  ])('%s is %s min', (text, minutes) => expect(parseHours(text, 'hours')).toBe(minutes));

  it('a bare number counts what the field says', () => expect(parseHours('-30', 'minutes')).toBe(-30));
});

describe('a day as it is typed', () => {
  const zone = compileZone('Europe/Paris');
  const nowMs = Date.UTC(2026, 10, 23, 9);
  const day = (text: string, side: 'past' | 'ahead'): string | null => {
    const ms = parseDay(text, { nowMs, zone, side });
    return ms === null ? null : momentText(zone, ms);
  };

  it.each([
    ['today', 'past', '2026-11-23 00:00'],
    ['1/12', 'past', '2026-12-01 00:00'],
    ['2026-11-01', 'ahead', '2026-11-01 00:00'],
    ['lundi', 'past', '2026-11-23 00:00'],
    ['lundi', 'ahead', '2026-11-30 00:00'],
    ['31/02', 'past', null],
    ['', 'past', null],
    ['9:00', 'past', null],
  ] as const)('%s, %s: %s', (text, side, wanted) => expect(day(text, side)).toBe(wanted));

  it('ends at the next midnight, also where it has 25 hours', () => {
    expect(momentText(zone, dayEndMs(zone, Date.UTC(2026, 9, 25, 12)))).toBe('2026-10-26 00:00');
  });
});
