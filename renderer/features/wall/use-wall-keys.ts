import { useEffect } from 'react';
import { keyNameOf } from '../../commands/key.ts';
import { keysOf } from '../../commands/keymap.ts';
import { WALL_COMMANDS } from '../../commands/wall-commands.ts';
import { call } from '../../ipc/client.ts';
import { knownKeys } from '../../ipc/known-facts.ts';

/** Null: the other way. */
export const fillScreen = (isFull: boolean | null): void =>
  void call('wall:fill-screen', { isFull }).catch(() => undefined);

/** Text, choices and buttons have keys of their own. */
const OWN_KEYS = 'input, select';
const PRESSES = new Set(['Enter', 'Space']);

const onKeyDown = (event: KeyboardEvent): void => {
  const { target } = event;
  const key = keyNameOf(event);
  if (event.defaultPrevented || key === null || !(target instanceof Element)) return;
  if (key === 'F11') {
    event.preventDefault();
    fillScreen(null);
    return;
  }
  if (target.closest(OWN_KEYS) !== null || (PRESSES.has(key) && target.closest('button') !== null)) return;
  const chosen = knownKeys();
  const command = WALL_COMMANDS.find(
    (one) => one.place === 'wall' && keysOf(one, chosen).includes(key) && (one.isEnabled?.() ?? true),
  );
  if (command !== undefined) {
    event.preventDefault();
    if (!event.repeat || command.isMove === true) command.run();
  } else if (key === 'Escape') fillScreen(false);
};

/** The keys of the wall's own window: those of the wall, and what fills the screen. */
export const useWallKeys = (): void =>
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
