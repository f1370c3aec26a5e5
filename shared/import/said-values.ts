import type { Priority } from '../sla/policy.ts';
import type { ReadOptions } from './profile.ts';
import type { ReadPriority } from './read-priority.ts';
import type { ReadState } from './read-state.ts';

type Said = Pick<ReadOptions, 'said' | 'onValue'>;

/** What a state means: as somebody said, else as the profile reads it. */
export const stateAsSaid = (
  text: string,
  read: (text: string) => ReadState | null,
  options: Said,
): ReadState | null => {
  const state = options.said?.states.get(text) ?? read(text);
  options.onValue?.('state', text, state);
  return state;
};

/** What a priority means; the fifth of five is P4. */
export const priorityAsSaid = (text: string, read: (text: string) => ReadPriority, options: Said): Priority | null => {
  const priority = options.said?.priorities.get(text) ?? read(text);
  options.onValue?.('priority', text, priority);
  return priority === 'planning' ? 'P4' : priority;
};
