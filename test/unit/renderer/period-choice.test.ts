import { describe, expect, it } from 'vitest';
import {
  asDates,
  canCut,
  canStepOn,
  isRunning,
  periodOf,
  stepPeriod,
  usualStep,
  type PeriodChoice,
} from '../../../renderer/features/reports/period-choice.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { formatInstant, parseInstant } from '../../../shared/time/instant.ts';

const paris = compileZone('Europe/Paris');
const instant = (text: string): number => parseInstant(text) ?? Number.NaN;
const NOW = instant('2026-11-23T16:00:00Z');
const spanOf = (choice: PeriodChoice, nowMs = NOW): readonly [string, string] | null => {
  const period = periodOf(choice, paris, nowMs);
  return period === null ? null : [formatInstant(period.fromMs), formatInstant(period.toMs)];
};

describe('a period', () => {
  it.each([
    ['week', 0, '2026-11-22T23:00:00Z', '2026-11-29T23:00:00Z'],
    ['week', 1, '2026-11-15T23:00:00Z', '2026-11-22T23:00:00Z'],
    // The clocks change on 25 October.
    ['week', 5, '2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['month', 0, '2026-10-31T23:00:00Z', '2026-11-30T23:00:00Z'],
    ['month', 11, '2025-11-30T23:00:00Z', '2025-12-31T23:00:00Z'],
    ['quarter', 0, '2026-09-30T22:00:00Z', '2026-12-31T23:00:00Z'],
    ['quarter', 3, '2025-12-31T23:00:00Z', '2026-03-31T22:00:00Z'],
    ['year', 1, '2024-12-31T23:00:00Z', '2025-12-31T23:00:00Z'],
  ] as const)('is the %s %i back, by the calendar of Paris', (kind, back, from, to) => {
    expect(spanOf({ kind, back })).toEqual([from, to]);
  });

  it('begins a week on Monday, also on the Sunday before midnight', () => {
    expect(spanOf({ kind: 'week', back: 0 }, instant('2026-11-22T22:59:00Z'))?.[0]).toBe('2026-11-15T23:00:00Z');
    expect(spanOf({ kind: 'week', back: 0 }, instant('2026-11-22T23:00:00Z'))?.[0]).toBe('2026-11-22T23:00:00Z');
  });

  it('of two dates holds both', () => {
    expect(spanOf({ kind: 'dates', from: '2026-10-25', to: '2026-10-25' })).toEqual([
      '2026-10-24T22:00:00Z',
      '2026-10-25T23:00:00Z',
    ]);
    expect(spanOf({ kind: 'dates', from: '2026-11-02', to: '2026-11-01' })).toBeNull();
    expect(spanOf({ kind: 'dates', from: '2026-02-30', to: '2026-11-01' })).toBeNull();
    expect(spanOf({ kind: 'dates', from: '2010-01-01', to: '2026-11-01' })).toBeNull();
  });

  it('moves to the one before and back, never past the running one', () => {
    const month: PeriodChoice = { kind: 'month', back: 0 };
    expect(stepPeriod(month, -1)).toEqual({ kind: 'month', back: 1 });
    expect(stepPeriod(month, 1)).toEqual(month);
    expect(canStepOn(month, paris, NOW)).toBe(false);
    expect(canStepOn({ kind: 'month', back: 1 }, paris, NOW)).toBe(true);
    const dates: PeriodChoice = { kind: 'dates', from: '2026-10-20', to: '2026-10-29' };
    expect(stepPeriod(dates, -1)).toEqual({ kind: 'dates', from: '2026-10-10', to: '2026-10-19' });
    expect(stepPeriod(stepPeriod(dates, 1), -1)).toEqual(dates);
    expect(canStepOn({ kind: 'dates', from: '2026-11-20', to: '2026-11-23' }, paris, NOW)).toBe(false);
  });

  it('becomes its dates', () => {
    const period = periodOf({ kind: 'month', back: 0 }, paris, NOW);
    expect(period === null ? null : asDates(period, paris)).toEqual({
      ...{ kind: 'dates', from: '2026-11-01', to: '2026-11-30' },
    });
  });

  it('runs from its first instant until its end', () => {
    const period = { fromMs: 10, toMs: 20 };
    expect([9, 10, 19, 20].map((ms) => isRunning(period, ms))).toEqual([false, true, true, false]);
  });

  it('is cut so that it is a picture', () => {
    const steps = (['week', 'month', 'quarter', 'year'] as const).map((kind) => {
      const period = periodOf({ kind, back: 0 }, paris, NOW);
      return period === null ? null : usualStep(period);
    });
    expect(steps).toEqual(['day', 'day', 'week', 'month']);
    const decade = periodOf({ kind: 'dates', from: '2017-01-01', to: '2026-12-31' }, paris, NOW) ?? {
      fromMs: 0,
      toMs: 0,
    };
    expect([canCut(decade, 'day'), canCut(decade, 'week'), canCut(decade, 'month')]).toEqual([false, false, true]);
  });
});
