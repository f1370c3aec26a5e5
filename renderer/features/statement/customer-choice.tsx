import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { customerQuery, customersQuery } from '../../ipc/customer-queries.ts';
import { FormField } from '../../ui/form-field.tsx';
import { chooseCustomer } from './open-statement.ts';

/** Whose statement it is. */
export const CustomerChoice = ({ customerId }: { readonly customerId: number | null }) => {
  const intl = useIntl();
  const { data } = useQuery({ ...customersQuery('', null), placeholderData: keepPreviousData });
  const { data: chosen } = useQuery({ ...customerQuery(customerId ?? 0), enabled: customerId !== null });
  const listed = data?.rows ?? [];
  // Of very many customers the list has the first; the one that is shown is always among them.
  const isMissing = chosen !== undefined && listed.every(({ id }) => id !== chosen.row.id);
  const rows = [...listed, ...(isMissing ? [chosen.row] : [])].toSorted((a, b) => a.name.localeCompare(b.name));
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
