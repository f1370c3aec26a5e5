import { describe, expect, it } from 'vitest';
import { nextStop, type Box } from '../../../renderer/features/wall/next-stop.ts';

const box = (left: number, top: number, width = 100, height = 40): Box => ({
  ...{ left, top, right: left + width, bottom: top + height },
});

/** Three tiles above two lists; the second list is shorter. */
const BOXES = [
  ...[box(0, 0), box(110, 0), box(220, 0)],
  ...[box(0, 60, 150), box(0, 100, 150), box(0, 140, 150)],
  ...[box(160, 60, 150), box(160, 100, 150)],
];

describe('an arrow on the wall', () => {
  it('goes along a row of tiles', () => {
    expect(nextStop(BOXES, 0, 'right')).toBe(1);
    expect(nextStop(BOXES, 1, 'left')).toBe(0);
  });

  it('goes down from a tile to the list beneath it, and back up', () => {
    expect(nextStop(BOXES, 0, 'down')).toBe(3);
    expect(nextStop(BOXES, 2, 'down')).toBe(6);
    expect(nextStop(BOXES, 3, 'up')).toBe(0);
  });

  it('goes along a list, and to the line beside it in the next one', () => {
    expect(nextStop(BOXES, 3, 'down')).toBe(4);
    expect(nextStop(BOXES, 4, 'right')).toBe(7);
    expect(nextStop(BOXES, 7, 'left')).toBe(4);
  });

  it('goes from a line with none beside it to the nearest there is', () => {
    expect(nextStop(BOXES, 5, 'right')).toBe(7);
  });

  it('goes nowhere from an edge', () => {
    expect(nextStop(BOXES, 2, 'right')).toBeNull();
    expect(nextStop(BOXES, 0, 'up')).toBeNull();
    expect(nextStop(BOXES, 5, 'down')).toBeNull();
    expect(nextStop([], 0, 'down')).toBeNull();
  });
});
