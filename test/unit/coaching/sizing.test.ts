import { describe, expect, it } from 'vitest';
import {
  EMPTY_SIZING,
  isEmptySizing,
  isTable,
  MOST_SIZINGS,
  moveSizing,
  pasteSizing,
  tabbedCells,
} from '../../../shared/coaching/sizing.ts';

const row = (name: string, more: Partial<typeof EMPTY_SIZING> = {}) => ({ ...EMPTY_SIZING, name, ...more });
const START = { row: 0, column: 'name' } as const;

describe('cells of a spreadsheet', () => {
  it('are parted by tabs and lines, quoted where they hold one', () => {
    expect(tabbedCells('a\tb\r\n"c ""d""\te"\t\r\n')).toEqual([
      ['a', 'b'],
      ['c "d" e', ''],
    ]);
    expect(tabbedCells('\t\n\n')).toEqual([]);
  });

  it('are more than one, or a text like any other', () => {
    expect(isTable('srv-01')).toBe(false);
    expect(isTable('srv-01\r\n')).toBe(false);
    expect(isTable('srv-01\nsrv-02')).toBe(true);
    expect(isTable('srv-01\t4 vCPU')).toBe(true);
  });
});

describe('pasting into the table', () => {
  it('fills from the cell on and makes the rows that are missing', () => {
    const before = [row('a', { why: 'kept' }), row('b', { what: 'network' })];
    expect(pasteSizing(before, { row: 1, column: 'present' }, '/26\t/24\tfull\n/28\t/27')).toEqual([
      before[0],
      row('b', { what: 'network', present: '/26', recommended: '/24', why: 'full' }),
      row('', { what: 'network', present: '/28', recommended: '/27' }),
    ]);
  });

  it('reads a first column that says what is sized, in either language', () => {
    const text = 'VM\tsrv\t4\t8\twhy\nRéseau\tvlan\nStorage\tlun';
    expect(pasteSizing([EMPTY_SIZING], START, text)).toEqual([
      row('srv', { present: '4', recommended: '8', why: 'why' }),
      row('vlan', { what: 'network' }),
      row('lun', { what: 'storage' }),
    ]);
    expect(pasteSizing([], START, 'VM\nVM')).toEqual([row('VM'), row('VM')]);
  });

  it('never makes more rows than a report holds, nor longer texts', () => {
    const many = Array.from({ length: MOST_SIZINGS + 5 }, (_, i) => `vm ${i}`).join('\n');
    expect(pasteSizing([], START, many)).toHaveLength(MOST_SIZINGS);
    expect(pasteSizing([], START, `${'x'.repeat(500)}\ty`)[0]?.name).toHaveLength(400);
  });
});

it('a row moves by one place, and stays where it has none to go to', () => {
  const rows = [row('a'), row('b'), row('c')];
  expect(moveSizing(rows, 0, 1).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  expect(moveSizing(rows, 2, -1).map(({ name }) => name)).toEqual(['a', 'c', 'b']);
  expect(moveSizing(rows, 2, 1)).toEqual(rows);
});

it('a row is empty with nothing but its kind', () => {
  expect(isEmptySizing({ ...EMPTY_SIZING, what: 'storage', why: ' ' })).toBe(true);
  expect(isEmptySizing(row('a'))).toBe(false);
});
