import type { ComponentProps } from 'react';
import { useIntl } from 'react-intl';
import type { Problem } from './read-draft.ts';

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  readonly label: string;
  readonly value: string;
  /** Null where it may only be read. */
  readonly onChange: ((value: string) => void) | null;
  readonly problem?: Problem | undefined;
  /** The same in the form that everybody reads, once typing is over; null leaves it as it is. */
  readonly settle?: (value: string) => string | null;
  readonly testId?: string;
};

/** A value among many of a table: its label is for screen readers, what is wrong with it stands below it. */
export const TypedField = ({ label, value, onChange, problem, settle, testId, ...input }: Props) => {
  const intl = useIntl();
  if (onChange === null) return <span className="policy-value">{value}</span>;
  const toldId = testId === undefined ? undefined : `${testId}-told`;
  return (
    <span className="typed-field">
      <input
        {...input}
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : toldId}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onBlur={() => {
          const settled = settle?.(value) ?? null;
          if (settled !== null && settled !== value) onChange(settled);
        }}
        data-testid={testId}
      />
      {problem === undefined ? null : (
        <span className="form-told" id={toldId} data-wrong>
          {intl.formatMessage({ id: `policy.wrong.${problem}` })}
        </span>
      )}
    </span>
  );
};
