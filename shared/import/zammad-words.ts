import { foldName } from './columns.ts';
import { ownValue } from './own-value.ts';
import { readPriority, type ReadPriority } from './read-priority.ts';
import { readState, type ReadState } from './read-state.ts';

/** A pending ticket waits for an answer: Zammad stops its own clocks in these states. A merged one is done with. */
const STATE_BY_NAME: Readonly<Record<string, ReadState>> = {
  new: 'new',
  open: 'active',
  pendingreminder: 'waitingCustomer',
  pendingclose: 'waitingCustomer',
  closed: 'closed',
  merged: 'closed',
  removed: 'deleted',
  neu: 'new',
  offen: 'active',
};

/** The ids of a fresh installation, for answers without names. The sixth has had two meanings: it is not guessed. */
const NAME_BY_ID: Readonly<Record<string, string>> = {
  '1': 'new',
  '2': 'open',
  '3': 'pending reminder',
  '4': 'closed',
  '5': 'merged',
};

export const zammadStateName = (id: string): string => ownValue(NAME_BY_ID, id) ?? id;

export const readZammadState = (name: string): ReadState | null =>
  ownValue(STATE_BY_NAME, foldName(name)) ?? readState(name);

const PRIORITY_BY_ID: Readonly<Record<string, ReadPriority>> = { '1': 'P4', '2': 'P3', '3': 'P2' };

/** `2 normal`: the word counts, because the number only sorts; a number alone is the id of a fresh installation. */
export const readZammadPriority = (text: string): ReadPriority => {
  const word = text.replace(/^\s*\d+\s*/, '');
  return word === '' ? (ownValue(PRIORITY_BY_ID, text.trim()) ?? null) : readPriority(word);
};
