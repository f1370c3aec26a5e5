import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../../app-context.ts';
import { CallFailure } from '../../../ipc/client.ts';
import { errorText } from '../../../i18n/error-text.ts';
import { getNowMs } from '../../../state/now-store.ts';
import { AskLead, canAsk } from '../../steering/ask-lead.tsx';
import { focusQueue } from '../../queue/focus.ts';
import { takeWantedField } from './field-focus.ts';
import { takeTypedAhead } from './typed-ahead.ts';
import type { TicketForm } from './use-ticket-form.ts';

type Props = {
  readonly form: TicketForm;
  /** What the button says that does it; a message key. */
  readonly action: string;
  /** What must have worked before the commands are handed over; gives whether it did. */
  readonly before?: () => Promise<boolean>;
  /** Something to know before doing it. */
  readonly note?: ReactNode;
  /** Other buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A conflict is told by who shows the form: it knows what happened. */
const isConflict = (error: unknown): boolean => error instanceof CallFailure && error.code === 'ticket/conflict';

/** The first field gets the focus; when the form goes away with it, the focus goes back where it was. */
const useFocus = () => {
  const frame = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    const before = document.activeElement;
    const name = takeWantedField();
    const fields = 'textarea, input, select, [role="radio"][tabindex="0"]';
    const field =
      (name === null ? null : element?.querySelector<HTMLElement>(`[data-field="${name}"]`)) ??
      element?.querySelector<HTMLElement>(`[data-first] :is(${fields})`) ??
      element?.querySelector<HTMLElement>(fields) ??
      element?.querySelector<HTMLElement>('button');
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
    const ahead = takeTypedAhead();
    // As if it were typed now: the field hears of it like of any key.
    if (ahead !== '' && (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) {
      document.execCommand('insertText', false, ahead);
    }
    return () => {
      if (!(element?.contains(document.activeElement) ?? false)) return;
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
      else focusQueue();
    };
  }, []);
  return frame;
};

const DraftNote = ({ form }: { readonly form: TicketForm }) => {
  const intl = useIntl();
  const { instants } = useApp();
  if (form.restoredAtMs === null) return null;
  return (
    <p className="form-draft" role="status" data-testid="draft-restored">
      {intl.formatMessage({ id: 'form.draftRestored' }, { at: instants.near(form.restoredAtMs, getNowMs()) })}
      <button type="button" className="link" onClick={form.discardDraft}>
        {intl.formatMessage({ id: 'form.discardDraft' })}
      </button>
    </p>
  );
};

/** What was refused is sent to the leads, as the fields say it by then. */
const AskForm = ({ form }: { readonly form: TicketForm }) => {
  const [ticket, ...others] = form.tickets;
  const commands = form.commands();
  if (ticket === undefined || others.length > 0 || commands === null) return null;
  return (
    <AskLead
      order={{ kind: 'ticketCommands', ticketId: ticket.id, commands: [...commands] }}
      onAsked={() => {
        form.discardDraft();
        form.cancel();
      }}
    />
  );
};

/** What every form has around its fields: its name, its draft, what refused it, and its buttons. */
export const FormFrame = ({ form, action, before, note, actions, children }: Props) => {
  const intl = useIntl();
  const frame = useFocus();
  const titleId = useId();
  const { problems } = form;

  const hasProblems = Object.keys(problems).length > 0;
  useEffect(() => {
    if (hasProblems) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [hasProblems, frame]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void form.submit(before);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      form.cancel();
    }
  };

  return (
    // It listens to the keys of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={frame}
      className="ticket-form"
      data-own-keys
      data-testid={`form-${form.form}`}
      aria-labelledby={titleId}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(before);
      }}
    >
      <h3 id={titleId}>{intl.formatMessage({ id: `form.${form.form}.title` })}</h3>
      <DraftNote form={form} />
      {note === undefined ? null : <p className="form-note">{note}</p>}
      {children}
      {form.error === null || isConflict(form.error) ? null : (
        <p className="form-error" role="alert">
          {errorText(intl, form.error)}
        </p>
      )}
      {canAsk(form.error) ? <AskForm form={form} /> : null}
      <footer className="form-buttons">
        <button type="submit" className="form-submit" data-testid="form-submit">
          {intl.formatMessage({ id: form.tickets.length > 1 ? 'bulk.preview' : action })}{' '}
          <kbd aria-hidden="true">{intl.formatMessage({ id: 'form.submitKey' })}</kbd>
        </button>
        {actions}
        <button type="button" className="form-cancel" onClick={form.cancel}>
          {intl.formatMessage({ id: 'cancel' })}{' '}
          <kbd aria-hidden="true">{intl.formatMessage({ id: 'key.Escape' })}</kbd>
        </button>
      </footer>
    </form>
  );
};
