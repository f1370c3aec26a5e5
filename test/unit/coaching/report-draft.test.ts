import { describe, expect, it } from 'vitest';
import { restoreReport } from '../../../renderer/features/coaching/report/report-draft.ts';
import { reportTemplate } from '../../../shared/coaching/report-template.ts';
import { EMPTY_SIZING } from '../../../shared/coaching/sizing.ts';

const start = { sections: reportTemplate('report', 'en', ['Size it']), basedOnMs: null };

describe('a report that was being written', () => {
  it('comes back as it was', () => {
    const written = {
      sections: {
        ...start.sections,
        done: 'All',
        sizing: [{ ...EMPTY_SIZING, what: 'network' as const, name: 'vlan' }],
      },
      basedOnMs: 12,
    };
    expect(restoreReport(JSON.parse(JSON.stringify(written)), start)).toEqual(written);
  });

  it('is nothing where it is what is saved, or cannot be read', () => {
    expect(restoreReport(start, start)).toBeNull();
    expect(restoreReport(null, start)).toBeNull();
    expect(restoreReport({ sections: 'x' }, start)).toBeNull();
  });

  it('of another version takes what fits', () => {
    const kept = { sections: { done: 'All', sizing: [{ what: 'mainframe', name: 3 }, null], more: 1 }, basedOnMs: 'x' };
    expect(restoreReport(kept, start)).toEqual({
      sections: { ...start.sections, done: 'All', sizing: [EMPTY_SIZING, EMPTY_SIZING] },
      basedOnMs: null,
    });
  });
});
