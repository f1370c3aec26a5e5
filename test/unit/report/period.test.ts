import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { partStarts, periodBefore } from '../../../shared/report/period.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { instant } from '../../support/world.ts';

const zone = compileZone('Europe/Paris');
const of = (from: string, to: string) => ({ fromMs: instant(from), toMs: instant(to) });
const starts = (from: string, to: string, step: 'day' | 'week' | 'month') =>
  partStarts(zone, of(from, to), step).map(formatInstant);
const before = (from: string, to: string) => {
  const { fromMs, toMs } = periodBefore(zone, of(from, to));
  return [formatInstant(fromMs), formatInstant(toMs)];
};

describe('the parts of a period', () => {
  it('are local days across a clock change', () => {
    expect(starts('2026-03-27T23:00:00Z', '2026-03-30T22:00:00Z', 'day')).toEqual([
      ...['2026-03-27T23:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ]);
  });

  it('are weeks from Monday, the first as short as it is', () => {
    expect(starts('2026-11-18T10:00:00Z', '2026-12-01T00:00:00Z', 'week')).toEqual([
      ...['2026-11-18T10:00:00Z', '2026-11-22T23:00:00Z', '2026-11-29T23:00:00Z'],
    ]);
  });

  it('are calendar months', () => {
    expect(starts('2025-12-31T23:00:00Z', '2026-03-31T22:00:00Z', 'month')).toEqual([
      ...['2025-12-31T23:00:00Z', '2026-01-31T23:00:00Z', '2026-02-28T23:00:00Z'],
    ]);
  });
});

describe('the period before', () => {
  it('of a calendar month is the month before, however long', () => {
    expect(before('2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z')).toEqual([
      ...['2026-01-31T23:00:00Z', '2026-02-28T23:00:00Z'],
    ]);
  });

  it('of local days is as many local days', () => {
    expect(before('2026-03-29T22:00:00Z', '2026-04-05T22:00:00Z')).toEqual([
      ...['2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z'],
    ]);
  });

  it('of anything else is as long', () => {
    expect(before('2026-11-18T10:00:00Z', '2026-11-18T12:30:00Z')).toEqual([
      ...['2026-11-18T07:30:00Z', '2026-11-18T10:00:00Z'],
    ]);
  });
});
