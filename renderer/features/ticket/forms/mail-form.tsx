import { useState } from 'react';
import { useIntl } from 'react-intl';
import { isMailAddress } from '../../../../shared/ticket/mail-address.ts';
import { call } from '../../../ipc/client.ts';
import { tell } from '../../../state/notice-store.ts';
import { compiled, problemsIn, textIn, type FormProps, type Problems, type Values } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { languageName } from './language-name.ts';
import { ReplyPickerSlot, type PickedReply } from './reply-picker-slot.tsx';
import { TextField } from './text-field.tsx';
import { useReplyValues } from './use-reply-values.ts';
import { useTicketForm } from './use-ticket-form.ts';

const check = (values: Values): Problems => {
  const problems = problemsIn(values, { needed: ['to', 'subject', 'body'] });
  const isWrong = textIn(values, 'to') !== '' && !isMailAddress(textIn(values, 'to'));
  return isWrong ? { ...problems, to: 'form.problem.address' } : problems;
};

const replySubject = ({ tickets: [ticket] }: FormProps): string =>
  ticket === undefined ? '' : `Re: [${ticket.reference}] ${ticket.title ?? ''}`.trim();

/**
 * A mail to the customer: written here, sent from the system's mail program, recorded with what was said. It is about one ticket: several
 * have no verb for it.
 */
export const MailForm = (props: FormProps) => {
  const intl = useIntl();
  const { tickets, detail } = props;
  const [failure, setFailure] = useState<unknown>(null);
  const [isOtherLanguage, setIsOtherLanguage] = useState(false);
  const replyValues = useReplyValues(tickets[0], detail);
  const form = useTicketForm(
    { ...props, error: failure ?? props.error },
    {
      initial: () => ({ to: detail?.contact ?? '', subject: replySubject(props) }),
      compile: (values) =>
        compiled(check(values), () => [
          { kind: 'respond', by: 'mail', subject: textIn(values, 'subject'), text: textIn(values, 'body') },
        ]),
    },
  );
  const language = detail?.language ?? null;
  const known = language === 'en' || language === 'fr' ? language : null;

  /** What the mail program refused stays in the form; the mail can still be recorded as sent otherwise. */
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
  const pick = ({ subject, body, isMissingLanguage }: PickedReply): void => {
    const before = (form.values['body'] ?? '').trimEnd();
    setIsOtherLanguage(isMissingLanguage);
    form.change({
      body: before === '' ? body : `${before}\n\n${body}`,
      ...(subject === null ? {} : { subject }),
    });
  };

  return (
    <FormFrame
      form={form}
      action="form.mail.do"
      before={compose}
      note={
        <>
          {intl.formatMessage({ id: 'form.mail.language' })}{' '}
          <strong>{known === null ? intl.formatMessage({ id: 'unknown' }) : languageName(intl.locale, known)}</strong>
        </>
      }
      actions={
        <button type="button" className="form-cancel" onClick={() => void form.submit()}>
          {intl.formatMessage({ id: 'form.mail.record' })}
        </button>
      }
    >
      <TextField form={form} name="to" label="form.mail.to" />
      <TextField form={form} name="subject" label="form.mail.subject" lang={known ?? undefined} />
      <div {...(form.values['to'] === '' ? {} : { 'data-first': true })}>
        <TextField form={form} name="body" label="form.mail.body" rows={7} lang={known ?? undefined} />
      </div>
      {isOtherLanguage ? (
        <p className="form-note" role="status">
          {intl.formatMessage({ id: 'form.mail.missingLanguage' })}
        </p>
      ) : null}
      <ReplyPickerSlot language={known} values={replyValues} onPick={pick} />
    </FormFrame>
  );
};
