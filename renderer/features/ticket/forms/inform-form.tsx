import { useState } from 'react';
import { useIntl } from 'react-intl';
import { isMailAddress } from '../../../../shared/ticket/mail-address.ts';
import { call } from '../../../ipc/client.ts';
import { tell } from '../../../state/notice-store.ts';
import { findContacts } from './contact-suggestions.tsx';
import { FormFrame } from './form-frame.tsx';
import { compiled, problemsIn, textIn, type FormProps, type Problems, type Values } from './form-model.ts';
import { SuggestField } from './suggest-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

const check = (values: Values): Problems => {
  const problems = problemsIn(values, { needed: ['to', 'subject', 'body'] });
  const isWrong = textIn(values, 'to') !== '' && !isMailAddress(textIn(values, 'to'));
  return isWrong ? { ...problems, to: 'form.problem.address' } : problems;
};

const subjectOf = ({ tickets: [ticket] }: FormProps): string =>
  ticket === undefined ? '' : `[${ticket.reference}] ${ticket.title ?? ''}`.trim();

/**
 * Tells a contact of the customer or a colleague of a ticket: a mail written here and sent from the system's mail program, and a note of it
 * on the ticket. It is no answer to the requester, and stops no clock.
 */
export const InformForm = (props: FormProps) => {
  const intl = useIntl();
  const { detail } = props;
  const [failure, setFailure] = useState<unknown>(null);
  const form = useTicketForm(
    { ...props, error: failure ?? props.error },
    {
      initial: () => ({ subject: subjectOf(props) }),
      compile: (values) =>
        compiled(check(values), () => {
          const told = { to: textIn(values, 'to'), text: textIn(values, 'body') };
          return [{ kind: 'note', text: intl.formatMessage({ id: 'steering.informed' }, told) }];
        }),
    },
  );
  /** What the mail program refused stays in the form. */
  const compose = async (): Promise<boolean> => {
    const { values } = form;
    const mail = { to: [textIn(values, 'to')], subject: textIn(values, 'subject'), body: textIn(values, 'body') };
    try {
      setFailure(null);
      const { isBodyCopied } = await call('mail:compose', mail);
      if (isBodyCopied) tell('done', intl.formatMessage({ id: 'form.mail.copied' }));
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  };
  return (
    <FormFrame
      form={form}
      action="form.inform.do"
      before={compose}
      note={intl.formatMessage({ id: 'form.inform.note' })}
    >
      <SuggestField
        form={form}
        name="to"
        label="form.inform.to"
        placeholder={intl.formatMessage({ id: 'form.inform.example' })}
        search={findContacts(detail)}
      />
      <TextField form={form} name="subject" label="form.mail.subject" />
      <TextField form={form} name="body" label="form.mail.body" rows={5} />
    </FormFrame>
  );
};
