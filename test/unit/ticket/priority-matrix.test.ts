import { describe, expect, it } from 'vitest';
import { PRIORITIES } from '../../../shared/sla/policy.ts';
import { GRADES, matrixPriority, nearestCell, neighbourCell } from '../../../shared/ticket/priority-matrix.ts';

const cells = GRADES.flatMap((impact) => GRADES.map((urgency) => ({ impact, urgency })));

describe('the priority matrix', () => {
  it('never falls as impact or urgency rise', () => {
    for (const cell of cells) {
      const rank = (one: (typeof cells)[number]): number => PRIORITIES.indexOf(matrixPriority(one.impact, one.urgency));
      expect(rank(neighbourCell(cell, -1, 0))).toBeLessThanOrEqual(rank(cell));
      expect(rank(neighbourCell(cell, 0, -1))).toBeLessThanOrEqual(rank(cell));
    }
  });

  it('has a cell of each priority, and gives the cell itself where it has that priority', () => {
    for (const cell of cells) {
      for (const priority of PRIORITIES) {
        const near = nearestCell(cell, priority);
        expect(matrixPriority(near.impact, near.urgency)).toBe(priority);
      }
      expect(nearestCell(cell, matrixPriority(cell.impact, cell.urgency))).toEqual(cell);
    }
  });

  it('of two cells as near takes the higher impact', () => {
    expect(nearestCell({ impact: 'medium', urgency: 'medium' }, 'P2')).toEqual({ impact: 'high', urgency: 'medium' });
  });

  it('stays at its edges', () => {
    expect(neighbourCell({ impact: 'high', urgency: 'low' }, -1, 1)).toEqual({ impact: 'high', urgency: 'low' });
    expect(neighbourCell({ impact: 'high', urgency: 'low' }, 1, -1)).toEqual({ impact: 'medium', urgency: 'medium' });
  });
});
