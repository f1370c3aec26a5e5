import { useLayoutEffect } from 'react';

let typed = '';
let isListening = false;

const onKeyDown = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key === 'Escape') return;
  // Commands of one key must not run on what is meant for the dialog.
  event.stopPropagation();
  event.preventDefault();
  if (event.key.length === 1) typed += event.key;
  else if (event.key === 'Backspace') typed = typed.slice(0, -1);
};

/** What was typed since; nobody listens for more. */
export const takeTypedAhead = (): string => {
  document.removeEventListener('keydown', onKeyDown, true);
  isListening = false;
  const text = typed;
  typed = '';
  return text;
};

/** Keeps what is typed from now on, until the dialog that it is meant for takes it: nobody waits for a window. */
export const listenAhead = (): void => {
  if (isListening) return;
  isListening = true;
  document.addEventListener('keydown', onKeyDown, true);
};

/** Listens while the dialog is being fetched. */
export const TypeAhead = () => {
  useLayoutEffect(listenAhead, []);
  return null;
};
