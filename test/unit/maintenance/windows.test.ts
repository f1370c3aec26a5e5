import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import {
  DEFAULT_MAINTENANCE,
  windowsBetween,
  type MaintenanceWindow,
} from '../../../shared/maintenance/maintenance-rule.ts';
import { formatInstant } from '../../../shared/time/instant.ts';

const paris = compileZone('Europe/Paris');
const between = (from: string, to: string): MaintenanceWindow[] =>
  windowsBetween(DEFAULT_MAINTENANCE, () => paris, Date.parse(from), Date.parse(to));

/** The local days of windows, by the calendar of the runtime: another way to the same. */
const enumerate = (year: number): string[] => {
  const days: string[] = [];
  for (let month = 0; month < 12; month++) {
    const wednesdays: number[] = [];
    for (let day = 1; new Date(Date.UTC(year, month, day)).getUTCMonth() === month; day++) {
      const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
        Date.UTC(year, month, day),
      );
      if (name === 'Wednesday') wednesdays.push(day);
    }
    const meant = wednesdays.length === 5 ? wednesdays.filter((_, i) => i !== 1) : wednesdays;
    days.push(...meant.map((day) => `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`));
  }
  return days;
};

const localDay = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });

describe('maintenance windows', () => {
  it.each([2024, 2025, 2026, 2027, 2028])(
    'of %i are those of an independent enumeration, on both platforms',
    (year) => {
      const windows = between(`${year}-01-01T00:00:00+01:00`, `${year + 1}-01-01T00:00:00+01:00`);
      for (const platform of ['NUP', 'NGP']) {
        const own = windows.filter((window) => window.platform === platform);
        expect(own.map(({ startMs }) => localDay.format(startMs))).toEqual(
          enumerate(year).map((day) => `${day} 00:00`),
        );
        expect(own.map(({ endMs }) => localDay.format(endMs))).toEqual(enumerate(year).map((day) => `${day} 06:00`));
      }
    },
  );

  it('with five Wednesdays the second has none, the first is the first rule’s', () => {
    const days = between('2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z').map(
      ({ startMs, rule, platform }) => `${formatInstant(startMs)} ${rule} ${platform}`,
    );
    expect(days).toEqual([
      '2024-01-02T23:00:00Z first-wednesday NGP',
      '2024-01-02T23:00:00Z first-wednesday NUP',
      '2024-01-16T23:00:00Z last-three-wednesdays NGP',
      '2024-01-16T23:00:00Z last-three-wednesdays NUP',
      '2024-01-23T23:00:00Z last-three-wednesdays NGP',
      '2024-01-23T23:00:00Z last-three-wednesdays NUP',
      '2024-01-30T23:00:00Z last-three-wednesdays NGP',
      '2024-01-30T23:00:00Z last-three-wednesdays NUP',
    ]);
  });

  it('one that runs already or ends later is among them; edges are exclusive', () => {
    const starts = (from: string, to: string) => between(from, to).length / 2;
    expect(starts('2026-11-25T04:59:00Z', '2026-11-25T05:30:00Z')).toBe(1);
    expect(starts('2026-11-25T05:00:00Z', '2026-11-25T05:30:00Z')).toBe(0);
    expect(starts('2026-11-24T20:00:00Z', '2026-11-24T23:00:00Z')).toBe(0);
    expect(starts('2026-11-24T20:00:00Z', '2026-11-24T23:00:01Z')).toBe(1);
  });
});
