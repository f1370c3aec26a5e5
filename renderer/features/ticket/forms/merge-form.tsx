import type { FormProps } from './form-model.ts';
import { OtherTicketForm } from './other-ticket-form.tsx';

/** The same matter twice: this one is closed for the other, and can be taken out again. */
export const MergeForm = (props: FormProps) => (
  <OtherTicketForm
    {...props}
    action="form.merge.do"
    note="form.merge.note"
    label="form.merge.other"
    commandOf={(ticketId) => ({ kind: 'mergeInto', ticketId })}
  />
);
