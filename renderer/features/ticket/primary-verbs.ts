import type { Actor } from '../../../shared/access/actor.ts';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import type { Verb, VerbId } from './verbs.ts';

/** What stands on the page at once; the rest is in the menu. */
const MOST = 6;

const WORK: readonly VerbId[] = ['mail', 'call', 'note', 'wait', 'resolve', 'escalate', 'priority', 'assign'];

const wantedFirst = ({ state, assignee, escalatedTo }: QueueRow, me: Actor): readonly VerbId[] => {
  if (escalatedTo !== null && (escalatedTo === me.level || me.role === 'lead')) return ['accept', 'return'];
  if (state === 'resolved') return ['close', 'reopen'];
  if (state === 'closed') return ['unmerge', 'reopen'];
  if (state === 'waitingCustomer') return ['answered'];
  if (state.startsWith('waiting')) return ['continue'];
  return assignee === null ? ['take'] : [];
};

/** The verbs that people reach for in a ticket's state, in their order, of those that are allowed. */
export const primaryVerbs = (row: QueueRow, me: Actor, allowed: readonly Verb[]): readonly Verb[] =>
  [...wantedFirst(row, me), ...WORK].flatMap((id) => allowed.filter((verb) => verb.id === id)).slice(0, MOST);
