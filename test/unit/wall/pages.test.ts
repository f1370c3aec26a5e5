import { describe, expect, it } from 'vitest';
import { linesOf, pageFrom, pagesOf, partsOf, placeOf, type Panel } from '../../../shared/wall/pages.ts';

const panel = (count: number, fit = 7, mostParts = 4): Panel => ({ count, fit, mostParts });
const NOTHING = [panel(0)];
const boards = {
  countdowns: [panel(15), panel(3)],
  load: [panel(1), panel(0)],
  waiting: [panel(0), panel(0), panel(0)],
  experts: [panel(8), panel(2), panel(0)],
};

describe('the pages of the wall', () => {
  it('are as many of each board as its longest list needs; boards with nothing on them have none', () => {
    expect(pagesOf(boards)).toEqual([
      { board: 'countdowns', part: 0 },
      { board: 'countdowns', part: 1 },
      { board: 'countdowns', part: 2 },
      { board: 'load', part: 0 },
      { board: 'experts', part: 0 },
      { board: 'experts', part: 1 },
    ]);
  });

  it('are never none: the countdowns also say that there is nothing', () => {
    const empty = { countdowns: NOTHING, load: NOTHING, waiting: NOTHING, experts: NOTHING };
    expect(pagesOf(empty)).toEqual([{ board: 'countdowns', part: 0 }]);
  });

  it('of one list are no more than it may have, and one where nothing fits yet', () => {
    expect(partsOf(panel(32))).toBe(4);
    expect(partsOf(panel(32, 7, 2))).toBe(2);
    expect(partsOf(panel(7))).toBe(1);
    expect(partsOf(panel(3, 0))).toBe(3);
  });

  it('turn on and back, round both ends', () => {
    const pages = pagesOf(boards);
    const last = { board: 'experts', part: 1 } as const;
    expect(pageFrom(pages, { board: 'countdowns', part: 2 }, 1)).toEqual({ board: 'load', part: 0 });
    expect(pageFrom(pages, last, 1)).toEqual({ board: 'countdowns', part: 0 });
    expect(pageFrom(pages, { board: 'countdowns', part: 0 }, -1)).toEqual(last);
    expect(pageFrom([], last, 1)).toEqual(last);
  });

  it('that are gone give way to the one before them', () => {
    const pages = pagesOf({ ...boards, countdowns: [panel(3)], experts: NOTHING });
    expect(pages[placeOf(pages, { board: 'countdowns', part: 2 })]).toEqual({ board: 'countdowns', part: 0 });
    expect(pages[placeOf(pages, { board: 'waiting', part: 0 })]).toEqual({ board: 'load', part: 0 });
    expect(pageFrom(pages, { board: 'experts', part: 1 }, 1)).toEqual({ board: 'countdowns', part: 0 });
  });
});

describe('the lines of a list', () => {
  it('are those of the page, and begin again on a page that it does not need', () => {
    const list = panel(8);
    expect(linesOf(list, 0)).toEqual({ from: 0, to: 7 });
    expect(linesOf(list, 1)).toEqual({ from: 7, to: 8 });
    expect(linesOf(list, 2)).toEqual({ from: 0, to: 7 });
    expect(linesOf(panel(0), 3)).toEqual({ from: 0, to: 0 });
  });

  it('are each on one page', () => {
    for (let count = 1; count < 30; count++) {
      const list = panel(count, 4, 10);
      const shown = Array.from({ length: partsOf(list) }, (_, part) => linesOf(list, part)).flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_, i) => from + i),
      );
      expect(shown).toEqual(Array.from({ length: count }, (_, i) => i));
    }
  });
});
