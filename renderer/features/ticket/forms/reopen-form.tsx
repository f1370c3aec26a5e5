import { useIntl } from 'react-intl';
import { atIn, compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { HappenedField } from './moment-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** It was not solved after all. */
export const ReopenForm = (props: FormProps) => {
  const intl = useIntl();
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['reason'], moments: ['at'] }), () => [
        { kind: 'reopen', reason: textIn(values, 'reason'), ...atIn(values) },
      ]),
  });
  return (
    <FormFrame form={form} action="form.reopen.do" note={intl.formatMessage({ id: 'form.reopen.note' })}>
      <TextField form={form} name="reason" label="form.reopen.reason" rows={3} />
      <HappenedField form={form} />
    </FormFrame>
  );
};
