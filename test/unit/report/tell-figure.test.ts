import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  amountText,
  differenceOf,
  isTooFew,
  keyText,
  valueText,
  type ReportWords,
} from '../../../shared/report/tell-figure.ts';

const messages = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../resources/locales/en.json'), 'utf8'),
) as Record<string, string>;
const words: ReportWords = {
  say: (id, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, String(value)),
      messages[id] ?? id,
    ),
  has: (id) => id in messages,
  number: (value, digits = 0) => value.toLocaleString('en-GB', { maximumFractionDigits: digits }),
};
const HOUR_MS = 3_600_000;

describe('a number', () => {
  it('is written by how it is made', () => {
    expect(amountText('percent', 83.333, words)).toBe('83.3%');
    expect(amountText('times', 5.5 * HOUR_MS, words)).toBe('5 h 30');
    expect(amountText('minutes', 65, words)).toBe('1\u00a0h\u00a005');
    expect(amountText('count', 1_204, words)).toBe('1,204');
  });

  it('is all or none only where it is', () => {
    expect(amountText('percent', 99.97, words)).toBe('99.9%');
    expect(amountText('percent', 0.02, words)).toBe('0.1%');
    expect([amountText('percent', 100, words), amountText('percent', 0, words)]).toEqual(['100%', '0%']);
  });

  it('that says nothing says why', () => {
    expect(valueText('compliance.contractual', { n: 4, value: null }, words)).toBe('fewer than 5');
    expect(valueText('compliance.contractual', { n: 0, value: null }, words)).toBe('–');
    expect(isTooFew('compliance.contractual', { n: 4 })).toBe(true);
    expect(isTooFew('compliance.contractual', { n: 5 })).toBe(false);
    expect(isTooFew('breaches.contractual', { n: 4 })).toBe(false);
  });
});

describe('the difference to the period before', () => {
  const of = (figure: Parameters<typeof differenceOf>[0], now: number | null, before: number | null) =>
    differenceOf(figure, { n: 9, value: now }, { n: 9, value: before }, words);

  it('has a sign, and a word that knows what is good', () => {
    expect(of('compliance.contractual', 90, 80)).toEqual({ kind: 'better', text: '+10 points' });
    expect(of('compliance.internal', 80.04, 90)).toEqual({ kind: 'worse', text: '−10 points' });
    expect(of('breaches.contractual', 7, 4)).toEqual({ kind: 'worse', text: '+3' });
    expect(of('resolution.net', HOUR_MS, 2 * HOUR_MS)).toEqual({ kind: 'better', text: '−1 h' });
    expect(of('opened', 7, 4)).toEqual({ kind: 'more', text: '+3' });
    expect(of('hours.worked', 60, 120)).toEqual({ kind: 'fewer', text: '−1\u00a0h' });
  });

  it('is none where nothing changes that one sees, or where a side says nothing', () => {
    expect(of('compliance.contractual', 90.01, 90)?.kind).toBe('same');
    expect(of('opened', 4, 4)?.kind).toBe('same');
    expect(of('compliance.contractual', null, 90)).toBeNull();
    expect(of('compliance.contractual', 90, null)).toBeNull();
    expect(differenceOf('opened', { n: 1, value: 1 }, null, words)).toBeNull();
  });
});

it('names what a figure is split by, and keeps names that are data', () => {
  expect(keyText('cause', 'unanswered', words)).toBe('Nobody had answered');
  expect(keyText('priority', 'unknown', words)).toBe('unknown');
  expect(keyText('tier', 'gold', words)).toBe('GOLD');
  expect(keyText('expert', 'priority.P1', words)).toBe('priority.P1');
  expect(keyText('reason', 'a log file', words)).toBe('a log file');
  expect(keyText('assignment', 'advice', words)).toBe('Daily advice');
});
