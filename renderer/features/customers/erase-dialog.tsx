import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import type { PersonalData } from '../../../shared/ipc/privacy-calls.ts';
import { call } from '../../ipc/client.ts';
import { personalDataQuery } from '../../ipc/privacy-queries.ts';
import { FailureLine } from '../../ui/failure-line.tsx';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { useAction } from './use-action.ts';

const COUNTS = ['contacts', 'tickets', 'mentions', 'sessions', 'others', 'kept'] as const;

const Found = ({ data }: { readonly data: PersonalData }) => {
  const intl = useIntl();
  return (
    <div className="erase-found" data-testid="erase-found">
      <p>{intl.formatMessage({ id: 'privacy.found' })}</p>
      <ul>
        {COUNTS.filter((what) => data[what] > 0).map((what) => (
          <li key={what}>{intl.formatMessage({ id: `privacy.count.${what}` }, { count: data[what] })}</li>
        ))}
      </ul>
      <p className="quiet">{intl.formatMessage({ id: 'privacy.events' }, { count: data.events })}</p>
    </div>
  );
};

type Props = { readonly page: CustomerPage; readonly contactId: string | null };

/** Erases a customer's personal data, or one contact's: it cannot be undone, so the name is typed. */
export const EraseDialog = ({ page, contactId }: Props) => {
  const intl = useIntl();
  const { id } = page.row;
  const form = `erase/${id}/${contactId ?? ''}`;
  const target =
    contactId === null ? ({ kind: 'customer', id } as const) : ({ kind: 'contact', id, contactId } as const);
  const { data, error } = useQuery(personalDataQuery(target));
  const { run, ...action } = useAction(form);
  const [reason, setReason] = useLeft(form, 'reason', '');
  const [typed, setTyped] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  /** Kept: the page may call it otherwise as soon as it is done. */
  const [name] = useState(
    () => (contactId === null ? page.row.name : page.contacts.find((one) => one.contactId === contactId)?.name) ?? '',
  );
  const isMissing = isChecked && reason.trim() === '';
  const isOther = isChecked && typed.trim() !== name.trim();
  const submit = (): void => {
    setIsChecked(true);
    if (reason.trim() === '' || typed.trim() !== name.trim()) return;
    let isPurged = true;
    void run(
      async () => {
        ({ isPurged } = await call('privacy:erase', { target, reason }));
        return call('customer:get', { id });
      },
      () =>
        isPurged
          ? intl.formatMessage({ id: 'privacy.done' }, { name })
          : intl.formatMessage({ id: 'privacy.notPurged' }),
    );
  };
  return (
    <DialogFrame
      title={intl.formatMessage({ id: 'privacy.eraseOf' }, { name })}
      submit={intl.formatMessage({ id: 'privacy.eraseRun' })}
      onSubmit={submit}
      action={action}
      isDisabled={data === undefined}
      testId="erase-form"
    >
      {error === null ? null : <FailureLine failure={error} />}
      {data !== undefined ? (
        <Found data={data} />
      ) : error === null ? (
        <p className="quiet">{intl.formatMessage({ id: 'privacy.looking' })}</p>
      ) : null}
      <p className="erase-final">{intl.formatMessage({ id: 'privacy.final' })}</p>
      <LineField
        label={intl.formatMessage({ id: 'privacy.reason' })}
        note={intl.formatMessage({ id: 'privacy.reasonNote' })}
        value={reason}
        onChange={setReason}
        problem={isMissing ? intl.formatMessage({ id: 'privacy.reasonMissing' }) : null}
        rows={2}
        maxLength={2_000}
        isFirst
        testId="erase-reason"
      />
      <LineField
        label={intl.formatMessage({ id: 'privacy.confirm' }, { name })}
        value={typed}
        onChange={setTyped}
        problem={isOther ? intl.formatMessage({ id: 'privacy.confirmMissing' }) : null}
        testId="erase-name"
      />
    </DialogFrame>
  );
};
