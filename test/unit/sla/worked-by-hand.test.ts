import { describe, expect, it } from 'vitest';
import { resolution, rulesWith, utc } from './tell.ts';

describe('the table worked by hand (sla/SPEC)', () => {
  it('P1 silver over the spring change: eight real hours', () => {
    const clock = resolution(['2026-03-28T22:00+01:00 opened P1 silver'], '2026-03-29T06:30+02:00');
    expect(clock).toMatchObject({ dueAt: utc('2026-03-29T07:00+02:00'), state: 'running', remainingSeconds: 1800 });
  });

  it('P1 gold over the autumn change: four real hours', () => {
    const clock = resolution(['2026-10-25T00:30+02:00 opened P1 gold'], '2026-10-25T03:30+01:00');
    expect(clock).toMatchObject({ dueAt: utc('2026-10-25T03:30+01:00'), state: 'running', remainingSeconds: 0 });
  });

  it('8 working hours from Friday 16:00 over the spring change', () => {
    const clock = resolution(['2026-03-27T16:00+01:00 opened P3 gold'], '2026-03-28T12:00+01:00', rulesWith('P3', 8));
    expect(clock).toMatchObject({ dueAt: utc('2026-03-30T15:00+02:00'), elapsedSeconds: 7200 });
  });

  describe('9 working hours from Monday 09:00', () => {
    const nine = rulesWith('P3', 9);
    const opened = '2026-02-16T09:00+01:00 opened P3 gold';
    const due = { dueAt: utc('2026-02-16T18:00+01:00') };
    it('resolved on Tuesday at 09:00:00: met', () => {
      const clock = resolution([opened, '2026-02-17T09:00:00+01:00 resolved'], '2026-02-20T12:00+01:00', nine);
      expect(clock).toMatchObject({ ...due, state: 'met', remainingSeconds: 0, everBreached: false });
    });
    it('resolved on Tuesday at 09:00:01: breached by 1 s', () => {
      const clock = resolution([opened, '2026-02-17T09:00:01+01:00 resolved'], '2026-02-20T12:00+01:00', nine);
      expect(clock).toMatchObject({ ...due, state: 'breached', remainingSeconds: -1, everBreached: true });
    });
  });

  it('P3 gold raised to P1: due four hours after the raise', () => {
    const lines = ['2026-03-16T09:00+01:00 opened P3 gold', '2026-03-17T14:00+01:00 priorityChanged P1'];
    expect(resolution(lines, '2026-03-17T15:00+01:00')).toMatchObject({ dueAt: utc('2026-03-17T18:00+01:00') });
  });

  it('P1 gold lowered to P3 after its breach: runs on, and the breach is kept', () => {
    const lines = ['2026-03-18T20:00+01:00 opened P1 gold', '2026-03-19T09:30+01:00 priorityChanged P3'];
    const due = { dueAt: utc('2026-03-23T18:00+01:00') };
    expect(resolution(lines, '2026-03-19T10:00+01:00')).toMatchObject({ ...due, state: 'running', everBreached: true });
    const before = { state: 'breached', dueAt: utc('2026-03-19T00:00+01:00') };
    expect(resolution(lines, '2026-03-19T09:00+01:00')).toMatchObject(before);
  });

  it.each([
    ['silver', 'gold', '09:00', '13:00'],
    ['silver', 'gold', '13:30', '16:00'],
    ['gold', 'silver', '09:00', '12:00'],
    ['standard', 'silver', '10:00', '18:00'],
  ])('P1 opened at 08:00: %s to %s at %s is due %s', (from, to, changed, due) => {
    const lines = [`2026-04-14T08:00+02:00 opened P1 ${from}`, `2026-04-14T${changed}+02:00 tierChanged ${to}`];
    expect(resolution(lines, '2026-04-14T13:30+02:00').dueAt).toBe(utc(`2026-04-14T${due}+02:00`));
  });

  it('P1 gold resolved and reopened: the time between does not count', () => {
    const lines = [
      '2026-04-20T10:00+02:00 opened P1 gold',
      '2026-04-20T12:30+02:00 resolved',
      '2026-04-20T15:00+02:00 reopened',
    ];
    expect(resolution(lines, '2026-04-20T15:00+02:00').dueAt).toBe(utc('2026-04-20T16:30+02:00'));
  });
});
