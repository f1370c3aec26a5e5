import { expect, it } from 'vitest';
import { moveDate, readDate, writeDate } from '../../../renderer/features/reports/read-date.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { parseInstant } from '../../../shared/time/instant.ts';

const context = { zone: compileZone('Europe/Paris'), nowMs: parseInstant('2026-11-23T23:30:00Z') ?? 0 };

it.each([
  ['30/11/2026', '2026-11-30'],
  ['3.1.2025', '2025-01-03'],
  [' 30/11 ', '2026-11-30'],
  ['2026-02-28', '2026-02-28'],
  // It is the 24th in Paris already.
  ['yesterday', '2026-11-23'],
  ['hier', '2026-11-23'],
  ['30/02/2026', null],
  ['2026-13-01', null],
  ['soon', null],
  ['', null],
])('reads %j as %j', (text, date) => expect(readDate(text, context)).toBe(date));

it('writes a day as both languages do, and reads it back', () => {
  expect(writeDate('2026-11-03')).toBe('03/11/2026');
  expect(readDate(writeDate('2026-11-03'), context)).toBe('2026-11-03');
});

it('moves over the ends of months', () => {
  expect([moveDate('2026-03-01', -1), moveDate('2026-12-31', 1)]).toEqual(['2026-02-28', '2027-01-01']);
});
