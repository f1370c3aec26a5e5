import { appStateQuery } from '../ipc/queries.ts';
import { queryClient } from '../ipc/query-client.ts';
import { tellPast } from '../features/replay/tell-past.ts';
import { isPast } from '../state/replay-store.ts';
import { useDeskStore } from '../state/desk-store.ts';
import type { Command } from './command.ts';
import { COACHING_COMMANDS } from './coaching-commands.ts';
import { CUSTOMER_COMMANDS } from './customer-commands.ts';
import { GENERAL_COMMANDS } from './general-commands.ts';
import { HANDOVER_COMMANDS } from './handover-commands.ts';
import type { KeyName } from './key.ts';
import { indexKeys, type ChosenKeys } from './keymap.ts';
import { MOVE_COMMANDS } from './move-commands.ts';
import { REPORT_COMMANDS } from './report-commands.ts';
import { SESSION_COMMANDS } from './session-commands.ts';
import { TICKET_COMMANDS } from './ticket-commands.ts';
import { VIEW_COMMANDS } from './view-commands.ts';
import { WALL_COMMANDS } from './wall-commands.ts';

/** While the window shows the past, what changes tickets is offered nowhere, and a key that asks for it is answered. */
const onlyInPresent = (command: Command): Command =>
  command.isChange !== true
    ? command
    : {
        ...command,
        run: () => (isPast() ? tellPast() : command.run()),
        isOffered: () => !isPast() && (command.isOffered?.() ?? true),
      };

/** Everything that can be done, once: keys, palette, `?` sheet and the native menu read it. */
export const COMMANDS: readonly Command[] = [
  ...MOVE_COMMANDS,
  ...TICKET_COMMANDS,
  ...VIEW_COMMANDS,
  ...CUSTOMER_COMMANDS,
  ...COACHING_COMMANDS,
  ...SESSION_COMMANDS,
  ...HANDOVER_COMMANDS,
  ...REPORT_COMMANDS,
  ...WALL_COMMANDS,
  ...GENERAL_COMMANDS,
].map(onlyInPresent);

const byId: ReadonlyMap<string, Command> = new Map(COMMANDS.map((command) => [command.id, command]));

export const commandOf = (id: string): Command | null => byId.get(id) ?? null;

const NONE: ChosenKeys = {};
const chosenKeys = (): ChosenKeys => queryClient.getQueryData(appStateQuery.queryKey)?.preferences.keys ?? NONE;

let indexed: { readonly chosen: ChosenKeys; readonly index: ReturnType<typeof indexKeys<Command>> } | null = null;

const keyIndex = (): ReturnType<typeof indexKeys<Command>> => {
  const chosen = chosenKeys();
  if (indexed?.chosen !== chosen) indexed = { chosen, index: indexKeys(COMMANDS, chosen) };
  return indexed.index;
};

const isOfPlace = ({ place }: Command): boolean => place === 'everywhere' || useDeskStore.getState().place === place;

export const canRun = (command: Command): boolean => isOfPlace(command) && (command.isEnabled?.() ?? true);

/** The command that a key runs at this moment. */
export const commandOfKey = (key: KeyName): Command | null => keyIndex().get(key)?.find(canRun) ?? null;

/** Runs a command by id, as the native menu does; nothing where it cannot run now. */
export const runCommand = (id: string): void => {
  const command = commandOf(id);
  if (command !== null && canRun(command)) command.run();
};
