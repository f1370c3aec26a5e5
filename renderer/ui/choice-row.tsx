import { useId } from 'react';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly testId?: string;
  /** An element beside the label that says more. */
  readonly describedBy?: string;
  /** The choice that holds takes the focus of a dialog that opens. */
  readonly isFirst?: boolean;
};

/** A few choices side by side, of which one holds: native radio buttons, so that the arrows go from one to the next. */
export const ChoiceRow = <Value extends string>({
  label,
  value,
  choices,
  onChange,
  testId,
  describedBy,
  isFirst = false,
}: Props<Value>) => {
  const name = useId();
  return (
    <fieldset className="choice-row" data-testid={testId} aria-describedby={describedBy}>
      <legend className="form-label">{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              data-autofocus={(isFirst && choice.value === value) || undefined}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
