import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CATEGORIES } from '../../../../shared/sla/policy.ts';
import { isMailAddress } from '../../../../shared/ticket/mail-address.ts';
import { PLATFORMS } from '../../../../shared/ticket/ticket.ts';
import { findCustomers } from './customer-suggestions.tsx';
import { AS_IT_IS, changedFacts, factFields } from './edit-facts.ts';
import { compiled, textIn, type FormProps, type Problems, type Values } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { languageName } from './language-name.ts';
import { findPeople } from './person-suggestions.tsx';
import { SelectField, type SelectOption } from './select-field.tsx';
import { SuggestField } from './suggest-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

const check = (before: Values, values: Values): Problems => {
  const contact = textIn(values, 'contact');
  if (contact !== '' && !isMailAddress(contact)) return { contact: 'form.problem.address' };
  if (before['title'] !== undefined && textIn(values, 'title') === '' && before['title'] !== '') {
    return { title: 'form.problem.needed' };
  }
  if (before['customer'] !== undefined && textIn(values, 'customer') === '') {
    return { customer: 'form.problem.needed' };
  }
  return Object.keys(changedFacts(before, values)).length === 0 ? { title: 'form.problem.unchanged' } : {};
};

/** The ticket's and the customer's data, as far as they are plain facts. Of several tickets, what is filled in changes in all. */
export const EditForm = (props: FormProps) => {
  const intl = useIntl();
  const detail = props.tickets.length === 1 ? props.detail : null;
  // As they stood when the form was opened: what somebody else changes meanwhile is not changed back.
  const [before] = useState(() => factFields(detail));
  const form = useTicketForm(props, {
    initial: () => before,
    compile: (values) => compiled(check(before, values), () => [{ kind: 'edit', facts: changedFacts(before, values) }]),
  });
  const word = (id: string): string => intl.formatMessage({ id });
  const choices = (options: readonly SelectOption[], isNullable = true): readonly SelectOption[] => [
    ...(detail === null ? [{ value: AS_IT_IS, label: word('form.edit.asItIs') }] : []),
    ...(isNullable ? [{ value: '', label: word('unknown') }] : []),
    ...options,
  ];
  return (
    <FormFrame form={form} action="form.edit.do">
      <TextField form={form} name="title" label="form.edit.title.label" />
      <SuggestField form={form} name="customer" label="form.edit.customer" search={findCustomers(intl)} />
      <div className="field-pair">
        <SelectField
          form={form}
          name="category"
          label="ticket.kind"
          options={choices(CATEGORIES.map((value) => ({ value, label: word(`category.${value}`) })))}
        />
        <SelectField
          form={form}
          name="isBeta"
          label="form.edit.isBeta"
          options={choices(
            [
              { value: 'no', label: word('form.no') },
              { value: 'yes', label: word('form.yes') },
            ],
            false,
          )}
        />
        <SelectField
          form={form}
          name="language"
          label="form.edit.language"
          options={choices(['en', 'fr'].map((value) => ({ value, label: languageName(intl.locale, value) })))}
        />
        <SelectField
          form={form}
          name="platform"
          label="form.edit.platform"
          options={choices(PLATFORMS.map((value) => ({ value, label: value })))}
        />
        <TextField form={form} name="requester" label="ticket.requester" />
        <TextField form={form} name="contact" label="form.edit.contact" />
        <TextField form={form} name="channel" label="ticket.channel" />
        <SuggestField form={form} name="owner" label="page.owner" search={findPeople(intl)} />
      </div>
    </FormFrame>
  );
};
