import { compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** An internal note: the customer never sees it. */
export const NoteForm = (props: FormProps) => {
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['text'] }), () => [{ kind: 'note', text: textIn(values, 'text') }]),
  });
  return (
    <FormFrame form={form} action="form.note.do">
      <TextField form={form} name="text" label="form.note.text" rows={4} />
    </FormFrame>
  );
};
