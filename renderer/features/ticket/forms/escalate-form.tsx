import { useIntl } from 'react-intl';
import { LEVELS } from '../../../../shared/ticket/ticket.ts';
import { compiled, optionalIn, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { RadioField } from './radio-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** Asks a higher level to take over: what it needs to start at once. */
export const EscalateForm = (props: FormProps) => {
  const intl = useIntl();
  const lowest = Math.min(...props.tickets.map(({ level }) => LEVELS.indexOf(level)));
  const higher = LEVELS.slice(lowest + 1);
  const form = useTicketForm(props, {
    initial: () => ({ to: higher[0] ?? 'L3' }),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['why', 'tried', 'nextStep'] }), () => [
        {
          kind: 'escalate',
          to: LEVELS.find((level) => level === values['to']) ?? 'L3',
          why: textIn(values, 'why'),
          tried: textIn(values, 'tried'),
          evidence: optionalIn(values, 'evidence'),
          nextStep: textIn(values, 'nextStep'),
        },
      ]),
  });
  return (
    <FormFrame form={form} action="form.escalate.do" note={intl.formatMessage({ id: 'form.escalate.note' })}>
      <RadioField
        form={form}
        name="to"
        label="form.escalate.to"
        options={higher.map((value) => ({ value, label: intl.formatMessage({ id: `level.${value}` }) }))}
      />
      <div data-first>
        <TextField form={form} name="why" label="form.escalate.why" rows={2} />
      </div>
      <TextField form={form} name="tried" label="form.escalate.tried" rows={2} />
      <TextField form={form} name="evidence" label="form.escalate.evidence" rows={2} isOptional />
      <TextField form={form} name="nextStep" label="form.escalate.nextStep" rows={2} />
    </FormFrame>
  );
};
