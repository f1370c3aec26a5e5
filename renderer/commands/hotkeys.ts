import { useEffect } from 'react';
import { listen } from '../ipc/client.ts';
import { useCoachingStore } from '../state/coaching-store.ts';
import { useBulkStore } from '../state/bulk-store.ts';
import { useDeskStore } from '../state/desk-store.ts';
import { keyNameOf } from './key.ts';
import { commandOfKey, runCommand } from './registry.ts';

/** Places that have keys of their own: text, choices, and whatever lies over the window. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [data-own-keys]';

/** Keys that press what has the focus. */
const PRESSES = new Set(['Enter', 'Space']);

/** Something lies over the window, or is on its way. */
const isOverlaid = (): boolean =>
  useDeskStore.getState().overlay !== null ||
  useBulkStore.getState().order !== null ||
  useCoachingStore.getState().dialog !== null ||
  document.querySelector('[role="dialog"]') !== null;

const onKeyDown = (event: KeyboardEvent): void => {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || !(target instanceof Element) || isOverlaid()) return;
  const key = keyNameOf(event);
  if (key === null || (PRESSES.has(key) && target.closest('button, a, summary'))) return;
  const isInOwn = target.closest(OWN_KEYS) !== null;
  const command = commandOfKey(key);
  if (command === null || (isInOwn && command.worksInText !== true)) return;
  event.preventDefault();
  // A key held down moves on; it does nothing twice.
  if (!event.repeat || command.isMove === true) command.run();
};

/** Lets keys and the native menu run the commands of the registry. */
export const useHotkeys = (): void => {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    const stop = listen('menu:command-chosen', ({ command }) => {
      if (!isOverlaid()) runCommand(command);
    });
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
};
