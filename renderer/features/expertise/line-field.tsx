import { FormField } from '../../ui/form-field.tsx';

type Props = {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | null;
  readonly note?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isFirst?: boolean;
};

/** A line of text in a dialog of the ledger. */
export const LineField = ({ label, name, value, onChange, problem = null, note, placeholder, isFirst }: Props) => (
  <FormField label={label} problem={problem} {...(note === undefined ? {} : { note })}>
    {(ids) => (
      <input
        {...ids}
        className="input"
        data-field={name}
        data-autofocus={isFirst}
        autoComplete="off"
        maxLength={400}
        placeholder={placeholder}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </FormField>
);
