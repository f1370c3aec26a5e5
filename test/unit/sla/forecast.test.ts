import { describe, expect, it } from 'vitest';
import { basisOf, forecast, medianOf } from '../../../shared/sla/forecast.ts';
import { rules, standing } from './tell.ts';

const HOUR = 3_600_000;
const hours = (...all: number[]): number[] => all.map((one) => one * HOUR);

describe('a median', () => {
  it('is the middle one, or between the two in the middle', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([1, 2, 9])).toBe(2);
    expect(medianOf([1, 2, 4, 9])).toBe(3);
  });
});

describe('the basis of an expectation', () => {
  it('is of tickets that took longer than this one has so far', () => {
    expect(basisOf(hours(1, 2, 3, 4, 5, 6, 7), 2 * HOUR)).toEqual({ medianMs: 5 * HOUR, count: 5 });
  });
  it('is none under five tickets', () => {
    expect(basisOf(hours(1, 2, 3, 4, 5, 6), 2 * HOUR)).toBeNull();
  });
});

describe('a forecast', () => {
  const asOf = '2026-04-14T10:00+02:00';
  const at = Date.parse(asOf);
  const p1 = standing(['2026-04-14T09:00+02:00 opened P1 gold'], asOf).resolution;
  it('expects a ticket to be late where others of its kind took longer than it may', () => {
    expect(forecast(p1, hours(2, 3, 5, 6, 7, 8), rules, at, 8 * HOUR)).toEqual({
      kind: 'late',
      basis: { medianMs: 5.5 * HOUR, count: 6 },
      dueAtMs: Date.parse('2026-04-14T13:00+02:00'),
      expectedAtMs: Date.parse('2026-04-14T14:30+02:00'),
    });
  });
  it('counts what is left in the ticket’s own hours', () => {
    const p3 = standing(['2026-04-10T09:00+02:00 opened P3 gold'], asOf).resolution;
    // Friday 9 h, Monday 9 h, Tuesday 1 h: 19 of 27 h; 30 h are reached on Wednesday at 12:00.
    expect(forecast(p3, hours(30, 30, 30, 30, 30), rules, at, 9 * HOUR)).toMatchObject({
      kind: 'late',
      dueAtMs: Date.parse('2026-04-14T18:00+02:00'),
      expectedAtMs: Date.parse('2026-04-15T12:00+02:00'),
    });
  });
  it('is in time, or has nothing to go by', () => {
    expect(forecast(p1, hours(2, 2, 3, 3, 3), rules, at, 8 * HOUR)).toEqual({ kind: 'inTime' });
    expect(forecast(p1, hours(5, 6), rules, at, 8 * HOUR)).toEqual({ kind: 'noBasis' });
  });
  it('is not made of what is due later, stands still, is late already or has no promise', () => {
    expect(forecast(p1, [], rules, at, 2 * HOUR)).toBeNull();
    const paused = standing(['2026-04-14T09:00+02:00 opened P1 gold', '2026-04-14T09:30+02:00 paused'], asOf);
    expect(forecast(paused.resolution, [], rules, at, 8 * HOUR)).toBeNull();
    const late = standing(['2026-04-14T05:00+02:00 opened P1 gold'], asOf);
    expect(forecast(late.resolution, [], rules, at, 8 * HOUR)).toBeNull();
    expect(forecast({ kind: 'none' }, [], rules, at, 8 * HOUR)).toBeNull();
  });
});
