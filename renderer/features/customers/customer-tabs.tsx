import { useIntl } from 'react-intl';
import { CUSTOMER_TABS, showTab, useCustomerStore, type CustomerTab } from '../../state/customer-store.ts';
import { TabList } from '../../ui/tab-list.tsx';

export const TAB_PANEL_ID = 'customer-panel';
export const tabId = (tab: CustomerTab): string => `customer-tab-${tab}`;

/** The parts of a customer's page. */
export const CustomerTabs = ({ openTickets }: { readonly openTickets: number }) => {
  const intl = useIntl();
  const shown = useCustomerStore((state) => state.tab);
  return (
    <TabList
      {...{ tabs: CUSTOMER_TABS, shown, onShow: showTab, tabId, panelId: TAB_PANEL_ID, className: 'customer-tabs' }}
      label={intl.formatMessage({ id: 'customers.tabs' })}
    >
      {(tab) => (
        <>
          {intl.formatMessage({ id: `customers.tab.${tab}` })}
          {tab === 'tickets' ? <span className="count">{openTickets}</span> : null}
        </>
      )}
    </TabList>
  );
};
