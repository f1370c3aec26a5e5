import { call } from '../../ipc/client.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { openCustomerImport, useCustomerImportStore } from './customer-import-store.ts';

/** Asks for lists of customers; choosing none changes nothing. */
export const chooseCustomerFile = (): void => {
  if (useCustomerImportStore.getState().selection !== null) return;
  call('customer:choose-file', {}).then((selection) => {
    if (selection !== null) openCustomerImport(selection);
  }, reportFailure);
};
