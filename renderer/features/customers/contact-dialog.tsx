import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CONTACT_ROLES, type ContactRole } from '../../../shared/customer/contact-role.ts';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { isMailAddress } from '../../../shared/ticket/mail-address.ts';
import { call } from '../../ipc/client.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
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
  const form = `contact/${page.row.id}/${contactId ?? 'new'}`;
  const { run, ...action } = useAction(form);
  const known = page.contacts.find((contact) => contact.contactId === contactId);
  const [name, setName] = useLeft(form, 'name', known?.name ?? '');
  const [role, setRole] = useLeft<ContactRole>(
    form,
    'role',
    known?.role ?? (page.contacts.length === 0 ? 'referent' : 'technical'),
  );
  const [email, setEmail] = useLeft(form, 'email', known?.email ?? '');
  const [phone, setPhone] = useLeft(form, 'phone', known?.phone ?? '');
  const [language, setLanguage] = useLeft(form, 'language', known?.language ?? page.row.language);
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
      <LineField
        label={word('customers.contactName')}
        value={name}
        onChange={setName}
        problem={isChecked && name.trim() === '' ? word('customers.nameMissing') : null}
        isFirst
        testId="contact-name"
      />
      <ChoiceRow
        label={word('customers.role')}
        value={role}
        choices={CONTACT_ROLES.map((value) => ({ value, label: word(`customers.role.${value}`) }))}
        onChange={setRole}
        testId="contact-role"
      />
      <div className="customer-pair">
        <LineField
          label={word('customers.mail')}
          value={email}
          onChange={setEmail}
          problem={isChecked && isMailWrong ? word('create.wrong.contact') : null}
          type="email"
          testId="contact-mail"
        />
        <LineField
          label={word('customers.phone')}
          value={phone}
          onChange={setPhone}
          type="tel"
          testId="contact-phone"
        />
      </div>
      <LanguageChoice value={language} onChange={setLanguage} />
    </DialogFrame>
  );
};
