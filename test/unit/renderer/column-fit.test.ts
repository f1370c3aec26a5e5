import { describe, expect, it } from 'vitest';
import {
  COLUMN_FITS,
  DEFAULT_COLUMNS,
  fittingColumns,
  gridTracks,
  movedColumn,
  wantedColumns,
} from '../../../renderer/features/queue/column-fit.ts';

/** Content widths: window less rail (68), scrollbar (11) and side padding (32), and less the detail (364 at 1366) where it is open. */
describe('the columns that fit', () => {
  it('are all at 1366 px without the detail and wider', () => {
    expect(fittingColumns(1366 - 111)).toEqual(DEFAULT_COLUMNS);
    expect(fittingColumns(2560 - 111)).toEqual(DEFAULT_COLUMNS);
  });

  it('leave room for the detail at 1366 px', () => {
    const columns = fittingColumns(1366 - 111 - 364);
    expect(columns).toContain('customer');
    expect(columns).toContain('firstResponse');
    expect(columns).not.toContain('opened');
    expect(columns.reduce((sum, id) => sum + COLUMN_FITS[id].minPx, 0)).toBeLessThanOrEqual(1366 - 111 - 364);
  });

  it('always hold what tells a ticket and its countdown', () => {
    expect(fittingColumns(200)).toEqual(['reference', 'priority', 'due', 'title']);
  });

  it('become one grid track each', () => {
    expect(gridTracks(['reference', 'title'])).toBe('104px minmax(0px, 3fr)');
  });
});

describe('chosen columns', () => {
  it('keep their order, and the two that tell a row; what there is not is left out', () => {
    expect(wantedColumns(['owner', 'gone', 'title', 'owner', 'due'])).toEqual(['reference', 'owner', 'title', 'due']);
    expect(wantedColumns(null)).toEqual(DEFAULT_COLUMNS);
  });

  it('fit in their order: the least important go first', () => {
    const wanted = wantedColumns(['tags', 'title', 'owner', 'due', 'reference']);
    expect(fittingColumns(2000, wanted)).toEqual(['tags', 'title', 'owner', 'due', 'reference']);
    expect(fittingColumns(560, wanted)).toEqual(['title', 'owner', 'due', 'reference']);
    expect(fittingColumns(100, wanted)).toEqual(['title', 'due', 'reference']);
  });

  it('move one place, but not beyond the ends', () => {
    expect(movedColumn(['reference', 'title', 'due'], 'due', -1)).toEqual(['reference', 'due', 'title']);
    expect(movedColumn(['reference', 'title'], 'title', 1)).toEqual(['reference', 'title']);
  });
});
