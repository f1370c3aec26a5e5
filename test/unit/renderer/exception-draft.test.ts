import { describe, expect, it } from 'vitest';
import {
  readException,
  type ExceptionEntry,
  type ExceptionStart,
} from '../../../renderer/features/maintenance/exception-draft.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-12-01T23:00:00Z');
const entry = (change: Partial<ExceptionEntry> = {}): ExceptionEntry => ({
  ...{ platforms: ['NUP'], startMs: START, endMs: START + HOUR, reason: ' freeze ', customerId: null },
  isCustomerOpen: false,
  ...change,
});
const move: ExceptionStart = { kind: 'moved', platforms: ['NUP', 'NGP'], startMs: START, endMs: START + 6 * HOUR };
const problems = (start: ExceptionStart, change: Partial<ExceptionEntry>) => {
  const result = readException(start, entry(change));
  return 'problems' in result ? result.problems : null;
};

describe('an exception that was filled in', () => {
  it('is the order of its kind', () => {
    const forWhom = { platforms: ['NUP'], reason: 'freeze', customerId: null };
    expect(readException({ ...move, kind: 'cancelled' }, entry({ startMs: null, endMs: null }))).toEqual({
      order: { kind: 'cancelled', ofStartMs: START, ...forWhom },
    });
    expect(readException(move, entry())).toEqual({
      order: { kind: 'moved', ofStartMs: START, startMs: START, endMs: START + HOUR, ...forWhom },
    });
    expect(readException({ kind: 'added' }, entry({ customerId: 4 }))).toEqual({
      order: { kind: 'added', startMs: START, endMs: START + HOUR, ...forWhom, customerId: 4 },
    });
  });

  it.each<[string, Partial<ExceptionEntry>, object]>([
    ['no platform', { platforms: [] }, { platforms: 'none' }],
    ['no reason', { reason: '  ' }, { reason: 'missing' }],
    ['no times', { startMs: null, endMs: null }, { start: 'missing', end: 'missing' }],
    ['no end', { endMs: null }, { end: 'missing' }],
    ['an end before its start', { endMs: START }, { end: 'beforeStart' }],
    ['more than a week', { endMs: START + 169 * HOUR }, { end: 'tooLong' }],
    ['the times that it has', { endMs: START + 6 * HOUR }, { start: 'same' }],
    ['a customer that nobody chose', { isCustomerOpen: true }, { customer: 'unknown' }],
  ])('%s is told at its field', (_name, change, wanted) => expect(problems(move, change)).toEqual(wanted));
});
