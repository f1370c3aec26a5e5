import type { ProposalPreview } from '../../../../shared/ipc/coaching-schemas.ts';

/** How a session or a series stands against what is around it. */
export type Standing = {
  /** Why it cannot be saved as it is; `some`: those that are blocked can be left out. */
  readonly blocked: 'none' | 'some' | 'all';
  readonly blockedCount: number;
  /** Of what would be saved, something is warned of. */
  readonly isWarned: boolean;
};

export const standingOf = ({ occurrences }: Pick<ProposalPreview, 'occurrences'>): Standing => {
  const blockedCount = occurrences.filter(({ isBlocked }) => isBlocked).length;
  const isWarned = occurrences.some(({ isBlocked, conflicts }) => !isBlocked && conflicts.length > 0);
  const blocked = blockedCount === 0 ? 'none' : blockedCount === occurrences.length ? 'all' : 'some';
  return { blocked, blockedCount, isWarned };
};
