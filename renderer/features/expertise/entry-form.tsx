import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerRow } from '../../../shared/ipc/expertise-schemas.ts';
import { call } from '../../ipc/client.ts';
import { tell } from '../../state/notice-store.ts';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { ActionFrame } from './action-frame.tsx';
import { showLedger, takeBackWork } from './log-work.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useHoursWords } from './use-hours-words.ts';

type Props = {
  readonly kind: 'takeBack' | 'approve' | 'decline';
  readonly entry: LedgerRow;
  readonly customerId: number;
  readonly onClose: () => void;
};

/** A word on an entry of the ledger, with why: taken back, or its overage approved or declined. */
export const EntryForm = ({ kind, entry, customerId, onClose }: Props) => {
  const intl = useIntl();
  const words = useHoursWords();
  const { when } = useEntryWords();
  const form = `${kind}/${entry.id}`;
  const [reason, setReason] = useLeft(form, 'reason', '');
  const [isChecked, setIsChecked] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const decide = async (isApproved: boolean): Promise<void> => {
    const order = { customerId, workId: entry.id, isApproved, minutes: entry.overageMin, reason: reason.trim() };
    const ledger = await call('expertise:decide-overage', order);
    showLedger(ledger);
    tell('done', intl.formatMessage({ id: `expertise.${kind}.done` }, { customer: ledger.customer }));
  };
  const submit = (): Promise<void> | null => {
    setIsChecked(true);
    if (reason.trim() === '') return null;
    return kind === 'takeBack' ? takeBackWork(customerId, entry.id, reason.trim()) : decide(kind === 'approve');
  };
  return (
    <ActionFrame
      form={form}
      title={word(`expertise.${kind}.title`)}
      action={word(`expertise.${kind}`)}
      onSubmit={submit}
      onClose={onClose}
      order={
        kind === 'takeBack' && reason.trim() !== ''
          ? { kind: 'reverseWork', customerId, workId: entry.id, reason: reason.trim() }
          : null
      }
    >
      <p className="action-about">
        <strong>
          <bdi>{entry.expert}</bdi>, {word(`expertise.assignment.${entry.assignment}`)}
        </strong>
        <span className="quiet">
          {when(entry)}, {words.minutes(entry.workedMin)}
        </span>
        {entry.overageMin === 0 ? null : (
          <span className="over">
            {intl.formatMessage({ id: 'expertise.overageOf' }, { minutes: words.minutes(entry.overageMin) })}
          </span>
        )}
        {entry.overageReason === null || kind === 'takeBack' ? null : <q>{entry.overageReason}</q>}
      </p>
      <p className="quiet">{word(`expertise.${kind}.note`)}</p>
      <LineField
        label={word('expertise.reason')}
        name="reason"
        value={reason}
        onChange={setReason}
        problem={isChecked && reason.trim() === '' ? word('expertise.wrong.reason') : null}
        isFirst
      />
    </ActionFrame>
  );
};
