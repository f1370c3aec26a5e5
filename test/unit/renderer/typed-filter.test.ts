import { describe, expect, it } from 'vitest';
import { filterOfTyped, partsOf, problemsOf } from '../../../renderer/features/queue/typed-filter.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';

const typed = (text: string, caret: number | null = text.length) => filterOfTyped(text, caret, EMPTY_FILTER);

describe('the typed filter', () => {
  it('filters by words and closed values as they are typed', () => {
    expect(typed('vp')).toEqual({ ...EMPTY_FILTER, text: 'vp' });
    expect(typed('priority:P1')).toEqual({ ...EMPTY_FILTER, priorities: ['P1'] });
  });

  it('waits with a name until the caret has left it: half a name would empty the list', () => {
    expect(typed('tier:go')).toEqual(EMPTY_FILTER);
    expect(typed('tier:gold ')).toEqual({ ...EMPTY_FILTER, tiers: ['gold'] });
    expect(typed('tier:gold', null)).toEqual({ ...EMPTY_FILTER, tiers: ['gold'] });
    expect(typed('tier:gold vpn')).toEqual({ ...EMPTY_FILTER, tiers: ['gold'], text: 'vpn' });
  });

  it('keeps the view where none is typed', () => {
    expect(filterOfTyped('vpn', null, { ...EMPTY_FILTER, view: 'mine' }).view).toBe('mine');
    expect(filterOfTyped('view:breached', null, { ...EMPTY_FILTER, view: 'mine' }).view).toBe('breached');
  });

  it('names what it does not understand, but not what is still being typed', () => {
    const text = 'priority:P9 vpn';
    expect(problemsOf(text, null, EMPTY_FILTER)).toEqual([{ field: 'priority', value: 'P9', start: 9, end: 11 }]);
    expect(problemsOf(text, 11, EMPTY_FILTER)).toEqual([]);
    expect(problemsOf(text, 15, EMPTY_FILTER)).toHaveLength(1);
  });

  it('is drawn in parts that make the same text again', () => {
    for (const text of ['', 'vpn', ' priority:P9,P1  tier:gold vpn ', 'due:<2h', 'state:"', 'a:b:c']) {
      const parts = partsOf(text, problemsOf(text, null, EMPTY_FILTER));
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }
    expect(partsOf('priority:P9,P1', problemsOf('priority:P9,P1', null, EMPTY_FILTER))).toEqual([
      { text: 'priority:', kind: 'field', isProblem: false },
      { text: 'P9', kind: 'field', isProblem: true },
      { text: ',P1', kind: 'field', isProblem: false },
    ]);
  });
});
