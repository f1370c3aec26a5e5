import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CONTACT_ROLES, type ContactRole } from '../../../shared/customer/contact-role.ts';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { isMailAddress } from '../../../shared/ticket/mail-address.ts';
import { call } from '../../ipc/client.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { useAction } from './use-action.ts';

type Props = {
  readonly page: CustomerPage;
  /** Null for a new one. */
  readonly contactId: string | null;
};

/** Somebody on the customer's side; the contract referent may ask for another tier. */
export const ContactDialog = ({ page, contactId }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const { run, ...action } = useAction();
  const known = page.contacts.find((contact) => contact.contactId === contactId);
  const [name, setName] = useState(known?.name ?? '');
  const [role, setRole] = useState<ContactRole>(known?.role ?? (page.contacts.length === 0 ? 'referent' : 'technical'));
  const [email, setEmail] = useState(known?.email ?? '');
  const [phone, setPhone] = useState(known?.phone ?? '');
  const [language, setLanguage] = useState(known?.language ?? page.row.language);
  const [isChecked, setIsChecked] = useState(false);
  const isMailWrong = email.trim() !== '' && !isMailAddress(email.trim());
  const submit = (): void => {
    setIsChecked(true);
    if (name.trim() === '' || isMailWrong) return;
    const facts = { name: name.trim(), role, email: email.trim() || null, phone: phone.trim() || null, language };
    void run(
      () => call('customer:save-contact', { id: page.row.id, contact: { contactId, ...facts } }),
      () => intl.formatMessage({ id: 'customers.contactSaved' }, { name: facts.name }),
    );
  };
  return (
    <DialogFrame
      title={word(known === undefined ? 'customers.contactNew' : 'customers.contactEdit')}
      submit={word(known === undefined ? 'customers.add' : 'customers.save')}
      onSubmit={submit}
      action={action}
      testId="contact-form"
    >
      <FormField
        label={word('customers.contactName')}
        problem={isChecked && name.trim() === '' ? word('customers.nameMissing') : null}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            value={name}
            maxLength={400}
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget: { value } }) => setName(value)}
            data-autofocus
            data-testid="contact-name"
          />
        )}
      </FormField>
      <ChoiceRow
        label={word('customers.role')}
        value={role}
        choices={CONTACT_ROLES.map((value) => ({ value, label: word(`customers.role.${value}`) }))}
        onChange={setRole}
        testId="contact-role"
      />
      <div className="customer-pair">
        <FormField
          label={word('customers.mail')}
          problem={isChecked && isMailWrong ? word('create.wrong.contact') : null}
        >
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="email"
              value={email}
              maxLength={400}
              autoComplete="off"
              onChange={({ currentTarget: { value } }) => setEmail(value)}
              data-testid="contact-mail"
            />
          )}
        </FormField>
        <FormField label={word('customers.phone')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="tel"
              value={phone}
              maxLength={400}
              autoComplete="off"
              onChange={({ currentTarget: { value } }) => setPhone(value)}
              data-testid="contact-phone"
            />
          )}
        </FormField>
      </div>
      <LanguageChoice value={language} onChange={setLanguage} />
    </DialogFrame>
  );
};
