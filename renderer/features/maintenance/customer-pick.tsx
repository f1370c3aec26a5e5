import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { call } from '../../ipc/client.ts';
import { FormField } from '../../ui/form-field.tsx';
import { SearchField, type Found } from '../../ui/search-field.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';

export type PickedCustomer = { readonly id: number; readonly name: string };

type Props = {
  readonly label: string;
  readonly picked: PickedCustomer | null;
  /** `isOpen`: something is typed, and nobody chosen yet. */
  readonly onPick: (picked: PickedCustomer | null, isOpen: boolean) => void;
  readonly problem?: string | null;
  /** Names the field for tests and keys. */
  readonly name: string;
};

const find = async (text: string): Promise<Found<PickedCustomer>[]> =>
  (await call('customer:find', { text })).map(({ id, name, tier }) => ({
    key: String(id),
    value: { id, name },
    shown: (
      <>
        <bdi>{name}</bdi>
        <span className="customer-facts">
          <TierBadge tier={tier} />
        </span>
      </>
    ),
  }));

/** One customer, found as it is typed; nothing typed is all of them. */
export const CustomerPick = ({ label, picked, onPick, problem = null, name }: Props) => {
  const intl = useIntl();
  const [text, setText] = useState(picked?.name ?? '');
  const clear = (): void => {
    setText('');
    onPick(null, false);
  };
  return (
    <FormField label={label} problem={problem} className="customer-pick">
      {(ids) => (
        <span className="customer-pick-box">
          <SearchField
            {...{ ids, name, text, search: find }}
            isChosen={picked !== null}
            listLabel={label}
            placeholder={intl.formatMessage({ id: 'maintenance.allCustomers' })}
            none={intl.formatMessage({ id: 'maintenance.noCustomer' })}
            onType={(typed) => {
              setText(typed);
              onPick(null, typed.trim() !== '');
            }}
            onChoose={(customer) => {
              setText(customer.name);
              onPick(customer, false);
            }}
          />
          {text === '' ? null : (
            <button
              type="button"
              className="icon-button"
              title={intl.formatMessage({ id: 'maintenance.allCustomers' })}
              onClick={clear}
              data-testid={`${name}-clear`}
            >
              <IconX size={14} stroke={2} aria-hidden="true" />
              <span className="sr-only">{intl.formatMessage({ id: 'maintenance.allCustomers' })}</span>
            </button>
          )}
        </span>
      )}
    </FormField>
  );
};
