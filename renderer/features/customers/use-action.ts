import { useState } from 'react';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { customerQuery } from '../../ipc/customer-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell } from '../../state/notice-store.ts';
import { forgetLeft } from '../../ui/left-form.ts';
import { closeCustomerDialog } from './customer-dialog-store.ts';

export type Action = { readonly isBusy: boolean; readonly failure: unknown };

/** Shows a page that a call gave back, before it is asked again. */
export const showPage = (page: CustomerPage): void =>
  void queryClient.setQueryData(customerQuery(page.row.id).queryKey, page);

/** What a call changed is drawn: the focus goes back to what is there then. The queries tell their listeners in a task of their own. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Runs what a form is for: it closes and forgets what was typed when that is done, and tells why it was not. */
export const useAction = (form?: string) => {
  const [action, setAction] = useState<Action>({ isBusy: false, failure: null });
  return {
    ...action,
    forget: (): void => setAction({ isBusy: false, failure: null }),
    run: async (change: () => Promise<CustomerPage>, done: (page: CustomerPage) => string): Promise<void> => {
      setAction({ isBusy: true, failure: null });
      try {
        const page = await change();
        showPage(page);
        if (form !== undefined) forgetLeft(form);
        await drawn();
        closeCustomerDialog();
        tell('done', done(page));
      } catch (failure) {
        setAction({ isBusy: false, failure });
      }
    },
  };
};
