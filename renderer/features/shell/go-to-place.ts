import { goTo, type Place } from '../../state/desk-store.ts';
import { isReplaying } from '../../state/replay-store.ts';
import { leavePast } from '../replay/look-at.ts';

/** Goes to a place. Only the queue has a past: every other place is of now, and leaves it. */
export const goToPlace = (place: Place): void => {
  if (place !== 'queue' && isReplaying()) leavePast();
  goTo(place);
};
