import { findPosition } from '../../ipc/queries.ts';
import { goTo, useDeskStore } from '../../state/desk-store.ts';
import { pastMs } from '../../state/replay-store.ts';
import { openDetail, select, useUiStore } from '../../state/ui-store.ts';
import { showAt } from './selection.ts';

/** Opens a ticket by id, listed or not; where the list has it, it is selected and brought in sight there. */
export const openTicket = (id: number): void => {
  if (useDeskStore.getState().place !== 'queue') goTo('queue');
  const { selectedId, filter, sort } = useUiStore.getState();
  if (selectedId !== id) select(id, -1);
  openDetail();
  findPosition({ filter, sort, id, asOfMs: pastMs() }).then(
    (position) => {
      const ui = useUiStore.getState();
      if (position === null || ui.selectedId !== id || ui.filter !== filter || ui.sort !== sort) return;
      select(id, position);
      showAt(position);
    },
    // The ticket is open; the list itself tells a failing core.
    () => undefined,
  );
};
