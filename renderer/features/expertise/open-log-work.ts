import { startWork, type WorkStart } from '../../state/customer-store.ts';
import { openOverlay } from '../../state/desk-store.ts';

/** Opens the form that logs work, with what is known already. */
export const openLogWork = (start: Partial<WorkStart>): void => {
  startWork(start);
  openOverlay('logWork');
};
