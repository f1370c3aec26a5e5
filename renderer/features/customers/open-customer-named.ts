import { call } from '../../ipc/client.ts';
import { searchCustomers } from '../../state/customer-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { goToPlace } from '../shell/go-to-place.ts';
import { openCustomer } from './customer-dialog-store.ts';

/** Opens the page of the customer of this name, as a ticket bears it; the list of those that come near where none bears it. */
export const openCustomerNamed = async (name: string): Promise<void> => {
  try {
    const { rows } = await call('customer:list', { text: name, tier: null });
    const found = rows.find((row) => row.name === name);
    if (found !== undefined) {
      openCustomer(found.id);
      return;
    }
    searchCustomers(name);
    goToPlace('customers');
  } catch (error) {
    reportFailure(error);
  }
};
