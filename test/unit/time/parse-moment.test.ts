import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { formatInstant, parseInstant } from '../../../shared/time/instant.ts';
import { momentText, parseMoment, type MomentSide } from '../../../shared/time/parse-moment.ts';

const zone = compileZone('Europe/Paris');
const instant = (text: string): number => parseInstant(text) ?? NaN;
/** A Monday, 11:30 in Paris. */
const NOW = '2026-11-23T10:30:20Z';

const read = (text: string, side: MomentSide, now = NOW): string => {
  const moment = parseMoment(text, { nowMs: instant(now), zone, side });
  return moment.kind === 'moment' ? formatInstant(moment.atMs) : moment.kind;
};

describe('what happened', () => {
  it.each([
    ['now', NOW],
    ['Maintenant', NOW],
    ['-20m', '2026-11-23T10:10:20Z'],
    ['−20 min', '2026-11-23T10:10:20Z'],
    ['20m', '2026-11-23T10:10:20Z'],
    ['-2h', '2026-11-23T08:30:20Z'],
    ['-1h30', '2026-11-23T09:00:20Z'],
    ['-1j', '2026-11-22T10:30:20Z'],
    ['-1d2h', '2026-11-22T08:30:20Z'],
    ['10:05', '2026-11-23T09:05:00Z'],
    ['10h05', '2026-11-23T09:05:00Z'],
    ['9h', '2026-11-23T08:00:00Z'],
    ['11:30', '2026-11-23T10:30:00Z'],
    ['yesterday 17:30', '2026-11-22T16:30:00Z'],
    ['hier 17h30', '2026-11-22T16:30:00Z'],
    ['hier à 17h30', '2026-11-22T16:30:00Z'],
    ['today 8:00', '2026-11-23T07:00:00Z'],
    ['aujourd’hui 8:00', '2026-11-23T07:00:00Z'],
    ['fri 9:00', '2026-11-20T08:00:00Z'],
    ['vendredi 9:00', '2026-11-20T08:00:00Z'],
    ['mon 9:00', '2026-11-23T08:00:00Z'],
    ['mon 12:00', '2026-11-16T11:00:00Z'],
    ['tue 9:00', '2026-11-17T08:00:00Z'],
    ['2026-11-20 14:05', '2026-11-20T13:05:00Z'],
    ['2026-11-20T14:05', '2026-11-20T13:05:00Z'],
    ['20/11 14:05', '2026-11-20T13:05:00Z'],
    ['20/11/2025 14:05', '2025-11-20T13:05:00Z'],
  ])('%s', (text, expected) => expect(read(text, 'past')).toBe(expected));

  it.each(['+5m', '14:05', 'tomorrow 10:00', '2026-11-23 14:05', '24/11 8:00', '2027-01-01 0:00'])(
    '%s has not happened yet',
    (text) => expect(read(text, 'past')).toBe('wrongSide'),
  );

  it('a bare time just after midnight is last night’s', () =>
    expect(read('23:50', 'past', '2026-11-22T23:10:00Z')).toBe('2026-11-22T22:50:00Z'));

  it.each([
    '',
    ' ',
    'soon',
    '25:00',
    '10:61',
    '5',
    '-',
    'yesterday',
    '2026-02-30 10:00',
    'hier 17:30 30',
    '10:5',
    'x -2h',
  ])('%j is no instant', (text) => expect(read(text, 'past')).toBe('unreadable'));
});

describe('what lies ahead', () => {
  it.each([
    ['+2h', '2026-11-23T12:30:20Z'],
    ['30m', '2026-11-23T11:00:20Z'],
    ['2j', '2026-11-25T10:30:20Z'],
    ['14:05', '2026-11-23T13:05:00Z'],
    ['14h05', '2026-11-23T13:05:00Z'],
    ['9:00', '2026-11-24T08:00:00Z'],
    ['tomorrow', '2026-11-24T09:00:00Z'],
    ['tomorrow 10:00', '2026-11-24T09:00:00Z'],
    ['demain 10:00', '2026-11-24T09:00:00Z'],
    ['demain 8h', '2026-11-24T07:00:00Z'],
    ['mon 9:00', '2026-11-30T08:00:00Z'],
    ['lun 9:00', '2026-11-30T08:00:00Z'],
    ['mon 12:00', '2026-11-23T11:00:00Z'],
    ['mercredi', '2026-11-25T09:00:00Z'],
    ['wed 9:00', '2026-11-25T08:00:00Z'],
    ['2026-12-01 9:00', '2026-12-01T08:00:00Z'],
  ])('%s', (text, expected) => expect(read(text, 'ahead')).toBe(expected));

  it.each(['now', '-5m', 'yesterday 17:30', '2026-11-23 10:00'])('%s is over', (text) =>
    expect(read(text, 'ahead')).toBe('wrongSide'),
  );
});

describe('when clocks change', () => {
  it('a wall time that occurs twice is the earlier one', () =>
    expect(read('2026-10-25 02:30', 'past')).toBe('2026-10-25T00:30:00Z'));
  it('a wall time that does not occur moves on', () =>
    expect(read('2026-03-29 02:30', 'past')).toBe('2026-03-29T01:30:00Z'));
  it('tomorrow at ten is at ten', () =>
    expect(read('tomorrow 10:00', 'ahead', '2026-10-24T20:00:00Z')).toBe('2026-10-25T09:00:00Z'));
});

it('writes an instant as it reads it back', () => {
  const text = momentText(zone, instant('2026-11-23T10:30:00Z'));
  expect(text).toBe('2026-11-23 11:30');
  expect(read(text, 'past')).toBe('2026-11-23T10:30:00Z');
});
