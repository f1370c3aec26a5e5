import { useApp } from '../app-context.ts';
import { KeyCap } from '../ui/kbd.tsx';
import { keysOf } from './keymap.ts';
import { commandOf } from './registry.ts';

/** The first key of a command as the user has it; nothing where it has none. */
export const CommandKey = ({ id }: { readonly id: string }) => {
  const { keys: chosen } = useApp().state.preferences;
  const command = commandOf(id);
  const key = command === null ? undefined : keysOf(command, chosen)[0];
  return key === undefined ? null : <KeyCap name={key} />;
};
