import { seekSession } from '../../state/coaching-store.ts';
import { goToPlace } from '../shell/go-to-place.ts';

/** Shows a session at its place in the calendar, from anywhere. */
export const goToSession = (id: string): void => {
  goToPlace('coaching');
  seekSession(id);
};
