import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { useIntl } from 'react-intl';
import { customerQuery } from '../../ipc/customer-queries.ts';
import { useCustomerStore } from '../../state/customer-store.ts';
import { CoachingPath } from '../coaching/coaching-path.tsx';
import { CustomerHours } from '../expertise/customer-hours.tsx';
import { arriveAtCustomer, useCustomerDialog } from './customer-dialog-store.ts';
import { CustomerDialogs } from './customer-dialogs.tsx';
import { CustomerHeader } from './customer-header.tsx';
import { CustomerTabs, TAB_PANEL_ID, tabId } from './customer-tabs.tsx';
import { CustomerTickets } from './customer-tickets.tsx';
import { focusPage, PAGE_ID } from './focus.ts';
import { Overview } from './overview.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';

/** A customer: who it is, what it is entitled to, its contacts, tiers, hours and tickets. */
export const CustomerPage = ({ id }: { readonly id: number }) => {
  const intl = useIntl();
  const { data: page, error, refetch } = useQuery({ ...customerQuery(id), placeholderData: keepPreviousData });
  const tab = useCustomerStore((state) => state.tab);
  const awaitedId = useCustomerDialog((state) => state.awaitedId);
  const hasArrived = awaitedId !== null && (page?.row.id === awaitedId || error !== null);
  useLayoutEffect(() => {
    if (hasArrived && focusPage()) arriveAtCustomer();
  }, [hasArrived]);
  if (error !== null) {
    return (
      <section className="customer-page" id={PAGE_ID} tabIndex={-1}>
        <FailureScreen title={intl.formatMessage({ id: 'customers.pageFailed' })} error={error} retry={refetch} />
      </section>
    );
  }
  if (page === undefined) {
    return (
      <div className="customer-page">
        <p className="customer-loading quiet">{intl.formatMessage({ id: 'loading' })}</p>
      </div>
    );
  }
  const { row } = page;
  return (
    <section
      className="customer-page"
      id={PAGE_ID}
      tabIndex={-1}
      aria-labelledby="customer-name"
      aria-busy={row.id !== id}
      data-customer={row.id}
      data-testid="customer-page"
    >
      <CustomerHeader page={page} />
      <CustomerTabs openTickets={row.openTickets} />
      <div
        className="customer-panel"
        id={TAB_PANEL_ID}
        role="tabpanel"
        aria-labelledby={tabId(tab)}
        data-testid={`customer-panel-${tab}`}
        key={row.id}
      >
        {tab === 'overview' ? (
          <Overview page={page} />
        ) : tab === 'hours' ? (
          <CustomerHours customerId={row.id} />
        ) : tab === 'tickets' ? (
          <CustomerTickets row={row} />
        ) : (
          <CoachingPath customerId={row.id} />
        )}
      </div>
      {row.id === id ? <CustomerDialogs key={row.id} page={page} /> : null}
    </section>
  );
};
