import { Field, type FieldProps } from './field.tsx';

type Props = FieldProps & { readonly rows?: number; readonly lang?: string | undefined };

/** A text of one line, or of several where `rows` is given. */
export const TextField = ({ rows, lang, ...field }: Props) => {
  const { form, name } = field;
  const value = form.values[name] ?? '';
  return (
    <Field {...field}>
      {(control) =>
        rows === undefined ? (
          <input
            {...control}
            type="text"
            dir="auto"
            lang={lang}
            maxLength={400}
            autoComplete="off"
            value={value}
            onChange={({ currentTarget }) => form.change({ [name]: currentTarget.value })}
          />
        ) : (
          <textarea
            {...control}
            dir="auto"
            lang={lang}
            rows={rows}
            maxLength={20_000}
            value={value}
            onChange={({ currentTarget }) => form.change({ [name]: currentTarget.value })}
          />
        )
      }
    </Field>
  );
};
