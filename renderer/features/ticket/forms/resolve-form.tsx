import { atIn, compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { HappenedField } from './moment-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** What solved it. */
export const ResolveForm = (props: FormProps) => {
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['text'], moments: ['at'] }), () => [
        { kind: 'resolve', text: textIn(values, 'text'), ...atIn(values) },
      ]),
  });
  return (
    <FormFrame form={form} action="form.resolve.do">
      <TextField form={form} name="text" label="form.resolve.text" rows={4} />
      <HappenedField form={form} />
    </FormFrame>
  );
};
