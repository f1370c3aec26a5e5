import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { call } from '../../ipc/client.ts';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { whenMs } from './read-when.ts';
import { useAction } from './use-action.ts';
import { useReadWhen, WhenField } from './when-field.tsx';

/** Says since when a customer has had its first known tier: what a tier gives for its first months only hangs on it. */
export const DateTierDialog = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const form = `date/${page.row.id}`;
  const { run, ...action } = useAction(form);
  const read = useReadWhen();
  const [since, setSince] = useLeft(form, 'since', '');
  const [note, setNote] = useLeft(form, 'note', '');
  const [isChecked, setIsChecked] = useState(false);
  const { id, name } = page.row;
  const tier = page.tiers[0]?.tier.toUpperCase() ?? '';
  const submit = (): void => {
    setIsChecked(true);
    const sinceMs = whenMs(read(since, 'past'));
    if (sinceMs === null) return;
    void run(
      () => call('customer:date-tier', { id, sinceMs, note: note.trim() || null }),
      () => intl.formatMessage({ id: 'customers.dated' }, { name, tier }),
    );
  };
  return (
    <DialogFrame
      title={intl.formatMessage({ id: 'customers.dateTier' }, { tier })}
      submit={intl.formatMessage({ id: 'customers.save' })}
      onSubmit={submit}
      action={action}
      size={440}
      testId="date-tier-form"
    >
      <p>{intl.formatMessage({ id: 'customers.dateTierText' }, { name, tier })}</p>
      <WhenField
        label={intl.formatMessage({ id: 'customers.since' })}
        text={since}
        side="past"
        onChange={setSince}
        problem={isChecked && since.trim() === '' ? intl.formatMessage({ id: 'customers.sinceMissing' }) : null}
        testId="date-tier-since"
        isFirst
      />
      <LineField
        label={intl.formatMessage({ id: 'customers.noteOptional' })}
        value={note}
        onChange={setNote}
        rows={2}
      />
    </DialogFrame>
  );
};
