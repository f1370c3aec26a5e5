import { describe, expect, it } from 'vitest';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import { openFrom } from '../../../shared/calendar/calendar.ts';
import { turnsOf } from '../../../shared/sla/clock.ts';
import { firstResponse, HOUR_S, resolution, rules, standing, utc } from './tell.ts';

/** Mistakes that other products made with SLA clocks (MARKET: section 3). */
describe('mistakes that other products made', () => {
  it('99.9999 % of the target is not a breach', () => {
    const opened = ['2026-06-16T08:00Z opened P2 silver'];
    expect(resolution(opened, '2026-06-17T07:59:59.999Z').state).toBe('running');
    expect(resolution(opened, '2026-06-17T08:00:00.000Z').state).toBe('running');
    expect(resolution(opened, '2026-06-17T08:00:00.001Z').state).toBe('breached');
  });

  it('a pause over a weekend gives back working time only', () => {
    const lines = [
      '2026-06-12T16:00+02:00 opened P3 gold',
      '2026-06-12T17:00+02:00 paused',
      '2026-06-15T10:00+02:00 resumed',
    ];
    const without = resolution(lines.slice(0, 1), '2026-06-15T10:00+02:00');
    expect(without.dueAt).toBe(utc('2026-06-17T16:00+02:00'));
    expect(resolution(lines, '2026-06-15T10:00+02:00').dueAt).toBe(utc('2026-06-17T18:00+02:00'));
  });

  it('a warning never falls at night, at a weekend or on a holiday', () => {
    for (let hour = 0; hour < 24 * 14; hour++) {
      const opened = new Date(Date.parse('2026-05-01T00:00Z') + hour * 3_600_000).toISOString();
      const turns = turnsOf(standing([`${opened} opened P3 gold`], opened).resolution, rules);
      const atRiskAtMs = turns?.atRiskAtMs ?? 0;
      expect(openFrom(rules.calendars.business, atRiskAtMs - 1)).toBe(atRiskAtMs - 1);
    }
  });

  it('a pause outlives a change of tier, and a paused ticket does not breach', () => {
    const lines = [
      '2026-06-16T08:00Z opened P1 silver',
      '2026-06-16T09:00Z paused',
      '2026-06-16T10:00Z tierChanged gold',
      '2026-06-16T10:30Z priorityChanged P2',
    ];
    expect(resolution(lines, '2026-07-16T10:00Z')).toMatchObject({ state: 'paused', everBreached: false });
  });

  it('waiting moves the due time by counted time, not the opening by wall time', () => {
    const lines = [
      '2026-06-12T20:00+02:00 opened P3 gold',
      '2026-06-12T21:00+02:00 paused',
      '2026-06-13T21:00+02:00 resumed',
    ];
    expect(resolution(lines, '2026-06-14T12:00+02:00').dueAt).toBe(utc('2026-06-17T18:00+02:00'));
  });

  it('a ticket opened out of hours has its whole target before it', () => {
    const clock = resolution(['2026-06-13T03:00+02:00 opened P3 gold'], '2026-06-15T09:00+02:00');
    expect(clock).toMatchObject({ elapsedSeconds: 0, remainingSeconds: 27 * HOUR_S });
  });

  it('a ticket that is created waiting or closed has that state', () => {
    const at = '2026-06-16T08:00Z';
    expect(resolution([`${at} opened P1 gold`, `${at} paused`], '2026-07-16T08:00Z').state).toBe('paused');
    expect(resolution([`${at} opened P1 gold`, `${at} resolved`], '2026-07-16T08:00Z')).toMatchObject({
      state: 'met',
      elapsedSeconds: 0,
    });
  });

  it('nothing runs on after the resolution', () => {
    const lines = ['2026-06-16T08:00Z opened P1 gold', '2026-06-16T08:10Z resolved'];
    expect(firstResponse(lines, '2026-07-16T08:00Z').state).toBe('met');
    expect(resolution(lines, '2026-07-16T08:00Z')).toMatchObject({ state: 'met', elapsedSeconds: 600 });
  });

  it('a reopened ticket counts on, however often', () => {
    const lines = ['2026-06-16T08:00Z opened P1 gold'];
    for (let day = 17; day < 25; day++) {
      lines.push(`2026-06-${day}T08:00Z resolved`, `2026-06-${day}T08:00Z reopened`);
    }
    expect(resolution(lines, '2026-06-25T08:00Z')).toMatchObject({
      state: 'breached',
      elapsedSeconds: 9 * 24 * HOUR_S,
    });
  });

  it('working hours do decide: a night is not counted', () => {
    const clock = resolution(['2026-06-16T17:00+02:00 opened P3 gold'], '2026-06-17T10:00+02:00');
    expect(clock.elapsedSeconds).toBe(2 * HOUR_S);
  });

  it('Good Friday, Easter Sunday and 26 December are no days off', () => {
    const days = frenchHolidays(2026);
    expect(['2026-04-03', '2026-04-05', '2026-12-26', '2026-11-15'].filter((day) => days.includes(day))).toEqual([]);
    const clock = resolution(['2026-04-03T09:00+02:00 opened P3 gold'], '2026-04-03T18:00+02:00');
    expect(clock.elapsedSeconds).toBe(9 * HOUR_S);
  });
});
