import { describe, expect, it } from 'vitest';
import { clockFace, clockText, durationText, type ClockStyle } from '../../../shared/i18n/clock-text.ts';
import { clockWords } from '../../../renderer/i18n/clock-words.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import type { ShownTime } from '../../../shared/sla/present.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/time/instant.ts';

const en = clockWords('en', instantFormat('en-GB', 'Europe/Paris'));
const fr = clockWords('fr', instantFormat('fr-FR', 'Europe/Paris'));
const nowMs = Date.parse('2026-03-17T10:00:00Z');

const english = (time: ShownTime, style: ClockStyle = 'cell'): string => clockText(time, en, nowMs, style);
const french = (time: ShownTime, style: ClockStyle = 'cell'): string => clockText(time, fr, nowMs, style);

describe('a clock face', () => {
  it.each([
    [0, '0:00:00'],
    [59, '0:00:59'],
    [38 * 60 + 12, '0:38:12'],
    [3599, '0:59:59'],
    [3600, '1:00'],
    [7 * 3600 + 41 * 60 + 59, '7:41'],
    [100 * 3600, '100 h'],
    [1203 * 3600, '1,203 h'],
  ])('%i seconds are %s', (seconds, text) => expect(clockFace(seconds, en.number)).toBe(text));

  it('keeps the seconds where they are asked for', () => {
    expect(clockFace(7 * 3600 + 41 * 60 + 59, en.number, true)).toBe('7:41:59');
    expect(clockFace(130 * 3600, en.number, true)).toBe('130:00:00');
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 min'],
    [45, '45 s'],
    [60, '1 min'],
    [20 * 60 + 59, '20 min'],
    [3600, '1 h'],
    [5 * 3600 + 20 * 60, '5 h 20'],
    [99 * 3600 + 60, '99 h 01'],
    [1203 * 3600 + 60, '1,203 h'],
  ])('of %i seconds is %s', (seconds, text) => expect(durationText(seconds, en.number)).toBe(text));
});

describe('the text of a clock', () => {
  it('counts down in whole seconds, rounded up: what is used is rounded down', () => {
    expect(english({ kind: 'countdown', leftMs: 38 * MINUTE_MS + 11 * SECOND_MS + 1 })).toBe('0:38:12');
    expect(english({ kind: 'countdown', leftMs: 7 * HOUR_MS + 41 * MINUTE_MS }, 'exact')).toBe('7:41:00');
  });

  it('shows no seconds on what stands still, but for the last minute', () => {
    expect(english({ kind: 'left', leftMs: 38 * MINUTE_MS + 12 * SECOND_MS })).toBe('0:38 left');
    expect(english({ kind: 'left', leftMs: 11 * HOUR_MS })).toBe('11:00 left');
    expect(english({ kind: 'left', leftMs: 30 * SECOND_MS })).toBe('30 s left');
    expect(english({ kind: 'left', leftMs: 0 })).toBe('0:00 left');
    expect(french({ kind: 'left', leftMs: 2 * HOUR_MS })).toBe('reste 2:00');
  });

  it('counts on past the target', () => {
    expect(english({ kind: 'overdue', overMs: 72 * MINUTE_MS })).toBe('−1:12');
    expect(english({ kind: 'overdue', overMs: SECOND_MS })).toBe('−0:00:01');
  });

  it('names the day and time in the zone of the desk', () => {
    const dueAtMs = Date.parse('2026-03-19T10:30:00Z');
    expect(english({ kind: 'dueAt', dueAtMs })).toBe('Thu 11:30');
    expect(french({ kind: 'dueAt', dueAtMs })).toBe('jeu. 11:30');
    expect(english({ kind: 'dueAt', dueAtMs: Date.parse('2026-03-30T13:00:00Z') })).toBe('30 Mar 15:00');
  });

  it('says met and late in words', () => {
    expect(english({ kind: 'met', elapsedMs: 11 * MINUTE_MS })).toBe('met');
    expect(english({ kind: 'met', elapsedMs: 11 * MINUTE_MS }, 'response')).toBe('met 11 min');
    expect(french({ kind: 'met', elapsedMs: 11 * MINUTE_MS }, 'response')).toBe('tenu 11 min');
    expect(english({ kind: 'late', overMs: 18 * MINUTE_MS }, 'response')).toBe('late 18 min');
    expect(english({ kind: 'elapsed', elapsedMs: 5 * HOUR_MS + 20 * MINUTE_MS })).toBe('5 h 20');
    expect(english({ kind: 'nothing' })).toBe('—');
  });
});
