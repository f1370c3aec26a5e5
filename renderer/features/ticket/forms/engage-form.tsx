import { useIntl } from 'react-intl';
import { entitlementOf } from '../../../../shared/tier/entitlement.ts';
import { useApp } from '../../../app-context.ts';
import { compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { NotEntitled } from './not-entitled.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

const EngageFields = (props: FormProps & { readonly isException: boolean }) => {
  const intl = useIntl();
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['why'] }), () => [
        { kind: 'engageExpertise', why: textIn(values, 'why') },
      ]),
  });
  const note = intl.formatMessage({ id: props.isException ? 'form.engage.exception' : 'form.engage.note' });
  return (
    <FormFrame form={form} action="form.engage.do" note={note}>
      <TextField form={form} name="why" label="form.engage.why" rows={3} />
    </FormFrame>
  );
};

/** The door to the Cloud Expertise cell; where the tier keeps it shut, what would open it. A lead may go on all the same. */
export const EngageForm = (props: FormProps) => {
  const { me } = useApp().state;
  const shut = props.tickets.filter(({ tier }) => entitlementOf(tier).expertAccess !== 'always');
  const isShut = shut.length === props.tickets.length;
  const [first] = shut;
  if (isShut && first !== undefined && me.role !== 'lead') {
    return <NotEntitled tier={first.tier} onCancel={props.onCancel} />;
  }
  return <EngageFields {...props} isException={shut.length > 0} />;
};
