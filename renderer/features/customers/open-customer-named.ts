import { call } from '../../ipc/client.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { openCustomer } from './customer-dialog-store.ts';

/** Opens the page of the customer of this name, as a ticket bears it. */
export const openCustomerNamed = async (name: string): Promise<void> => {
  try {
    const { rows } = await call('customer:list', { text: name, tier: null });
    const found = rows.find((row) => row.name === name);
    if (found !== undefined) openCustomer(found.id);
  } catch (error) {
    reportFailure(error);
  }
};
