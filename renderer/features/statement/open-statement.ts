import { create } from 'zustand';
import { useCustomerStore } from '../../state/customer-store.ts';
import { openOverlay, useDeskStore } from '../../state/desk-store.ts';

/** The customer whose statement is open; that it is open, the desk knows. */
export const useStatementStore = create<{ readonly customerId: number | null }>()(() => ({ customerId: null }));

/** Opens the statement of a customer's expertise hours over the window; null asks for the customer first. */
export const openStatement = (customerId: number | null): void => {
  useStatementStore.setState({ customerId });
  openOverlay('statement');
};

/** Opens it for the customer whose page is shown; elsewhere it asks for one. */
export const openShownStatement = (): void =>
  openStatement(useDeskStore.getState().place === 'customers' ? useCustomerStore.getState().customerId : null);

export const chooseCustomer = (customerId: number): void => useStatementStore.setState({ customerId });
