import { describe, expect, it } from 'vitest';
import { firstResponse, HOUR_S, rules, utc } from './tell.ts';

const opened = '2026-06-16T08:00Z opened P1 gold';
const at = (time: string): string => `2026-06-16T${time}Z`;

describe('the first-response clock', () => {
  it('runs to the first response', () => {
    expect(firstResponse([opened], at('08:10'))).toMatchObject({
      state: 'running',
      remainingSeconds: 300,
      dueAt: utc(at('08:15')),
    });
    const lines = [opened, `${at('08:10')} responded`, `${at('09:00')} responded`];
    expect(firstResponse(lines, at('12:00'))).toMatchObject({
      state: 'met',
      elapsedSeconds: 600,
      dueAt: utc(at('08:15')),
    });
  });

  it('is met to the millisecond and breached after it', () => {
    expect(firstResponse([opened, `${at('08:15:00.000')} responded`], at('09:00')).state).toBe('met');
    const late = firstResponse([opened, `${at('08:15:00.001')} responded`], at('09:00'));
    expect(late).toMatchObject({ state: 'breached', everBreached: true, elapsedSeconds: 900, remainingSeconds: 0 });
  });

  it('ends with the resolution where nobody responded, and is not restarted by a reopening', () => {
    const lines = [opened, `${at('08:05')} resolved`, `${at('10:00')} reopened`, `${at('11:00')} responded`];
    expect(firstResponse(lines, at('12:00'))).toMatchObject({ state: 'met', elapsedSeconds: 300 });
  });

  it('is never paused', () => {
    const clock = firstResponse([opened, `${at('08:01')} paused`], at('09:00'));
    expect(clock).toMatchObject({ state: 'breached', paused: false, elapsedSeconds: HOUR_S });
  });

  it('keeps priority and tier of the opening', () => {
    const lines = [opened, `${at('08:01')} priorityChanged P4`, `${at('08:02')} tierChanged standard`];
    expect(firstResponse(lines, at('08:10')).targetSeconds).toBe(900);
  });

  it('counts working hours for P3 and P4, and the standard tier has a target', () => {
    const friday = ['2026-03-27T17:00+01:00 opened P4 standard'];
    expect(firstResponse(friday, '2026-03-28T12:00+01:00')).toMatchObject({
      elapsedSeconds: HOUR_S,
      dueAt: utc('2026-03-31T17:00+02:00'),
    });
  });

  it.each(['account', 'billing'] as const)('gives an %s question 540 working minutes in every tier', (category) => {
    for (const tier of ['standard', 'gold']) {
      const lines = [`2026-03-27T17:00+01:00 opened P1 ${tier}`];
      const clock = firstResponse(lines, '2026-03-28T12:00+01:00', rules, { category, isBeta: false });
      expect(clock).toMatchObject({ state: 'running', targetSeconds: 540 * 60, dueAt: utc('2026-03-30T17:00+02:00') });
    }
  });

  it('does not exist for a beta feature', () => {
    expect(firstResponse([opened], at('12:00'), rules, { category: 'account', isBeta: true }).state).toBe('none');
  });
});
