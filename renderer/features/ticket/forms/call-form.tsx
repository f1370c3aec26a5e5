import { atIn, compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { HappenedField } from './moment-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** A call that was held with the customer. */
export const CallForm = (props: FormProps) => {
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['text'], moments: ['at'] }), () => [
        { kind: 'respond', by: 'call', subject: null, text: textIn(values, 'text'), ...atIn(values) },
      ]),
  });
  return (
    <FormFrame form={form} action="form.call.do">
      <TextField form={form} name="text" label="form.call.text" rows={4} />
      <HappenedField form={form} />
    </FormFrame>
  );
};
