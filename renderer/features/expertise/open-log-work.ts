import { startWork, useCustomerStore, type WorkStart } from '../../state/customer-store.ts';
import { openOverlay, useDeskStore } from '../../state/desk-store.ts';
import { useUiStore } from '../../state/ui-store.ts';

/** What somebody looks at: the selected ticket of the list, the chosen customer elsewhere. */
const lookedAt = (): Partial<WorkStart> => {
  const { place } = useDeskStore.getState();
  if (place === 'queue') return { ticketId: useUiStore.getState().selectedId };
  return place === 'customers' || place === 'expertise' ? { customerId: useCustomerStore.getState().customerId } : {};
};

/** Opens the form that logs work, with what is given, or else what is looked at. */
export const openLogWork = (start: Partial<WorkStart>): void => {
  startWork(Object.keys(start).length === 0 ? lookedAt() : start);
  openOverlay('logWork');
};
