import '../../styles/customers.css';
import '../../styles/customer-page.css';
import '../../styles/customer-dialogs.css';
import '../../styles/tier-history.css';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useEffect, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { CommandKey } from '../../commands/command-key.tsx';
import { useCustomerStore } from '../../state/customer-store.ts';
import { goTo } from '../../state/desk-store.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { focusQueueSoon } from '../queue/focus.ts';
import { ImportCustomersButton } from '../customer-import/import-customers-button.tsx';
import { closeCustomerDialog, openNewCustomer, useCustomerDialog } from './customer-dialog-store.ts';
import { CustomerForm } from './customer-form.tsx';
import { CustomerPage } from './customer-page.tsx';
import { Directory } from './directory.tsx';
import { focusList, focusSearch, LIST_ID, PAGE_ID } from './focus.ts';

const backToQueue = (): void => {
  goTo('queue');
  focusQueueSoon();
};

/** The page goes back to the list, what is over it to nothing: a dialog has its own Escape. */
const onKeyDown = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.closest('[role="dialog"]') !== null) return;
  event.preventDefault();
  if (event.target.closest(`#${PAGE_ID}`) === null) backToQueue();
  else if (document.getElementById(LIST_ID)?.hidden === false) focusList();
  else focusSearch();
};

/** The directory of customers, and the page of the one that is chosen. */
export const CustomersScreen = () => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const customerId = useCustomerStore((state) => state.customerId);
  const isAdding = useCustomerDialog(({ dialog }) => dialog?.kind === 'new');
  useEffect(() => closeCustomerDialog, []);
  return (
    // Escape has one meaning in all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className="customers" aria-labelledby="customers-title" onKeyDown={onKeyDown} data-testid="customers-screen">
      <header className="queue-header">
        <h1 id="customers-title">{word('customers.title')}</h1>
        <span className="grow" />
        <ImportCustomersButton />
        <button
          type="button"
          className="banner-button customers-new"
          onClick={openNewCustomer}
          data-testid="new-customer"
        >
          <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word('command.newCustomer')}
          <CommandKey id="newCustomer" />
        </button>
      </header>
      <div className="customers-place">
        <Directory onLeave={backToQueue} />
        {customerId === null ? (
          <div className="customer-page">
            <StateScreen
              icon={<IconBuilding size={26} stroke={1.5} />}
              title={word('customers.choose')}
              text={word('customers.chooseText')}
            />
          </div>
        ) : (
          <CustomerPage id={customerId} />
        )}
      </div>
      {isAdding ? <CustomerForm page={null} /> : null}
    </main>
  );
};
