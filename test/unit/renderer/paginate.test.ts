import { describe, expect, it } from 'vitest';
import { paginate, type Section } from '../../../renderer/ui/pages/paginate.ts';

const table = (part: string, rows: number, rowPx = 10): Section => ({
  ...{ part, leadPx: 20 },
  rowsPx: Array.from({ length: rows }, () => rowPx),
});

describe('pages of a document', () => {
  it('takes what fits, and repeats the head where a table goes on', () => {
    expect(paginate([table('a', 12)], 100)).toEqual([
      [{ part: 'a', from: 0, to: 8 }],
      [{ part: 'a', from: 8, to: 12 }],
    ]);
  });

  it('never leaves a head alone at the end of a page', () => {
    expect(paginate([table('a', 6), table('b', 3)], 105)).toEqual([
      [{ part: 'a', from: 0, to: 6 }],
      [{ part: 'b', from: 0, to: 3 }],
    ]);
  });

  it('never leaves the last row, which may be the total, alone on a page', () => {
    expect(paginate([table('a', 9)], 100)).toEqual([[{ part: 'a', from: 0, to: 7 }], [{ part: 'a', from: 7, to: 9 }]]);
  });

  it('puts several short parts on one page', () => {
    expect(paginate([table('a', 1), table('b', 2), table('c', 1)], 200)).toHaveLength(1);
  });

  it('gives a row that is higher than a page one for itself', () => {
    const pages = paginate([{ part: 'a', leadPx: 20, rowsPx: [10, 500, 10, 10] }], 100);
    expect(pages.flat()).toEqual([
      { part: 'a', from: 0, to: 1 },
      { part: 'a', from: 1, to: 2 },
      { part: 'a', from: 2, to: 4 },
    ]);
  });

  it('keeps every row, once and in order', () => {
    const sections = [table('a', 1), table('b', 47, 13), table('c', 31, 7), table('d', 2)];
    const rows = paginate(sections, 120)
      .flat()
      .flatMap(({ part, from, to }) => Array.from({ length: to - from }, (_, i) => `${part}${from + i}`));
    expect(rows).toEqual(sections.flatMap(({ part, rowsPx }) => rowsPx.map((_, i) => `${part}${i}`)));
  });
});
