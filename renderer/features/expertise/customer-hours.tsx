import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { monthName } from '../../../shared/expertise/month.ts';
import { errorText } from '../../i18n/error-text.ts';
import { ledgerQuery } from '../../ipc/customer-queries.ts';
import { EntitlementLine } from '../customers/entitlement-line.tsx';
import { customerQuery } from '../../ipc/customer-queries.ts';

/** The months of a customer's ledger, and what is left. */
export const CustomerHours = ({ customerId }: { readonly customerId: number }) => {
  const intl = useIntl();
  const { data, error } = useQuery(ledgerQuery(customerId));
  const { data: page } = useQuery(customerQuery(customerId));
  if (error !== null) return <p role="alert">{errorText(intl, error)}</p>;
  if (data === undefined || page === undefined) return null;
  const hours = (minutes: number): string => durationText(minutes * 60, (value) => intl.formatNumber(value));
  return (
    <section className="card customer-card" aria-label={intl.formatMessage({ id: 'customers.tab.hours' })}>
      <EntitlementLine entitlement={data.entitlement} tier={page.row.tier} />
      <ul>
        {data.months.map(({ month, grantedMin, chargedMin }) => (
          <li key={month}>
            {monthName(month)} {hours(chargedMin)} / {hours(grantedMin)}
          </li>
        ))}
      </ul>
    </section>
  );
};
