import { Button } from '@mantine/core';
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useIntl } from 'react-intl';
import { forgetLeft, useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { reportFailure } from '../../ui/report-failure.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

const DECISIONS = ['approve', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Decides by key from outside the form. */
export type DecisionHandle = { readonly decide: (decision: Decision) => void };

type Props = {
  readonly id: string;
  /** Approving needs a reason too. */
  readonly isReasonNeeded: boolean;
  /** It can be refused, and nothing else. */
  readonly isImpossible: boolean;
  /** What is to be known for deciding is not known yet. */
  readonly isLooking: boolean;
  readonly onDecide: (decision: Decision, reason: string | null) => Promise<void>;
  readonly onDone: () => void;
  /** It was refused, since something has changed: looked at again. */
  readonly onChanged: () => void;
  readonly handle: Ref<DecisionHandle>;
};

const MODIFIER = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
const KEYS = { approve: `${MODIFIER} ↵`, refuse: `${MODIFIER} ⇧ ↵` } as const;

/** A reason, and the two answers. Ctrl or Cmd with Enter approves from the field, with Shift it refuses. */
export const DecisionForm = (props: Props) => {
  const { id, isReasonNeeded, isImpossible, isLooking, onDecide, onDone, onChanged, handle } = props;
  const intl = useIntl();
  const form = `steering/${id}`;
  const [reason, setReason] = useLeft(form, 'reason', '');
  const [tried, setTried] = useState<Decision | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isGone = useIsGone();
  const frame = useRef<HTMLDivElement>(null);
  const text = reason.trim();
  const isMissing = (decision: Decision): boolean => text === '' && (decision === 'refuse' || isReasonNeeded);

  const decide = (decision: Decision): void => {
    if (isBusy || (decision === 'approve' && (isImpossible || isLooking))) return;
    setTried(decision);
    if (isMissing(decision)) {
      frame.current?.querySelector('textarea')?.focus();
      return;
    }
    setIsBusy(true);
    setFailure(null);
    onDecide(decision, text === '' ? null : text).then(
      () => {
        forgetLeft(form);
        onDone();
      },
      (error: unknown) => {
        if (isGone.current) {
          reportFailure(error);
          return;
        }
        setIsBusy(false);
        setFailure(error);
        onChanged();
      },
    );
  };
  useImperativeHandle(handle, () => ({ decide }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    decide(event.shiftKey ? 'refuse' : 'approve');
  };
  return (
    // It listens to the keys of its field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="decision"
      ref={frame}
      onKeyDown={onKeyDown}
      role="group"
      aria-label={intl.formatMessage({ id: 'steering.decision' })}
    >
      <LineField
        label={intl.formatMessage({ id: isReasonNeeded ? 'expertise.reason' : 'steering.reason' })}
        name="reason"
        rows={2}
        maxLength={2_000}
        value={reason}
        onChange={setReason}
        problem={tried !== null && isMissing(tried) ? intl.formatMessage({ id: 'expertise.wrong.reason' }) : null}
        testId="decision-reason"
      />
      {failure === null ? null : <FailureLine failure={failure} testId="decision-failure" />}
      <div className="decision-acts">
        {DECISIONS.toReversed().map((decision) => (
          <Button
            key={decision}
            variant={decision === 'approve' ? 'filled' : 'default'}
            disabled={decision === 'approve' && (isImpossible || isLooking)}
            loading={isBusy && tried === decision}
            onClick={() => decide(decision)}
            data-testid={`decide-${decision}`}
          >
            {intl.formatMessage({ id: `steering.${decision}` })}
            <kbd aria-hidden="true">{KEYS[decision]}</kbd>
          </Button>
        ))}
      </div>
    </div>
  );
};
