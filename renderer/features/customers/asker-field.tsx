import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { FormField } from '../../ui/form-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { inAskingOrder } from './tier-order.ts';

const OTHER = '';

type Props = {
  readonly contacts: CustomerPage['contacts'];
  /** The contact who asked; null for somebody else, whose name is typed. */
  readonly contactId: string | null;
  readonly other: string;
  readonly isChecked: boolean;
  readonly onChange: (change: { readonly contactId?: string | null; readonly other?: string }) => void;
};

/** Who asked for another tier: a contact, the contract referent first, or somebody else. */
export const AskerField = ({ contacts, contactId, other, isChecked, onChange }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <>
      {contacts.length === 0 ? null : (
        <FormField label={word('customers.head.askedBy')}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={contactId ?? OTHER}
              onChange={({ currentTarget: { value } }) => onChange({ contactId: value === OTHER ? null : value })}
              data-testid="asked-by"
            >
              {inAskingOrder(contacts).map((contact) => (
                <option value={contact.contactId} key={contact.contactId}>
                  {contact.name} ({word(`customers.role.${contact.role}`)})
                </option>
              ))}
              <option value={OTHER}>{word('customers.otherAsker')}</option>
            </select>
          )}
        </FormField>
      )}
      {contactId !== null ? null : (
        <LineField
          label={word(contacts.length === 0 ? 'customers.head.askedBy' : 'customers.otherName')}
          value={other}
          onChange={(value) => onChange({ other: value })}
          problem={isChecked && other.trim() === '' ? word('customers.askerMissing') : null}
          note={contacts.length === 0 ? word('customers.referentNote') : undefined}
          testId="asked-by-other"
        />
      )}
    </>
  );
};
