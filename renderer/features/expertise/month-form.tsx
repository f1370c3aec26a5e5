import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Month } from '../../../shared/expertise/month.ts';
import { call } from '../../ipc/client.ts';
import { tell } from '../../state/notice-store.ts';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { ActionFrame } from './action-frame.tsx';
import { useHoursWords } from './use-hours-words.ts';

type Props = {
  readonly kind: 'close' | 'reopen';
  readonly month: Month;
  /** Overages of it, or of a month before it, that no lead has decided on. */
  readonly undecided: number;
  readonly onClose: () => void;
};

/** Closes a month, or opens it again with why: what that means is told before it is done. */
export const MonthForm = ({ kind, month, undecided, onClose }: Props) => {
  const intl = useIntl();
  const words = useHoursWords();
  const form = `${kind}/${month}`;
  const [reason, setReason] = useLeft(form, 'reason', '');
  const [isChecked, setIsChecked] = useState(false);
  const name = words.month(month);
  const submit = (): Promise<void> | null => {
    setIsChecked(true);
    if (kind === 'reopen' && reason.trim() === '') return null;
    const done =
      kind === 'close'
        ? call('expertise:close-month', { month })
        : call('expertise:reopen-month', { month, reason: reason.trim() });
    return done.then(() => tell('done', intl.formatMessage({ id: `expertise.${kind}.done` }, { month: name })));
  };
  return (
    <ActionFrame
      form={form}
      title={intl.formatMessage({ id: `expertise.${kind}.title` }, { month: name })}
      action={intl.formatMessage({ id: `expertise.${kind}` })}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{intl.formatMessage({ id: `expertise.${kind}.note` }, { month: name })}</p>
      {kind === 'close' && undecided > 0 ? (
        <p className="work-told" data-tone="warn">
          {intl.formatMessage({ id: 'expertise.close.undecided' }, { count: undecided })}
        </p>
      ) : null}
      {kind === 'reopen' ? (
        <LineField
          label={intl.formatMessage({ id: 'expertise.reason' })}
          name="reason"
          value={reason}
          onChange={setReason}
          problem={isChecked && reason.trim() === '' ? intl.formatMessage({ id: 'expertise.wrong.reason' }) : null}
          isFirst
        />
      ) : null}
    </ActionFrame>
  );
};
