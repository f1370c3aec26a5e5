import '../../styles/steering.css';
import { IconGavel } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { RequestOrder } from '../../../shared/ipc/steering-schemas.ts';
import { isAskable } from '../../../shared/steering/request.ts';
import { errorText } from '../../i18n/error-text.ts';
import { CallFailure } from '../../ipc/client.ts';
import { forgetLeft, useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { reportFailure } from '../../ui/report-failure.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';
import { askLead } from './decide-request.ts';

/** Whether a lead can allow what was refused. */
export const canAsk = (failure: unknown): boolean => failure instanceof CallFailure && isAskable(failure.code);

/** Under which name the reason is kept: one for what it is about. */
const formOf = (order: RequestOrder | null): string => {
  if (order === null) return 'ask';
  if (order.kind === 'ticketCommands') return `ask/ticket/${order.ticketId}`;
  return `ask/customer/${order.kind === 'logWork' ? order.work.customerId : order.customerId}`;
};

type Props = {
  /** What was refused, as it would be done; null while something is missing. */
  readonly order: RequestOrder | null;
  /** It was sent: the form has done its work. */
  readonly onAsked: () => void;
};

/** Below what refused a form: why it should be done all the same, and one press sends it to the leads. */
export const AskLead = ({ order, onAsked }: Props) => {
  const intl = useIntl();
  const form = formOf(order);
  const [reason, setReason] = useLeft(form, 'reason', '');
  const [isChecked, setIsChecked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const frame = useRef<HTMLDivElement>(null);
  const isGone = useIsGone();
  const word = (id: string): string => intl.formatMessage({ id });
  const ask = (): void => {
    setIsChecked(true);
    if (order === null || isBusy) return;
    if (reason.trim() === '') {
      frame.current?.querySelector('input')?.focus();
      return;
    }
    setIsBusy(true);
    setFailure(null);
    askLead(order, reason.trim()).then(
      () => {
        forgetLeft(form);
        if (!isGone.current) onAsked();
      },
      (error: unknown) => {
        if (isGone.current) {
          reportFailure(error);
          return;
        }
        setIsBusy(false);
        setFailure(error);
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // What is refused is not sent again: the request is.
    event.preventDefault();
    event.stopPropagation();
    ask();
  };
  return (
    <div className="ask-lead" ref={frame} role="group" aria-label={word('steering.ask')} data-testid="ask-lead">
      <div onKeyDown={onKeyDown} role="presentation">
        <LineField
          label={word('steering.askWhy')}
          name="askReason"
          value={reason}
          onChange={setReason}
          maxLength={2_000}
          note={word('steering.askNote')}
          problem={isChecked && reason.trim() === '' ? word('expertise.wrong.reason') : null}
          testId="ask-reason"
        />
      </div>
      {failure === null ? null : (
        <p className="form-failure" role="alert">
          {errorText(intl, failure)}
        </p>
      )}
      <button
        type="button"
        className="banner-button"
        disabled={isBusy || order === null}
        onClick={ask}
        data-testid="ask-send"
      >
        <IconGavel size={14} stroke={2} aria-hidden="true" /> {word('steering.ask')}
      </button>
    </div>
  );
};
