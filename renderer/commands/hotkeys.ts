import { useEffect } from 'react';
import { listen } from '../ipc/client.ts';
import { keyNameOf } from './key.ts';
import { commandOfKey, runCommand } from './registry.ts';

/** Places that have keys of their own: text, choices, and whatever lies over the window. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [data-own-keys]';

/** Keys that press what has the focus. */
const PRESSES = new Set(['Enter', ' ']);

const onKeyDown = (event: KeyboardEvent): void => {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || !(target instanceof Element) || target.closest(OWN_KEYS)) return;
  if (document.querySelector('[role="dialog"]') !== null) return;
  const key = keyNameOf(event);
  if (key === null || (PRESSES.has(key) && target.closest('button, a, summary'))) return;
  const command = commandOfKey(key);
  if (command === null) return;
  event.preventDefault();
  command.run();
};

/** Lets keys and the native menu run the commands of the registry. */
export const useHotkeys = (): void => {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    const stop = listen('menu:command-chosen', ({ command }) => runCommand(command));
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
};
