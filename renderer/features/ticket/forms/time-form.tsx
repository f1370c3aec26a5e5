import { parseDuration } from '../../../../shared/time/parse-duration.ts';
import {
  compiled,
  instantIn,
  optionalIn,
  problemsIn,
  textIn,
  type FormProps,
  type Problems,
  type Values,
} from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { MomentField } from './moment-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

const check = (values: Values): Problems => {
  const problems = problemsIn(values, { needed: ['spent'], moments: ['startedAt'] });
  const isRead = textIn(values, 'spent') === '' || parseDuration(textIn(values, 'spent')) !== null;
  return isRead ? problems : { ...problems, spent: 'form.problem.duration' };
};

/** Time spent that no timer measured. */
export const TimeForm = (props: FormProps) => {
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(check(values), () => {
        const spentMs = parseDuration(textIn(values, 'spent')) ?? 0;
        const startedAtMs = instantIn(values, 'startedAt') ?? Date.now() - spentMs;
        return [{ kind: 'keepTime', startedAtMs, spentMs, note: optionalIn(values, 'note') }];
      }),
  });
  return (
    <FormFrame form={form} action="form.time.do">
      <TextField form={form} name="spent" label="form.time.spent" />
      <MomentField form={form} name="startedAt" label="form.time.startedAt" side="past" />
      <TextField form={form} name="note" label="form.time.note" isOptional />
    </FormFrame>
  );
};
