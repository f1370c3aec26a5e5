import { create } from 'zustand';
import { useCustomerStore } from '../../state/customer-store.ts';
import { openOverlay, useDeskStore } from '../../state/desk-store.ts';

/** The customer whose statement is open; that it is open, the desk knows. */
export const useStatementStore = create<{ readonly customerId: number | null }>()(() => ({ customerId: null }));

/** Opens the statement of a customer's expertise hours over the window. */
export const openStatement = (customerId: number): void => {
  useStatementStore.setState({ customerId });
  openOverlay('statement');
};

/** The customer whose page is shown; null elsewhere. */
export const shownCustomerId = (): number | null =>
  useDeskStore.getState().place === 'customers' ? useCustomerStore.getState().customerId : null;

export const openShownStatement = (): void => {
  const customerId = shownCustomerId();
  if (customerId !== null) openStatement(customerId);
};
