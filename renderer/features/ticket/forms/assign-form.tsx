import { useIntl } from 'react-intl';
import { useApp } from '../../../app-context.ts';
import { compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { findPeople } from './person-suggestions.tsx';
import { SuggestField } from './suggest-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** Gives a ticket to somebody, or to nobody. */
export const AssignForm = (props: FormProps) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['assignee'] }), () => [
        { kind: 'assign', assignee: textIn(values, 'assignee') },
      ]),
  });
  const assignees = new Set(props.tickets.map(({ assignee }) => assignee));
  return (
    <FormFrame
      form={form}
      action="form.assign.do"
      actions={
        <>
          {assignees.size === 1 && assignees.has(me.name) ? null : (
            <button type="button" className="form-cancel" onClick={() => void form.send([{ kind: 'take' }])}>
              {intl.formatMessage({ id: 'form.assign.take' })}
            </button>
          )}
          {assignees.size === 1 && assignees.has(null) ? null : (
            <button
              type="button"
              className="form-cancel"
              onClick={() => void form.send([{ kind: 'assign', assignee: null }])}
            >
              {intl.formatMessage({ id: 'form.assign.nobody' })}
            </button>
          )}
        </>
      }
    >
      <SuggestField
        form={form}
        name="assignee"
        label="form.assign.assignee"
        placeholder={intl.formatMessage({ id: 'form.assign.example' })}
        search={findPeople(intl)}
      />
    </FormFrame>
  );
};
