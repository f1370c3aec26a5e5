import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import type { PageItem } from './handed-items.ts';
import { isSameWords } from './item-draft.ts';

export type Change = { readonly what: 'changed' | 'added' | 'removed' | 'accepted'; readonly title: string };

export type Changes = {
  /** Who did it, each once. */
  readonly by: readonly string[];
  readonly changes: readonly Change[];
};

const isAccepted = ({ accepted, late }: PageItem): boolean => accepted !== null || late !== null;

/** What became of a handover since somebody looked at it. */
export const changesSince = (before: HandoverPage, now: HandoverPage): Changes => {
  const known = new Map(before.items.map((item) => [item.id, item]));
  const ids = new Set(now.items.map(({ id }) => id));
  const told = (item: PageItem): Change[] => {
    const was = known.get(item.id);
    const { title } = item;
    if (was === undefined) return [{ what: 'added', title }];
    if (!isSameWords(was, item)) return [{ what: 'changed', title }];
    return isAccepted(item) && !isAccepted(was) ? [{ what: 'accepted', title }] : [];
  };
  return {
    by: [...new Set(now.trail.slice(before.trail.length).map(({ actor }) => actor))],
    changes: [
      ...now.items.flatMap(told),
      ...before.items.filter(({ id }) => !ids.has(id)).map(({ title }): Change => ({ what: 'removed', title })),
    ],
  };
};
