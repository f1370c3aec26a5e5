import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { customersQuery } from '../../ipc/customer-queries.ts';
import { FormField } from '../../ui/form-field.tsx';
import { chooseCustomer } from './open-statement.ts';

/** Whose statement it is. */
export const CustomerChoice = ({ customerId }: { readonly customerId: number | null }) => {
  const intl = useIntl();
  const { data } = useQuery({ ...customersQuery('', null), placeholderData: keepPreviousData });
  const rows = (data?.rows ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <FormField label={intl.formatMessage({ id: 'statement.customer' })}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          data-autofocus={customerId === null || undefined}
          value={customerId ?? ''}
          onChange={({ currentTarget: { value } }) => chooseCustomer(Number(value))}
          data-testid="statement-customer"
        >
          {customerId === null ? (
            <option value="">{intl.formatMessage({ id: 'statement.chooseCustomer' })}</option>
          ) : null}
          {rows.map(({ id, name }) => (
            <option value={id} key={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
};
