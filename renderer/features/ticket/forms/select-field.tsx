import { Field, type FieldProps } from './field.tsx';

export type SelectOption = { readonly value: string; readonly label: string };

type Props = FieldProps & { readonly options: readonly SelectOption[] };

/** One of a few values. */
export const SelectField = ({ options, ...field }: Props) => {
  const { form, name } = field;
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          value={form.values[name] ?? ''}
          onChange={({ currentTarget }) => form.change({ [name]: currentTarget.value })}
        >
          {options.map(({ value, label }) => (
            <option value={value} key={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
