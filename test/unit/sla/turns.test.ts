import { describe, expect, it } from 'vitest';
import { readClock, turnsOf } from '../../../shared/sla/clock.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { rules, standing, utc } from './tell.ts';

const turns = (lines: string[], asOf: string) => {
  const found = turnsOf(standing(lines, asOf).resolution, rules);
  return found && { atRisk: formatInstant(found.atRiskAtMs), breachAfter: formatInstant(found.breachAfterMs) };
};

describe('turnsOf', () => {
  it('a P1 is at risk at 75 % or when less than an hour is left, whichever comes first', () => {
    const gold = turns(['2026-06-16T08:00Z opened P1 gold'], '2026-06-16T08:00Z');
    expect(gold).toEqual({ atRisk: utc('2026-06-16T11:00Z'), breachAfter: utc('2026-06-16T12:00Z') });
    const silver = turns(['2026-06-16T08:00Z opened P1 silver'], '2026-06-16T08:00Z');
    expect(silver).toEqual({ atRisk: utc('2026-06-16T14:00Z'), breachAfter: utc('2026-06-16T16:00Z') });
  });

  it('the hour is for P1 only, not for a first response of 15 minutes either', () => {
    const p2 = turns(['2026-06-16T08:00Z opened P2 gold'], '2026-06-16T08:00Z');
    expect(p2?.atRisk).toBe(utc('2026-06-16T17:00Z'));
    const response = turnsOf(standing(['2026-06-16T08:00Z opened P1 gold'], '2026-06-16T08:00Z').firstResponse, rules);
    expect(response?.atRiskAtMs).toBe(Date.parse('2026-06-16T08:11:15Z'));
  });

  it('counts the warning forward in working time, so that it falls in opening hours', () => {
    // Of 27 h from Friday 16:00, 75 % are 20 h 15: Friday 2 h, Monday and Tuesday 9 h each, and 15 min of Wednesday.
    const clock = turns(['2026-06-12T16:00+02:00 opened P3 gold'], '2026-06-12T16:00+02:00');
    expect(clock).toEqual({ atRisk: utc('2026-06-17T09:15+02:00'), breachAfter: utc('2026-06-17T16:00+02:00') });
  });

  it('due at closing time, it is breached only at the next opening', () => {
    const lines = ['2026-06-13T12:00+02:00 opened P3 gold'];
    const found = turns(lines, '2026-06-15T12:00+02:00');
    expect(found?.breachAfter).toBe(utc('2026-06-18T09:00+02:00'));
    const clock = standing(lines, '2026-06-15T12:00+02:00').resolution;
    const read = (at: string) => readClock(clock, rules, Date.parse(at));
    expect(read('2026-06-17T18:00+02:00')).toMatchObject({
      state: 'running',
      remainingMs: 0,
      dueAtMs: Date.parse('2026-06-17T18:00+02:00'),
    });
    expect(read('2026-06-18T09:00+02:00').state).toBe('running');
    expect(read('2026-06-18T09:00:00.001+02:00')).toMatchObject({ state: 'breached', remainingMs: -1 });
  });

  it('still says when after the breach, and takes the time before a pause into account', () => {
    const lines = ['2026-06-16T08:00Z opened P1 gold', '2026-06-16T09:00Z paused', '2026-06-16T10:00Z resumed'];
    const expected = { atRisk: utc('2026-06-16T12:00Z'), breachAfter: utc('2026-06-16T13:00Z') };
    expect(turns(lines, '2026-06-16T10:00Z')).toEqual(expected);
    expect(turns(lines, '2026-06-16T20:00Z')).toEqual(expected);
  });

  it('is already at risk where the share was used before the last start', () => {
    const lines = ['2026-06-16T08:00Z opened P1 gold', '2026-06-16T11:30Z paused', '2026-06-16T15:00Z resumed'];
    expect(turns(lines, '2026-06-16T15:00Z')).toEqual({
      atRisk: utc('2026-06-16T15:00Z'),
      breachAfter: utc('2026-06-16T15:30Z'),
    });
  });

  it('is null for what no passing of time changes', () => {
    expect(turns(['2026-06-16T08:00Z opened P1 standard'], '2026-06-16T09:00Z')).toBeNull();
    expect(turns(['2026-06-16T08:00Z opened P1 gold', '2026-06-16T09:00Z paused'], '2026-06-16T10:00Z')).toBeNull();
    expect(turns(['2026-06-16T08:00Z opened P1 gold', '2026-06-16T09:00Z resolved'], '2026-06-16T10:00Z')).toBeNull();
  });
});
