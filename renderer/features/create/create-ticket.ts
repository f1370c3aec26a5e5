import type { NewTicket } from '../../../shared/ipc/desk-schemas.ts';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { call } from '../../ipc/client.ts';
import { forgetDraft } from '../../ipc/kept-draft.ts';
import { findPosition } from '../../ipc/queries.ts';
import { closeOverlay, goTo } from '../../state/desk-store.ts';
import { openDetail, select, useUiStore } from '../../state/ui-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { showRowAt } from '../queue/selection.ts';

export const CREATE_DRAFT = 'create';

const showCreated = async ({ id }: QueueRow): Promise<void> => {
  goTo('queue');
  select(id, useUiStore.getState().selectedIndex);
  openDetail();
  // The dialog gives the focus up as it goes.
  requestAnimationFrame(focusQueue);
  const { filter, sort } = useUiStore.getState();
  const position = await findPosition({ filter, sort, id });
  if (position === null || useUiStore.getState().selectedId !== id) return;
  select(id, position);
  showRowAt(position);
};

/** Opens a ticket; resolves once it is on disk. It is then the selected one, and its page is open. */
export const createTicket = async (
  order: NewTicket,
): Promise<{ readonly row: QueueRow; readonly commandId: string }> => {
  const created = await call('ticket:create', order);
  void forgetDraft(CREATE_DRAFT);
  closeOverlay();
  // Where it stands in the list is a nicety: the ticket is made and open.
  showCreated(created.row).catch(() => undefined);
  return created;
};
