import { checkAll, clearChecked, extendChecked, hasChecked, toggleSelected } from '../features/desk/check.ts';
import { focusQueue } from '../features/queue/focus.ts';
import { hasRows, movePage, moveSelection, moveToEnd, moveToStart } from '../features/queue/selection.ts';
import { backToReport, isFromReport } from '../features/reports/back-to-report.ts';
import { leavePast } from '../features/replay/look-at.ts';
import { isReplaying } from '../state/replay-store.ts';
import { closeForm, useDeskStore } from '../state/desk-store.ts';
import { isNarrowed } from '../state/queue-filters.ts';
import { clearFilters, closeDetail, openDetail, useUiStore } from '../state/ui-store.ts';
import type { Command } from './command.ts';

const ui = () => useUiStore.getState();
const isFormOpen = (): boolean => useDeskStore.getState().form !== null;

/** Leaves what was entered last: the form, the checks, the ticket, the past, the filters. A ticket that a report opened leads back to it. */
const goBack = (): void => {
  if (!isFormOpen() && !hasChecked() && isFromReport()) {
    backToReport();
    return;
  }
  if (isFormOpen()) closeForm();
  else if (hasChecked()) clearChecked();
  else if (ui().isDetailOpen) closeDetail();
  else if (isReplaying()) leavePast();
  else clearFilters();
  focusQueue();
};

const canGoBack = (): boolean =>
  isFormOpen() || hasChecked() || ui().isDetailOpen || isReplaying() || isNarrowed(ui().filter);

const move = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{ id, keys, run, group: 'move', place: 'queue', isMove: true },
});

const check = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{
    id,
    keys,
    run,
    group: 'check',
    place: 'queue',
    isEnabled: hasRows,
    isMove: id.startsWith('extend'),
    isChange: true,
  },
});

/** Moving through the list, and checking tickets of it. */
export const MOVE_COMMANDS: readonly Command[] = [
  move('next', ['ArrowDown', 'j'], () => moveSelection(1)),
  move('previous', ['ArrowUp', 'k'], () => moveSelection(-1)),
  move('pageDown', ['PageDown'], () => movePage(1)),
  move('pageUp', ['PageUp'], () => movePage(-1)),
  move('first', ['Home'], moveToStart),
  move('last', ['End'], moveToEnd),
  { ...move('open', ['Enter'], openDetail), isEnabled: hasRows },
  { ...move('back', ['Escape'], goBack), isEnabled: canGoBack },
  check('check', ['x'], toggleSelected),
  check('extendDown', ['Shift+ArrowDown', 'Shift+J'], () => extendChecked(1)),
  check('extendUp', ['Shift+ArrowUp', 'Shift+K'], () => extendChecked(-1)),
  check('checkAll', ['Mod+A'], checkAll),
];
