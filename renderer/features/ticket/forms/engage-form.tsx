import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../../shared/ipc/schemas.ts';
import { entitlementOf } from '../../../../shared/tier/entitlement.ts';
import { useApp } from '../../../app-context.ts';
import { ledgerQuery } from '../../../ipc/customer-queries.ts';
import { compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { NotEntitled } from './not-entitled.tsx';
import { TextField } from './text-field.tsx';
import { TypedAhead } from './typed-ahead.ts';
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

type ForOneProps = FormProps & { readonly customerId: number; readonly tier: TicketDetail['row']['tier'] };

/** For one ticket: its customer's ledger says whether the door is open. */
const EngageForOne = ({ customerId, tier, ...props }: ForOneProps) => {
  const { me } = useApp().state;
  const { data, error } = useQuery(ledgerQuery(customerId));
  if (data === undefined && error === null) return <TypedAhead />;
  const isShut = data?.entitlement.isEntitled === false;
  if (isShut && me.role !== 'lead') {
    return <NotEntitled tier={tier} entitlement={data.entitlement} onCancel={props.onCancel} />;
  }
  return <EngageFields {...props} isException={isShut} />;
};

/** The door to the Cloud Expertise cell; where it is shut, what would open it. A lead may go on all the same. */
export const EngageForm = (props: FormProps) => {
  const { detail } = props;
  if (detail !== null && detail.customerId !== null) {
    return <EngageForOne {...props} customerId={detail.customerId} tier={detail.row.tier} />;
  }
  // Of several tickets the preview tells which are left out, and why.
  const isException = props.tickets.some(({ tier }) => entitlementOf(tier).expertAccess === 'none');
  return <EngageFields {...props} isException={isException} />;
};
