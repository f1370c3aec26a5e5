import { useState } from 'react';
import { useIntl } from 'react-intl';
import { parseHours } from '../../../shared/expertise/parse-hours.ts';
import type { UsedLotRow } from '../../../shared/ipc/expertise-schemas.ts';
import { call } from '../../ipc/client.ts';
import { tell } from '../../state/notice-store.ts';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { ActionFrame } from './action-frame.tsx';
import { showLedger } from './log-work.ts';
import { useHoursWords } from './use-hours-words.ts';

type Props = { readonly lot: UsedLotRow; readonly customerId: number; readonly onClose: () => void };

/** More minutes in a lot, or fewer, with why; what would be left is told before it is done. */
export const AdjustForm = ({ lot, customerId, onClose }: Props) => {
  const intl = useIntl();
  const words = useHoursWords();
  const form = `adjust/${lot.id}`;
  const [text, setText] = useLeft(form, 'minutes', '');
  const [reason, setReason] = useLeft(form, 'reason', '');
  const [isChecked, setIsChecked] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const minutes = parseHours(text, 'minutes');
  const left = lot.leftMin + (minutes ?? 0);
  const problem =
    minutes === null
      ? isChecked
        ? word('expertise.wrong.minutes')
        : null
      : left < 0
        ? intl.formatMessage({ id: 'error.lot/below-used' }, { minutes: lot.leftMin })
        : null;
  const submit = (): Promise<void> | null => {
    setIsChecked(true);
    if (minutes === null || left < 0 || reason.trim() === '') return null;
    return call('expertise:adjust-lot', { customerId, lotId: lot.id, minutes, reason: reason.trim() }).then(
      (ledger) => {
        showLedger(ledger);
        tell('done', intl.formatMessage({ id: 'expertise.adjust.done' }, { lot: words.lot(lot) }));
      },
    );
  };
  return (
    <ActionFrame
      form={form}
      title={intl.formatMessage({ id: 'expertise.adjust.title' }, { lot: words.lot(lot) })}
      action={word('expertise.adjust')}
      onSubmit={submit}
      onClose={onClose}
    >
      <LineField
        label={word('expertise.adjust.minutes')}
        name="minutes"
        value={text}
        onChange={setText}
        placeholder={word('expertise.adjust.example')}
        problem={problem}
        note={intl.formatMessage({ id: 'expertise.adjust.left' }, { left: words.minutes(Math.max(0, left)) })}
        isFirst
      />
      <LineField
        label={word('expertise.reason')}
        name="reason"
        value={reason}
        onChange={setReason}
        problem={isChecked && reason.trim() === '' ? word('expertise.wrong.reason') : null}
      />
    </ActionFrame>
  );
};
