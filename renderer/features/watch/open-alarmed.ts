import { closeOverlay } from '../../state/desk-store.ts';
import { backToNow } from '../../state/replay-store.ts';
import { openTicket } from '../queue/open-ticket.ts';

/** Opens the ticket that an alarm is about, as it is now: what calls is of the present, whatever the window looks at. */
export const openAlarmed = (ticketId: number): void => {
  closeOverlay();
  backToNow();
  openTicket(ticketId);
};
