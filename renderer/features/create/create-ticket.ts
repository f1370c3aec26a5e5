import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { NewTicket } from '../../../shared/ipc/desk-schemas.ts';
import { call } from '../../ipc/client.ts';
import { forgetDraft } from '../../ipc/kept-draft.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { openTicket } from '../queue/open-ticket.ts';

export const CREATE_DRAFT = 'create';

/** Opens a ticket; resolves once it is on disk. It is then the selected one, its page is open, and keys go to the list. */
export const createTicket = async (order: NewTicket): Promise<CallOutput<'ticket:create'>> => {
  const created = await call('ticket:create', order);
  void forgetDraft(CREATE_DRAFT);
  closeOverlay();
  openTicket(created.row.id);
  // The dialog gives the focus up as it goes.
  requestAnimationFrame(focusQueue);
  return created;
};
