import { useLayoutEffect } from 'react';
import { closeForm } from '../../../state/desk-store.ts';

/** What was typed longer ago was meant for something else. */
const FRESH_MS = 3_000;

let typed = '';
let lastAt = -Infinity;

const onKeyDown = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  // Commands of one key must not run on what is meant for the form.
  event.stopPropagation();
  event.preventDefault();
  if (event.key === 'Escape') {
    typed = '';
    closeForm();
    return;
  }
  if (event.timeStamp - lastAt > FRESH_MS) typed = '';
  lastAt = event.timeStamp;
  if (event.key.length === 1) typed += event.key;
  else if (event.key === 'Backspace') typed = typed.slice(0, -1);
};

/** What was typed since a form was asked for; it is told once. */
export const takeTypedAhead = (): string => {
  const text = performance.now() - lastAt > FRESH_MS ? '' : typed;
  typed = '';
  return text;
};

/** Stands where a form will be: keeps what is typed until its field is there. */
export const TypedAhead = () => {
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return null;
};
