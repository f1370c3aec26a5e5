import { useIntl } from 'react-intl';

/** The directory of customers, and the page of the one that is chosen. */
export const CustomersScreen = () => {
  const intl = useIntl();
  return <main className="customers">{intl.formatMessage({ id: 'customers.title' })}</main>;
};
