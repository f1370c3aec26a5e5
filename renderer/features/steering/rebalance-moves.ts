import type { ProposedMove } from '../../../shared/ipc/steering-schemas.ts';
import type { Target } from '../../ipc/run-commands.ts';

/** What a lead has changed of a proposal: who takes a ticket instead; null leaves it where it is. */
export type Changes = ReadonlyMap<number, string | null>;

/** Who takes a ticket; null where it stays. */
export const takerOf = ({ id, to }: ProposedMove, changes: Changes): string | null => {
  const changed = changes.get(id);
  return changed === undefined ? to : changed;
};

/** What would be done: one assignment each. */
export const toTargets = (moves: readonly ProposedMove[], changes: Changes): Target[] =>
  moves.flatMap((move) => {
    const to = takerOf(move, changes);
    return to === null || to === move.from
      ? []
      : [{ id: move.id, expectedVersion: move.version, commands: [{ kind: 'assign', assignee: to }] }];
  });

/** How many open tickets somebody would have. */
export const loadAfter = (
  { name, open }: { readonly name: string; readonly open: number },
  moves: readonly ProposedMove[],
  changes: Changes,
): number =>
  moves.reduce((load, move) => {
    const to = takerOf(move, changes);
    if (to === null || to === move.from) return load;
    return load + (to === name ? 1 : 0) - (move.from === name ? 1 : 0);
  }, open);
