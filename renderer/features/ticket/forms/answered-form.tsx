import { useIntl } from 'react-intl';
import { atIn, compiled, optionalIn, problemsIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { HappenedField } from './moment-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** The customer answered: the clock runs again from the receipt, which may lie back. */
export const AnsweredForm = (props: FormProps) => {
  const intl = useIntl();
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { moments: ['at'] }), () => [
        { kind: 'customerAnswered', text: optionalIn(values, 'text'), ...atIn(values) },
      ]),
  });
  return (
    <FormFrame form={form} action="form.answered.do" note={intl.formatMessage({ id: 'form.answered.note' })}>
      <HappenedField form={form} />
      <TextField form={form} name="text" label="form.answered.text" rows={3} isOptional />
    </FormFrame>
  );
};
