import { compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** Sends an escalation back to the level that it came from. */
export const ReturnForm = (props: FormProps) => {
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['reason'] }), () => [
        { kind: 'returnEscalation', reason: textIn(values, 'reason') },
      ]),
  });
  return (
    <FormFrame form={form} action="form.return.do">
      <TextField form={form} name="reason" label="form.return.reason" rows={3} />
    </FormFrame>
  );
};
