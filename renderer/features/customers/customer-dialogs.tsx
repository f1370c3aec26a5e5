import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { CallOffDialog } from './call-off-dialog.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { useCustomerDialog } from './customer-dialog-store.ts';
import { CustomerForm } from './customer-form.tsx';
import { DateTierDialog } from './date-tier-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { TierDialog } from './tier-dialog.tsx';

/** What is filled in about the customer that is shown. */
export const CustomerDialogs = ({ page }: { readonly page: CustomerPage }) => {
  const dialog = useCustomerDialog((state) => state.dialog);
  switch (dialog?.kind) {
    case 'edit':
      return <CustomerForm page={page} />;
    case 'tier':
      return <TierDialog page={page} />;
    case 'date':
      return <DateTierDialog page={page} />;
    case 'merge':
      return <MergeDialog page={page} />;
    case 'contact':
      return <ContactDialog page={page} contactId={dialog.contactId} />;
    case 'erase':
      return <EraseDialog page={page} contactId={dialog.contactId} />;
    case 'callOff':
      return <CallOffDialog page={page} changeId={dialog.changeId} />;
    case 'new':
    case undefined:
      return null;
  }
};
