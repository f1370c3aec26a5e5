import { isVerbOffered, runVerb } from '../features/desk/run-verb.ts';
import { presentTargets } from '../features/desk/targets.ts';
import { takeNext } from '../features/desk/take-next.ts';
import type { VerbId } from '../features/ticket/verbs.ts';
import { hasRows } from '../features/queue/selection.ts';
import { openOverlay, startExplaining, toggleExplaining } from '../state/desk-store.ts';
import { openDetail, useUiStore } from '../state/ui-store.ts';
import type { Command, CommandGroup } from './command.ts';
import type { KeyName } from './key.ts';

const hasTargets = (): boolean => presentTargets().kind !== 'none';

const verb = (id: VerbId, group: CommandGroup, ...keys: readonly KeyName[]): Command => ({
  ...{ id, group, keys, place: 'queue', run: () => runVerb(id), isEnabled: hasTargets, isChange: true },
  isOffered: () => isVerbOffered(id),
});

const explain = (): void => {
  if (useUiStore.getState().isDetailOpen) toggleExplaining();
  else {
    openDetail();
    startExplaining();
  }
};

/** What is done with tickets. A letter begins, the same letter with Shift ends or turns it round; `y` asks why. */
export const TICKET_COMMANDS: readonly Command[] = [
  { id: 'takeNext', group: 'ticket', place: 'everywhere', keys: ['n'], run: () => void takeNext(), isChange: true },
  { id: 'create', group: 'ticket', place: 'everywhere', keys: ['c'], run: () => openOverlay('create'), isChange: true },
  { id: 'explain', group: 'ticket', place: 'queue', keys: ['y'], run: explain, isEnabled: hasRows },
  verb('take', 'ticket', 't'),
  verb('assign', 'ticket', 'a'),
  verb('priority', 'ticket', 'p'),
  verb('resolve', 'ticket', 'r'),
  verb('reopen', 'ticket', 'Shift+R'),
  verb('close', 'ticket', 'Shift+C'),
  verb('wait', 'ticket', 'w'),
  verb('continue', 'ticket', 'Shift+W'),
  verb('vendor', 'ticket', 'v'),
  verb('escalate', 'ticket', 'e'),
  verb('accept', 'ticket', 'Shift+E'),
  verb('return', 'ticket', 'b'),
  verb('acknowledge', 'ticket', 'Shift+V'),
  verb('engage', 'ticket', 'Shift+X'),
  verb('edit', 'ticket', 'Shift+D'),
  verb('tags', 'ticket', 'l'),
  verb('link', 'ticket', 'u'),
  verb('merge', 'ticket', 'g'),
  verb('unmerge', 'ticket', 'Shift+G'),
  verb('mail', 'talk', 'm'),
  verb('call', 'talk', 'o'),
  verb('answered', 'talk', 'q'),
  verb('note', 'talk', 'd'),
  verb('inform', 'talk', 'Shift+M'),
  verb('timer', 'talk', 's'),
];
