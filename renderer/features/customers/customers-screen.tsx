import { useIntl } from 'react-intl';
import { useCustomerStore } from '../../state/customer-store.ts';
import { LazyCustomerPictures } from '../pictures/lazy-pictures.tsx';
import { StatementButton } from '../statement/statement-button.tsx';

/** The directory of customers, and the page of the one that is chosen. */
export const CustomersScreen = () => {
  const intl = useIntl();
  const customerId = useCustomerStore((customers) => customers.customerId);
  return (
    <main className="customers">
      {intl.formatMessage({ id: 'customers.title' })}
      {customerId === null ? null : <StatementButton customerId={customerId} />}
      {customerId === null ? null : <LazyCustomerPictures customerId={customerId} />}
    </main>
  );
};
