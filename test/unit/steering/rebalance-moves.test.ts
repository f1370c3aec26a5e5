import { expect, it } from 'vitest';
import { loadAfter, toTargets } from '../../../renderer/features/steering/rebalance-moves.ts';
import type { ProposedMove } from '../../../shared/ipc/steering-schemas.ts';

const move = (id: number, from: string | null, to: string): ProposedMove => ({
  ...{ id, version: id * 10, reference: `V-${id}`, title: null, customer: 'c', tier: 'gold', priority: null },
  ...{ language: null, from, to, why: 'load' },
});
const MOVES = [move(1, 'ada', 'bo'), move(2, 'ada', 'chi'), move(3, null, 'bo')];

it('a line that stays, or goes back to whoever has it, is no target; another taker is', () => {
  const changes = new Map([
    [1, null],
    [2, 'bo'],
  ]);
  expect(toTargets(MOVES, changes)).toEqual([
    { id: 2, expectedVersion: 20, commands: [{ kind: 'assign', assignee: 'bo' }] },
    { id: 3, expectedVersion: 30, commands: [{ kind: 'assign', assignee: 'bo' }] },
  ]);
  expect(toTargets(MOVES, new Map([[1, 'ada']])).map(({ id }) => id)).toEqual([2, 3]);
});

it('tells the load that each would have', () => {
  const after = (name: string, open: number, changes = new Map<number, string | null>()) =>
    loadAfter({ name, open }, MOVES, changes);
  expect([after('ada', 5), after('bo', 1), after('chi', 0)]).toEqual([3, 3, 1]);
  expect(after('bo', 1, new Map([[3, null]]))).toBe(2);
  expect(after('ada', 5, new Map([[1, null]]))).toBe(4);
});
