import type { FormProps } from './form-model.ts';
import { OtherTicketForm } from './other-ticket-form.tsx';

/** Two tickets that have to do with each other; both tell of it. */
export const LinkForm = (props: FormProps) => (
  <OtherTicketForm
    {...props}
    action="form.link.do"
    note="form.link.note"
    label="form.link.other"
    commandOf={(ticketId) => ({ kind: 'link', ticketId })}
  />
);
