import { IconEraser, IconMail, IconPencil, IconPhone, IconPlus, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Contact } from '../../../shared/customer/customer-event.ts';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { languageName } from '../ticket/forms/language-name.ts';
import { openCustomerDialog } from './customer-dialog-store.ts';
import { focusPage } from './focus.ts';
import { showPage } from './use-action.ts';

const Line = ({ contact, onRemove }: { readonly contact: Contact; readonly onRemove: () => void }) => {
  const intl = useIntl();
  const { contactId, name, role, email, phone, language } = contact;
  const write = (to: string): void =>
    void call('mail:compose', { to: [to], subject: '', body: '' }).catch(reportFailure);
  const editName = intl.formatMessage({ id: 'customers.contactEditOf' }, { name });
  const mayErase = useApp().state.me.role === 'lead';
  const eraseName = intl.formatMessage({ id: 'privacy.eraseContact' }, { name });
  const removeName = intl.formatMessage({ id: 'customers.contactRemoveOf' }, { name });
  return (
    <li className="contact" data-testid="contact" data-role={role}>
      <span className="contact-who">
        <bdi className="contact-name">{name}</bdi>
        <span className="contact-role" data-role={role}>
          {role === 'referent' ? <IconStarFilled size={11} aria-hidden="true" /> : null}
          {intl.formatMessage({ id: `customers.role.${role}` })}
        </span>
        {language === null ? null : <span className="quiet">{languageName(intl.locale, language)}</span>}
      </span>
      <span className="contact-reach">
        {email === null ? null : (
          <button type="button" className="link contact-mail" onClick={() => write(email)}>
            <IconMail size={13} stroke={2} aria-hidden="true" /> <bdi>{email}</bdi>
          </button>
        )}
        {phone === null ? null : (
          <span className="contact-phone">
            <IconPhone size={13} stroke={2} aria-hidden="true" /> <bdi>{phone}</bdi>
          </span>
        )}
      </span>
      <span className="contact-do">
        <button
          type="button"
          className="icon-button"
          title={editName}
          onClick={() => openCustomerDialog({ kind: 'contact', contactId })}
          data-testid="contact-edit"
        >
          <IconPencil size={14} stroke={1.8} aria-hidden="true" />
          <span className="sr-only">{editName}</span>
        </button>
        {mayErase ? (
          <button
            type="button"
            className="icon-button"
            title={eraseName}
            onClick={() => openCustomerDialog({ kind: 'erase', contactId })}
            data-testid="contact-erase"
          >
            <IconEraser size={14} stroke={1.8} aria-hidden="true" />
            <span className="sr-only">{eraseName}</span>
          </button>
        ) : null}
        <button
          type="button"
          className="icon-button"
          title={removeName}
          onClick={onRemove}
          data-testid="contact-remove"
        >
          <IconTrash size={14} stroke={1.8} aria-hidden="true" />
          <span className="sr-only">{removeName}</span>
        </button>
      </span>
    </li>
  );
};

/** Who can be reached at a customer. One that was removed can be put back at once. */
export const ContactList = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const { contacts } = page;
  const { id } = page.row;
  const [removed, setRemoved] = useState<Contact | null>(null);
  const remove = (contact: Contact): void =>
    void call('customer:remove-contact', { id, contactId: contact.contactId }).then((after) => {
      setRemoved(contact);
      showPage(after);
      focusPage();
    }, reportFailure);
  const putBack = (contact: Contact): void =>
    void call('customer:save-contact', { id, contact: { ...contact } }).then((after) => {
      setRemoved(null);
      showPage(after);
      focusPage();
    }, reportFailure);
  const inOrder = [...contacts].sort((a, b) => Number(b.role === 'referent') - Number(a.role === 'referent'));
  return (
    <section className="card customer-card" aria-labelledby="contacts-title">
      <header>
        <h3 id="contacts-title">{intl.formatMessage({ id: 'customers.contacts' })}</h3>
        <button
          type="button"
          className="link"
          onClick={() => openCustomerDialog({ kind: 'contact', contactId: null })}
          data-testid="contact-add"
        >
          <IconPlus size={13} stroke={2.2} aria-hidden="true" /> {intl.formatMessage({ id: 'customers.contactAdd' })}
        </button>
      </header>
      {removed === null ? null : (
        <p className="contact-removed" role="status">
          {intl.formatMessage({ id: 'customers.contactRemoved' }, { name: removed.name })}{' '}
          <button type="button" className="link" onClick={() => putBack(removed)} data-testid="contact-put-back">
            {intl.formatMessage({ id: 'customers.putBack' })}
          </button>
        </p>
      )}
      {contacts.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'customers.noContact' })}</p>
      ) : (
        <ul className="contacts" data-testid="contacts">
          {inOrder.map((contact) => (
            <Line contact={contact} onRemove={() => remove(contact)} key={contact.contactId} />
          ))}
        </ul>
      )}
    </section>
  );
};
