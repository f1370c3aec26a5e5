import { expect, it } from 'vitest';
import { readWhen, whenMs } from '../../../renderer/features/customers/read-when.ts';
import { rules } from '../sla/tell.ts';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const read = (text: string, side: 'past' | 'ahead' | 'either') => {
  const when = readWhen(text, { side, nowMs: now, zone: rules.zone });
  const ms = whenMs(when);
  return ms === null ? when.kind : new Date(ms).toISOString();
};

it.each([
  ['', 'past', 'empty'],
  ['3/1/2026', 'past', '2026-01-02T23:00:00.000Z'],
  ['hier', 'past', '2026-11-21T23:00:00.000Z'],
  ['3/1/2026 9:30', 'past', '2026-01-03T08:30:00.000Z'],
  ['-20m', 'past', '2026-11-23T07:40:00.000Z'],
  ['1/12/2026', 'past', 'wrongSide'],
  ['1/12/2026', 'ahead', '2026-11-30T23:00:00.000Z'],
  ['tomorrow 8:00', 'either', '2026-11-24T07:00:00.000Z'],
  ['1/11/2026', 'either', '2026-10-31T23:00:00.000Z'],
  ['soon', 'either', 'unreadable'],
] as const)('%s, %s, is %s', (text, side, expected) => expect(read(text, side)).toBe(expected));
