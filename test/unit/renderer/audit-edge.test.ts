import { describe, expect, it } from 'vitest';
import { readEdge } from '../../../renderer/features/audit/audit-edge.ts';
import { rules } from '../sla/tell.ts';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const read = (text: string, edge: 'from' | 'to') => {
  const found = readEdge(text, edge, rules.zone, now);
  return found.kind === 'edge' ? (found.atMs === null ? null : new Date(found.atMs).toISOString()) : found.kind;
};

describe('an end of a span of the log', () => {
  it('takes a day whole', () => {
    expect(read('yesterday', 'from')).toBe('2026-11-21T23:00:00.000Z');
    expect(read('hier', 'to')).toBe('2026-11-22T23:00:00.000Z');
    expect(read('2026-11-17', 'from')).toBe('2026-11-16T23:00:00.000Z');
  });
  it('takes a moment to its minute, the later end with it', () => {
    expect(read('17/11 9:00', 'from')).toBe('2026-11-17T08:00:00.000Z');
    expect(read('17/11 9:00', 'to')).toBe('2026-11-17T08:01:00.000Z');
  });
  it('bounds nothing where nothing is typed or the later end lies ahead', () => {
    expect(read(' ', 'from')).toBeNull();
    expect(read('today', 'to')).toBeNull();
  });
  it('says what it cannot read', () => {
    expect(read('soon', 'from')).toBe('unreadable');
    expect(read('tomorrow', 'from')).toBe('unreadable');
  });
});
