import {
  openCustomerDialog,
  openNewCustomer,
  type CustomerDialog,
} from '../features/customers/customer-dialog-store.ts';
import { focusSearch } from '../features/customers/focus.ts';
import { appStateQuery } from '../ipc/queries.ts';
import { queryClient } from '../ipc/query-client.ts';
import { CUSTOMER_TABS, showTab, useCustomerStore } from '../state/customer-store.ts';
import type { Role } from '../../shared/access/actor.ts';
import type { Command } from './command.ts';

const isShown = (): boolean => useCustomerStore.getState().customerId !== null;
const isOneOf = (roles: readonly Role[]): boolean => {
  const role = queryClient.getQueryData(appStateQuery.queryKey)?.me.role;
  return role !== undefined && roles.includes(role);
};

const inPlace = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{ id, keys, run, group: 'customers', place: 'customers' },
});

/** About the customer whose page is shown. */
const onPage = (
  id: string,
  keys: readonly string[],
  kind: CustomerDialog['kind'] & ('edit' | 'tier' | 'merge'),
  roles: readonly Role[],
): Command => ({
  ...inPlace(id, keys, () => openCustomerDialog({ kind })),
  isEnabled: () => isShown() && isOneOf(roles),
});

/** What is done with customers, and moving among the parts of their page. */
export const CUSTOMER_COMMANDS: readonly Command[] = [
  { ...inPlace('newCustomer', ['Shift+N'], openNewCustomer), place: 'everywhere', isChange: true },
  { ...inPlace('findCustomer', ['/'], focusSearch), isMove: true },
  onPage('changeTier', ['t'], 'tier', ['agent', 'lead']),
  onPage('editCustomer', ['e'], 'edit', ['agent', 'expert', 'lead']),
  onPage('mergeCustomer', ['g'], 'merge', ['lead']),
  ...CUSTOMER_TABS.map((tab, i): Command => ({
    ...inPlace(`customerTab.${tab}`, [String(i + 1)], () => showTab(tab)),
    isEnabled: isShown,
    isMove: true,
  })),
];
