import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { call } from '../../ipc/client.ts';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { ledgerDay } from './ledger-day.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { useAction } from './use-action.ts';

type Props = { readonly page: CustomerPage; readonly changeId: string };

/** Calls off a change of tier that is to come, with a reason. */
export const CallOffDialog = ({ page, changeId }: Props) => {
  const intl = useIntl();
  const form = `callOff/${changeId}`;
  const { run, ...action } = useAction(form);
  const [reason, setReason] = useLeft(form, 'reason', '');
  const [isChecked, setIsChecked] = useState(false);
  /** Kept: it is gone from the page as soon as it is called off. */
  const [entry] = useState(() => page.tiers.find(({ id }) => id === changeId));
  const { id, name, tier } = page.row;
  const submit = (): void => {
    setIsChecked(true);
    if (reason.trim() === '') return;
    void run(
      () => call('customer:call-off-tier', { id, changeId, reason }),
      () => intl.formatMessage({ id: 'customers.calledOff' }, { name, tier: tier.toUpperCase() }),
    );
  };
  const isMissing = isChecked && reason.trim() === '';
  return (
    <DialogFrame
      title={intl.formatMessage({ id: 'customers.callOff' })}
      submit={intl.formatMessage({ id: 'customers.callOffRun' })}
      onSubmit={submit}
      action={action}
      size={440}
      testId="call-off-form"
    >
      <p>
        {intl.formatMessage(
          { id: 'customers.callOffText' },
          {
            name,
            from: tier.toUpperCase(),
            to: entry?.tier.toUpperCase() ?? '',
            day: ledgerDay(intl, entry?.atMs ?? 0, getRealNowMs()),
          },
        )}
      </p>
      <LineField
        label={intl.formatMessage({ id: 'customers.reason' })}
        value={reason}
        onChange={setReason}
        problem={isMissing ? intl.formatMessage({ id: 'customers.reasonMissing' }) : null}
        rows={2}
        isFirst
        testId="call-off-reason"
      />
    </DialogFrame>
  );
};
