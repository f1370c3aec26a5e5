import { describe, expect, it } from 'vitest';
import {
  absenceDraftOf,
  readAbsence,
  readEdge,
  type AbsenceDraft,
} from '../../../renderer/features/coaching/absence-draft.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';

const zone = compileZone('Europe/Paris');
const at = (text: string): number => Date.parse(text);
const NOW = at('2026-10-20T09:00:00Z');
const draft = (change: Partial<AbsenceDraft>): AbsenceDraft => ({
  ...{ expert: 'Eva', isWholeDays: true, from: '24/10/2026', until: '25/10/2026', reason: 'leave' },
  ...change,
});
const span = (change: Partial<AbsenceDraft>) => readAbsence(draft(change), zone, NOW);

describe('an absence that was typed', () => {
  it('takes its last day whole, also where the clocks change on it', () => {
    expect(span({})).toEqual({
      span: { fromMs: at('2026-10-24T00:00:00+02:00'), untilMs: at('2026-10-26T00:00:00+01:00') },
    });
    expect(span({ until: '' })).toEqual({
      span: { fromMs: at('2026-10-24T00:00:00+02:00'), untilMs: at('2026-10-25T00:00:00+02:00') },
    });
    expect(span({ from: 'demain 14:00', until: '' })).toEqual({
      span: { fromMs: at('2026-10-21T00:00:00+02:00'), untilMs: at('2026-10-22T00:00:00+02:00') },
    });
  });

  it('takes moments as they are', () => {
    expect(span({ isWholeDays: false, from: '24/10/2026 9:00', until: '24/10/2026 12:30' })).toEqual({
      span: { fromMs: at('2026-10-24T09:00:00+02:00'), untilMs: at('2026-10-24T12:30:00+02:00') },
    });
    expect(readEdge('someday', false, zone, NOW)).toBeNull();
  });

  it.each<[Partial<AbsenceDraft>, object]>([
    [{ expert: ' ' }, { expert: 'expert' }],
    [{ reason: '' }, { reason: 'reason' }],
    [{ from: 'soon' }, { from: 'when' }],
    [{ from: '', until: '' }, { from: 'when' }],
    [{ until: '23/10/2026' }, { until: 'order' }],
    [{ isWholeDays: false, until: '' }, { until: 'when' }],
    [{ isWholeDays: false, from: '24/10/2026 9:00', until: '24/10/2026 9:00' }, { until: 'order' }],
  ])('%o is told at its field', (change, problems) => expect(span(change)).toEqual({ problems }));

  it('is read back as it was typed', () => {
    for (const change of [{}, { isWholeDays: false, from: '24/10/2026 9:00', until: '26/10/2026 12:30' }]) {
      const read = span(change);
      if ('problems' in read) throw new Error('not read');
      const again = absenceDraftOf({ ...read.span, expert: 'Eva', reason: 'leave' }, zone);
      expect(again.isWholeDays).toBe(draft(change).isWholeDays);
      expect(readAbsence(again, zone, NOW)).toEqual(read);
    }
  });
});
