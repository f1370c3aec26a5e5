import { useIntl } from 'react-intl';
import { PRIORITIES } from '../../../../shared/sla/policy.ts';
import { matrixPriority } from '../../../../shared/ticket/priority-matrix.ts';
import { compiled, optionalIn, textIn, type FormProps, type Problems, type Values } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { gradesIn, MatrixField } from './matrix-field.tsx';
import { RadioField } from './radio-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** The priority is not what impact and urgency come to, so somebody has to say why. */
const isOverride = (values: Values): boolean => {
  const grades = gradesIn(values);
  return grades === null || matrixPriority(grades.impact, grades.urgency) !== values['priority'];
};

const check = (values: Values): Problems => {
  if (textIn(values, 'priority') === '') return { impact: 'form.problem.priority' };
  return isOverride(values) && textIn(values, 'reason') === '' ? { reason: 'form.problem.override' } : {};
};

/** Priority by impact and urgency, or another one with a reason. */
export const PriorityForm = (props: FormProps) => {
  const intl = useIntl();
  const { detail, tickets } = props;
  const form = useTicketForm(props, {
    initial: () => ({
      impact: detail?.impact ?? '',
      urgency: detail?.urgency ?? '',
      priority: (tickets.length === 1 ? tickets[0]?.priority : null) ?? '',
    }),
    compile: (values) =>
      compiled(check(values), () => {
        const grades = gradesIn(values);
        return [
          {
            kind: 'changePriority',
            priority: PRIORITIES.find((priority) => priority === values['priority']) ?? 'P3',
            impact: grades?.impact ?? null,
            urgency: grades?.urgency ?? null,
            reason: isOverride(values) ? optionalIn(values, 'reason') : null,
          },
        ];
      }),
  });
  const { values } = form;
  const needsReason = textIn(values, 'priority') !== '' && isOverride(values);
  return (
    <FormFrame form={form} action="form.priority.do">
      <div data-first>
        <MatrixField form={form} />
      </div>
      {form.problems['impact'] === undefined ? null : (
        <p className="field-problem" role="alert">
          {intl.formatMessage({ id: form.problems['impact'] })}
        </p>
      )}
      <RadioField
        form={form}
        name="priority"
        label="form.priority.result"
        options={PRIORITIES.map((value) => ({ value, label: intl.formatMessage({ id: `priority.${value}` }) }))}
      />
      {needsReason ? <TextField form={form} name="reason" label="form.priority.reason" rows={2} /> : null}
    </FormFrame>
  );
};
