import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { CUSTOMER_TABS, showTab, useCustomerStore, type CustomerTab } from '../../state/customer-store.ts';

export const TAB_PANEL_ID = 'customer-panel';
export const tabId = (tab: CustomerTab): string => `customer-tab-${tab}`;

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The parts of a customer's page; the arrows go from one to the next. */
export const CustomerTabs = ({ openTickets }: { readonly openTickets: number }) => {
  const intl = useIntl();
  const shown = useCustomerStore((state) => state.tab);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const { length } = CUSTOMER_TABS;
    const next = CUSTOMER_TABS[(CUSTOMER_TABS.indexOf(shown) + step + length) % length];
    if (next === undefined) return;
    showTab(next);
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div
      className="customer-tabs"
      role="tablist"
      aria-label={intl.formatMessage({ id: 'customers.tabs' })}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {CUSTOMER_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          id={tabId(tab)}
          role="tab"
          className="view"
          aria-selected={tab === shown}
          aria-current={tab === shown ? 'true' : undefined}
          aria-controls={TAB_PANEL_ID}
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => showTab(tab)}
          data-testid={tabId(tab)}
        >
          {intl.formatMessage({ id: `customers.tab.${tab}` })}
          {tab === 'tickets' ? <span className="count">{openTickets}</span> : null}
        </button>
      ))}
    </div>
  );
};
