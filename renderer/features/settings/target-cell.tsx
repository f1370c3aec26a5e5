import { IconCircleDashed } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Problem } from './read-draft.ts';
import type { TypedTarget } from './policy-draft.ts';
import { parseSpan, spanText } from './span-text.ts';
import { TypedField } from './typed-field.tsx';

type Props = {
  readonly label: string;
  readonly value: TypedTarget;
  /** Minutes in the rules in force; undefined where they have none. */
  readonly before: number | null | undefined;
  readonly problem: Problem | undefined;
  readonly onChange: ((value: TypedTarget) => void) | null;
  readonly testId: string;
};

export const settleSpan = (typed: string): string | null => {
  const minutes = parseSpan(typed);
  return minutes === null ? null : spanText(minutes);
};

/** One target: a time, or best effort; below it what holds today where that is another. */
export const TargetCell = ({ label, value, before, problem, onChange, testId }: Props) => {
  const intl = useIntl();
  const bestEffort = intl.formatMessage({ id: 'clock.bestEffort' });
  const isChanged = before !== undefined && before !== (value === null ? null : parseSpan(value));
  const was = before === undefined ? '' : before === null ? bestEffort : spanText(before);
  return (
    <td data-changed={isChanged || undefined}>
      <span className="target-cell">
        {value === null ? (
          <span className="policy-best" data-testid={testId}>
            {bestEffort}
          </span>
        ) : (
          <TypedField
            label={label}
            value={value}
            onChange={onChange}
            problem={problem}
            settle={settleSpan}
            maxLength={12}
            testId={testId}
          />
        )}
        {onChange === null ? null : (
          <button
            type="button"
            className="icon-button"
            aria-pressed={value === null}
            aria-label={`${bestEffort}: ${label}`}
            title={bestEffort}
            onClick={() => onChange(value === null ? (before == null ? '' : spanText(before)) : null)}
            data-testid={`${testId}-best`}
          >
            <IconCircleDashed size={15} stroke={2} aria-hidden="true" />
          </button>
        )}
      </span>
      {isChanged ? (
        <span className="target-was">{intl.formatMessage({ id: 'policy.was' }, { value: was })}</span>
      ) : null}
    </td>
  );
};
