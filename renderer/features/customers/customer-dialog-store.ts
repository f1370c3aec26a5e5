import { create } from 'zustand';
import { showCustomer, type CustomerTab } from '../../state/customer-store.ts';
import { goToPlace } from '../shell/go-to-place.ts';

/** What is filled in over the customers; all but a new customer are about the one that is shown. */
export type CustomerDialog =
  | { readonly kind: 'new' | 'edit' | 'tier' | 'date' | 'merge' }
  | { readonly kind: 'contact'; readonly contactId: string | null }
  | { readonly kind: 'erase'; readonly contactId: string | null }
  | { readonly kind: 'callOff'; readonly changeId: string };

type State = {
  readonly dialog: CustomerDialog | null;
  /** The customer whose page takes the focus as soon as it is there. */
  readonly awaitedId: number | null;
};

export const useCustomerDialog = create<State>()(() => ({ dialog: null, awaitedId: null }));

const { setState } = useCustomerDialog;

export const openCustomerDialog = (dialog: CustomerDialog): void => setState({ dialog });
export const closeCustomerDialog = (): void => setState({ dialog: null });
/** The page took the focus. */
export const arriveAtCustomer = (): void => setState({ awaitedId: null });

/** Opens a customer's page from anywhere; the focus lands on it. */
export const openCustomer = (id: number, tab?: CustomerTab): void => {
  showCustomer(id, tab);
  setState({ awaitedId: id, dialog: null });
  goToPlace('customers');
};

/** Opens the form of a new customer from anywhere. */
export const openNewCustomer = (): void => {
  goToPlace('customers');
  openCustomerDialog({ kind: 'new' });
};
