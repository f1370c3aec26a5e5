import type { WallTarget } from '../../../shared/ipc/wall-calls.ts';
import { closeOverlay, goTo, openOverlay } from '../../state/desk-store.ts';
import { backToNow } from '../../state/replay-store.ts';
import { adoptView, setFilter } from '../../state/ui-store.ts';
import { goToSession } from '../coaching/go-to-session.ts';
import { openCustomer } from '../customers/customer-dialog-store.ts';
import { focusQueueSoon } from '../queue/focus.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { goToPlace } from '../shell/go-to-place.ts';

/** Shows in the console what was chosen on the wall. The wall is of the present, whatever the console looks at. */
export const showTarget = (target: WallTarget): void => {
  closeOverlay();
  backToNow();
  switch (target.kind) {
    case 'tickets':
      goTo('queue');
      setFilter(target.filter);
      adoptView(null);
      focusQueueSoon();
      return;
    case 'ticket':
      openTicket(target.id);
      focusQueueSoon();
      return;
    case 'leads':
      openOverlay('escalations');
      return;
    case 'customer':
      openCustomer(target.id, 'hours');
      return;
    case 'session':
      goToSession(target.id);
      return;
    case 'place':
      goToPlace(target.place);
  }
};
