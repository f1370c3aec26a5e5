import { showSession } from '../../state/coaching-store.ts';
import { goToPlace } from '../shell/go-to-place.ts';

/** Shows a session at its place in the calendar. */
export const goToSession = (id: string): void => {
  showSession(id);
  goToPlace('coaching');
};
