import { foldName } from './columns.ts';
import { ownValue } from './own-value.ts';
import { readPriority, type ReadPriority } from './read-priority.ts';
import { readState, type ReadState } from './read-state.ts';

/** States of Jira's own workflows that other desks have not, or mean otherwise. */
const STATE_BY_NAME: Readonly<Record<string, ReadState>> = {
  backlog: 'new',
  selectedfordevelopment: 'new',
  waitingforsupport: 'active',
  enattentedelassistance: 'active',
  enattentedusupport: 'active',
  inreview: 'active',
  enrevue: 'active',
  waitingforapproval: 'waitingEvidence',
  enattentedapprobation: 'waitingEvidence',
  afaire: 'new',
  declined: 'closed',
  refuse: 'closed',
};

const STATE_BY_CATEGORY: Readonly<Record<string, ReadState>> = {
  new: 'new',
  todo: 'new',
  afaire: 'new',
  indeterminate: 'active',
  inprogress: 'active',
  encours: 'active',
  done: 'resolved',
  termine: 'resolved',
};

/** A status by its name, else by its category: every status of Jira has one. */
export const readJiraState = (name: string, category: string | null): ReadState | null =>
  ownValue(STATE_BY_NAME, foldName(name)) ??
  readState(name) ??
  (category === null ? null : (ownValue(STATE_BY_CATEGORY, foldName(category)) ?? null));

/** `Major` stands between `Critical` and `Minor` in Jira's older scheme. */
export const readJiraPriority = (text: string): ReadPriority => {
  const name = foldName(text);
  return name === 'major' || name === 'majeur' || name === 'majeure' ? 'P2' : readPriority(text);
};
