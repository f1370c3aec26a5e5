import { describe, expect, it } from 'vitest';
import {
  axisHours,
  axisOf,
  missingOf,
  snap,
  toAxis,
  toInstant,
} from '../../../renderer/features/coaching/calendar/axis.ts';
import { dayAt, dayOfDate, dayStart, rangeOf } from '../../../renderer/features/coaching/calendar/days.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';

const paris = compileZone('Europe/Paris');
const day = (date: string): number => dayOfDate(date) ?? Number.NaN;
const at = (instant: string): number => Date.parse(instant);

describe('the axis of an ordinary day', () => {
  const of = day('2026-11-24');
  const axis = axisOf(paris, rangeOf('week', of));

  it('goes by wall time, and back', () => {
    expect(axis.lengthMin).toBe(1_440);
    expect(toAxis(axis, of, at('2026-11-24T09:15:00Z'))).toBe(10 * 60 + 15);
    expect(toInstant(axis, of, 10 * 60 + 15)).toBe(at('2026-11-24T09:15:00Z'));
    expect(axisHours(axis).map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, i) => i));
    expect(missingOf(axis, of)).toEqual([]);
  });

  it('cuts what goes over midnight at the ends of the day', () => {
    expect(toAxis(axis, of, at('2026-11-23T22:30:00Z'))).toBe(0);
    expect(toAxis(axis, of, at('2026-11-24T23:30:00Z'))).toBe(1_440);
  });
});

describe('25 October 2026, which has 02:00 to 03:00 twice', () => {
  const of = day('2026-10-25');
  const axis = axisOf(paris, rangeOf('week', of));

  it('has the hour twice, so that every instant has a place of its own', () => {
    expect(axis.lengthMin).toBe(25 * 60);
    expect(axisHours(axis).slice(1, 5)).toEqual([
      { axisMin: 60, hour: 1, isAgain: false },
      { axisMin: 120, hour: 2, isAgain: false },
      { axisMin: 180, hour: 2, isAgain: true },
      { axisMin: 240, hour: 3, isAgain: false },
    ]);
    expect(toAxis(axis, of, at('2026-10-25T00:30:00Z'))).toBe(150);
    expect(toAxis(axis, of, at('2026-10-25T01:30:00Z'))).toBe(210);
    expect(toAxis(axis, of, at('2026-10-25T02:30:00Z'))).toBe(270);
  });

  it('reads every quarter of the day back as the instant that it was', () => {
    for (let ms = dayStart(paris, of); ms < dayStart(paris, of + 1); ms += 15 * MINUTE_MS) {
      expect(toInstant(axis, of, toAxis(axis, of, ms))).toBe(ms);
    }
  });

  it('is missing on the other days of its week, where the next time stands for it', () => {
    expect(missingOf(axis, of)).toEqual([]);
    expect(missingOf(axis, of - 1)).toEqual([{ topMin: 180, endMin: 240 }]);
    expect(toInstant(axis, of - 1, 210)).toBe(at('2026-10-24T01:00:00Z'));
    expect(toAxis(axis, of - 1, at('2026-10-24T01:00:00Z'))).toBe(240);
  });
});

describe('29 March 2026, which has no 02:00 to 03:00', () => {
  const of = day('2026-03-29');
  const axis = axisOf(paris, rangeOf('day', of));

  it('says so, and goes on at three', () => {
    expect(missingOf(axis, of)).toEqual([{ topMin: 120, endMin: 180 }]);
    expect(toAxis(axis, of, at('2026-03-29T00:45:00Z'))).toBe(105);
    expect(toAxis(axis, of, at('2026-03-29T01:15:00Z'))).toBe(195);
    expect(toInstant(axis, of, 150)).toBe(at('2026-03-29T01:00:00Z'));
    expect(toInstant(axis, of, 195)).toBe(at('2026-03-29T01:15:00Z'));
  });

  it('reads every quarter of the day back as the instant that it was', () => {
    for (let ms = dayStart(paris, of); ms < dayStart(paris, of + 1); ms += 15 * MINUTE_MS) {
      expect(toInstant(axis, of, toAxis(axis, of, ms))).toBe(ms);
    }
  });
});

it('a machine in New York changes its clocks on other days, which is nothing to the axis', () => {
  const of = day('2026-03-08');
  const axis = axisOf(paris, rangeOf('day', of));
  expect(toInstant(axis, of, 150)).toBe(at('2026-03-08T01:30:00Z'));
  expect(toAxis(axis, of, at('2026-03-08T01:30:00Z'))).toBe(150);
});

it('snaps to quarters of an hour', () => {
  expect(snap(at('2026-11-24T09:07:29Z'))).toBe(at('2026-11-24T09:00:00Z'));
  expect(snap(at('2026-11-24T09:07:31Z'))).toBe(at('2026-11-24T09:15:00Z'));
});

it('an instant is of its local day', () => {
  expect(dayAt(paris, at('2026-11-23T22:59:59Z'))).toBe(day('2026-11-23'));
  expect(dayAt(paris, at('2026-11-23T23:00:00Z'))).toBe(day('2026-11-24'));
});
