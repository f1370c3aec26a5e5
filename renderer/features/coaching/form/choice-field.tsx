import { FormField } from '../../../ui/form-field.tsx';

type Props<Value extends string> = {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly problem?: string | null;
  /** Why it cannot be changed. */
  readonly fixed?: string | null;
  /** It has the focus when the dialog opens. */
  readonly isFirst?: boolean;
};

/** One of a list that is longer than a row. */
export const ChoiceField = <Value extends string>({
  label,
  name,
  value,
  choices,
  onChange,
  problem = null,
  fixed = null,
  isFirst = false,
}: Props<Value>) => (
  <FormField label={label} problem={problem} {...(fixed === null ? {} : { note: fixed })}>
    {(ids) => (
      <select
        {...ids}
        className="input"
        data-field={name}
        data-autofocus={isFirst || undefined}
        value={value}
        disabled={fixed !== null}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((one) => one.value === currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
        data-testid={`session-${name}`}
      >
        {choices.map((one) => (
          <option value={one.value} key={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    )}
  </FormField>
);
