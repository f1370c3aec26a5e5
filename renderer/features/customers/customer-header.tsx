import { IconEraser, IconGitMerge, IconMessageQuestion, IconPencil, IconSwitchVertical } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { openAsk } from '../coaching/open-ask.ts';
import { openCustomer, openCustomerDialog } from './customer-dialog-store.ts';
import { CustomerMarks } from './directory-row.tsx';
import { EntitlementLine } from './entitlement-line.tsx';

/** Who a customer is, what it is entitled to, and what can be done with it. */
export const CustomerHeader = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const { state, instants } = useApp();
  const { role } = state.me;
  const erasure = page.erasures.findLast(({ scope }) => scope === 'customer') ?? page.erasures.at(-1);
  const { row, tookIn, mergedIntoId } = page;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <header className="customer-head">
      <div className="customer-title">
        <h2 id="customer-name">
          <bdi>{row.name}</bdi>
        </h2>
        <TierBadge tier={row.tier} />
        <span className="grow" />
        {mergedIntoId === null ? (
          <div className="customer-actions">
            <button
              type="button"
              className="action"
              onClick={() => openAsk({ customerId: row.id })}
              data-testid="customer-ask-coaching"
            >
              <IconMessageQuestion size={14} stroke={2} aria-hidden="true" /> {word('session.askShort')}
              <CommandKey id="askCoaching" />
            </button>
            {role === 'expert' ? null : (
              <button
                type="button"
                className="action"
                onClick={() => openCustomerDialog({ kind: 'tier' })}
                data-testid="change-tier"
              >
                <IconSwitchVertical size={14} stroke={2} aria-hidden="true" /> {word('customers.changeTier')}
                <CommandKey id="changeTier" />
              </button>
            )}
            <button
              type="button"
              className="action"
              onClick={() => openCustomerDialog({ kind: 'edit' })}
              data-testid="edit-customer"
            >
              <IconPencil size={14} stroke={2} aria-hidden="true" /> {word('customers.edit')}
              <CommandKey id="editCustomer" />
            </button>
            {role === 'lead' ? (
              <button
                type="button"
                className="action"
                onClick={() => openCustomerDialog({ kind: 'merge' })}
                data-testid="merge-customer"
              >
                <IconGitMerge size={14} stroke={2} aria-hidden="true" /> {word('customers.merge')}
                <CommandKey id="mergeCustomer" />
              </button>
            ) : null}
          </div>
        ) : null}
      </div>
      <p className="customer-entitled">
        <EntitlementLine entitlement={row.entitlement} tier={row.tier} />
        <CustomerMarks row={row} />
      </p>
      {tookIn.length === 0 ? null : (
        <p className="quiet" data-testid="took-in">
          {intl.formatMessage({ id: 'customers.includes' }, { names: intl.formatList(tookIn) })}
        </p>
      )}
      {erasure === undefined ? null : (
        <p className="customer-erased" role="status" data-testid="customer-erased">
          <IconEraser size={14} stroke={2} aria-hidden="true" />
          {intl.formatMessage(
            { id: erasure.scope === 'customer' ? 'privacy.erasedOn' : 'privacy.erasedPersonOn' },
            { at: instants.full(erasure.atMs), by: erasure.by },
          )}
        </p>
      )}
      {mergedIntoId === null ? null : (
        <p role="status">
          {word('customers.isPart')}{' '}
          <button type="button" className="link" onClick={() => openCustomer(mergedIntoId)}>
            {word('customers.showWhole')}
          </button>
        </p>
      )}
    </header>
  );
};
