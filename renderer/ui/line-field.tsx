import { FormField } from './form-field.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | null;
  readonly note?: string | undefined;
  readonly placeholder?: string | undefined;
  /** So many lines instead of one. */
  readonly rows?: number;
  readonly type?: 'text' | 'email' | 'tel';
  /** The longest that may be typed, where it is not that of such texts. */
  readonly maxLength?: number;
  /** It has the focus when the dialog opens. */
  readonly isFirst?: boolean | undefined;
  /** Names it for the form. */
  readonly name?: string;
  readonly testId?: string;
};

/** A text in a dialog: one line, or several where `rows` is given. */
export const LineField = ({
  label,
  value,
  onChange,
  problem = null,
  note,
  placeholder,
  rows,
  type = 'text',
  maxLength = rows === undefined ? 400 : 20_000,
  isFirst,
  name,
  testId,
}: Props) => (
  <FormField label={label} problem={problem} {...(note === undefined ? {} : { note })}>
    {(ids) => {
      const shared = {
        ...{ ...ids, className: 'input', maxLength, placeholder, value },
        ...{ 'data-field': name, 'data-testid': testId, 'data-autofocus': isFirst },
      };
      return rows === undefined ? (
        <input
          {...shared}
          type={type}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={rows} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      );
    }}
  </FormField>
);
