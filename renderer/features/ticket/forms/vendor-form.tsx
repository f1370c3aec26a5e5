import { useIntl } from 'react-intl';
import type { WaitedFor } from '../../../../shared/ticket/ticket-event.ts';
import { atIn, compiled, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { HappenedField } from './moment-field.tsx';
import { RadioField } from './radio-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';

const WAITED_FOR = ['vendor', 'problem', 'evidence'] as const satisfies readonly WaitedFor[];

/** Waiting for somebody else than the customer: the clock runs on, and the form says so. */
export const VendorForm = (props: FormProps) => {
  const intl = useIntl();
  const form = useTicketForm(props, {
    initial: () => ({ waitedFor: 'vendor' }),
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['reason'], moments: ['at'] }), () => [
        {
          kind: 'waitForOther',
          waitedFor: WAITED_FOR.find((one) => one === values['waitedFor']) ?? 'vendor',
          reason: textIn(values, 'reason'),
          ...atIn(values),
        },
      ]),
  });
  return (
    <FormFrame form={form} action="form.vendor.do" note={intl.formatMessage({ id: 'form.vendor.note' })}>
      <RadioField
        form={form}
        name="waitedFor"
        label="form.vendor.waitedFor"
        options={WAITED_FOR.map((value) => ({ value, label: intl.formatMessage({ id: `form.vendor.${value}` }) }))}
      />
      <div data-first>
        <TextField form={form} name="reason" label="form.vendor.reason" rows={3} />
      </div>
      <HappenedField form={form} />
    </FormFrame>
  );
};
