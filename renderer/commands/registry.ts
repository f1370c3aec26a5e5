import { closeDetail, clearFilters, openDetail, showHelp, showView, useUiStore } from '../state/ui-store.ts';
import { isNarrowed, neighbourView, VIEWS } from '../state/queue-filters.ts';
import { hasRows, movePage, moveSelection, moveToEnd, moveToStart } from '../features/queue/selection.ts';
import { focusQueue, focusSearch } from '../features/queue/focus.ts';
import { chooseImportFiles } from '../features/import/choose-files.ts';
import { toggleExplaining } from '../state/desk-store.ts';
import type { KeyName } from './key.ts';

/** Where help lists a command. */
export type CommandGroup = 'move' | 'ticket' | 'views' | 'general';

/** Something that the user can do: one entry, read by the keys, the help and the native menu. Its name is the message `command.<id>`. */
export type Command = {
  readonly id: string;
  readonly group: CommandGroup;
  readonly keys: readonly KeyName[];
  readonly run: () => void;
  readonly isEnabled?: () => boolean;
};

const ui = () => useUiStore.getState();

const goBack = (): void => {
  if (ui().isDetailOpen) closeDetail();
  else clearFilters();
  focusQueue();
};

const explain = (): void => {
  if (!ui().isDetailOpen) openDetail();
  toggleExplaining();
};

const switchView = (step: 1 | -1) => (): void => showView(neighbourView(ui().filter.view, step));

export const COMMANDS: readonly Command[] = [
  { id: 'next', group: 'move', keys: ['ArrowDown', 'j'], run: () => moveSelection(1) },
  { id: 'previous', group: 'move', keys: ['ArrowUp', 'k'], run: () => moveSelection(-1) },
  { id: 'pageDown', group: 'move', keys: ['PageDown'], run: () => movePage(1) },
  { id: 'pageUp', group: 'move', keys: ['PageUp'], run: () => movePage(-1) },
  { id: 'first', group: 'move', keys: ['Home'], run: moveToStart },
  { id: 'last', group: 'move', keys: ['End'], run: moveToEnd },
  { id: 'open', group: 'ticket', keys: ['Enter'], run: openDetail, isEnabled: hasRows },
  { id: 'explain', group: 'ticket', keys: ['y'], run: explain, isEnabled: hasRows },
  {
    id: 'back',
    group: 'ticket',
    keys: ['Escape'],
    run: goBack,
    isEnabled: () => ui().isDetailOpen || isNarrowed(ui().filter),
  },
  { id: 'nextView', group: 'views', keys: [']', 'ArrowRight'], run: switchView(1) },
  { id: 'previousView', group: 'views', keys: ['[', 'ArrowLeft'], run: switchView(-1) },
  ...VIEWS.map((view, i): Command => ({
    id: `view.${view}`,
    group: 'views',
    keys: [`Alt+${i + 1}`],
    run: () => showView(view),
  })),
  { id: 'search', group: 'general', keys: ['/'], run: focusSearch },
  { id: 'import', group: 'general', keys: ['i'], run: chooseImportFiles },
  { id: 'showKeys', group: 'general', keys: ['?'], run: () => showHelp(true) },
];

const byKey: ReadonlyMap<KeyName, Command> = new Map(
  COMMANDS.flatMap((command) => command.keys.map((key) => [key, command] as const)),
);

const canRun = (command: Command): boolean => command.isEnabled?.() ?? true;

/** The command that a key runs at this moment. */
export const commandOfKey = (key: KeyName): Command | null => {
  const command = byKey.get(key);
  return command !== undefined && canRun(command) ? command : null;
};

/** Runs a command by id, as the native menu does; nothing where it cannot run now. */
export const runCommand = (id: string): void => {
  const command = COMMANDS.find((other) => other.id === id);
  if (command !== undefined && canRun(command)) command.run();
};
