import { useIntl } from 'react-intl';
import { nextMorning } from '../../../../shared/calendar/next-morning.ts';
import { momentText } from '../../../../shared/time/parse-moment.ts';
import { useApp } from '../../../app-context.ts';
import { atIn, compiled, instantIn, problemsIn, textIn, type FormProps } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { HappenedField, MomentField } from './moment-field.tsx';
import { TextField } from './text-field.tsx';
import { useTicketForm } from './use-ticket-form.ts';
import { useZone } from './use-zone.ts';

/** Waiting for the customer: the one wait that stops the clock. */
export const WaitForm = (props: FormProps) => {
  const intl = useIntl();
  const { rules } = useApp();
  const zone = useZone();
  const form = useTicketForm(props, {
    initial: () => {
      const wakeMs = nextMorning(rules.calendars.business, zone, Date.now());
      return { wake: momentText(zone, wakeMs), wakeMs: String(wakeMs) };
    },
    compile: (values) =>
      compiled(problemsIn(values, { needed: ['reason'], moments: ['wake', 'remind', 'at'] }), () => [
        {
          kind: 'waitForCustomer',
          reason: textIn(values, 'reason'),
          wakeAtMs: instantIn(values, 'wake'),
          remindAtMs: instantIn(values, 'remind'),
          ...atIn(values),
        },
      ]),
  });
  return (
    <FormFrame form={form} action="form.wait.do" note={intl.formatMessage({ id: 'form.wait.note' })}>
      <TextField form={form} name="reason" label="form.wait.reason" rows={3} />
      <div className="field-pair">
        <MomentField form={form} name="wake" label="form.wait.wake" side="ahead" />
        <MomentField form={form} name="remind" label="form.wait.remind" side="ahead" />
      </div>
      <HappenedField form={form} />
    </FormFrame>
  );
};
