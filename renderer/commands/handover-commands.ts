import {
  acceptChosen,
  acceptFocusedSection,
  beginEdit,
  beginNote,
  beginSigning,
  checkAllItems,
  printHandover,
  removeNote,
  toggleChecked,
} from '../features/handover/acts.ts';
import { beginHandoverHere } from '../features/handover/begin.ts';
import { focusedItem, isInDocument, stepItem, stepSection } from '../features/handover/focus.ts';
import { putCursor, useHandoverStore } from '../state/handover-store.ts';
import type { Command } from './command.ts';

const cursor = (): string | null => useHandoverStore.getState().cursor;
const chosen = (): string | null => focusedItem() ?? cursor();

const inPlace = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{ id: `handover.${id}`, keys, run, group: 'handover', place: 'handover' },
});

const move = (id: string, keys: readonly string[], step: () => string | null): Command => ({
  ...inPlace(id, keys, () => {
    const at = step();
    if (at !== null) putCursor(at);
  }),
  ...{ isEnabled: isInDocument, isMove: true },
});

const check = (id: string | null): void => {
  if (id !== null && !useHandoverStore.getState().checked.has(id)) toggleChecked(id);
};

/** Checks the item and the next: held down, it checks a stretch. */
const extend = (step: 1 | -1): string | null => {
  check(chosen());
  const at = stepItem(cursor(), step);
  check(at);
  return at;
};

/** What is done with a handover, and moving through it. */
export const HANDOVER_COMMANDS: readonly Command[] = [
  move('next', ['ArrowDown', 'j'], () => stepItem(cursor(), 1)),
  move('previous', ['ArrowUp', 'k'], () => stepItem(cursor(), -1)),
  move('nextSection', ['PageDown'], () => stepSection(cursor(), 1)),
  move('previousSection', ['PageUp'], () => stepSection(cursor(), -1)),
  move('first', ['Home'], () => stepItem(cursor(), -Infinity)),
  move('last', ['End'], () => stepItem(cursor(), Infinity)),
  inPlace('begin', ['b'], beginHandoverHere),
  inPlace('edit', ['e'], () => beginEdit(chosen())),
  inPlace('note', ['m'], beginNote),
  inPlace('removeNote', ['Delete', 'Shift+X'], () => void removeNote(chosen())),
  inPlace('check', ['x'], () => toggleChecked(chosen())),
  move('extendDown', ['Shift+ArrowDown', 'Shift+J'], () => extend(1)),
  move('extendUp', ['Shift+ArrowUp', 'Shift+K'], () => extend(-1)),
  inPlace('checkAll', ['Mod+A'], checkAllItems),
  inPlace('accept', ['a'], acceptChosen),
  inPlace('acceptSection', ['Shift+S'], acceptFocusedSection),
  inPlace('sign', ['s'], beginSigning),
  inPlace('print', ['p'], printHandover),
];
