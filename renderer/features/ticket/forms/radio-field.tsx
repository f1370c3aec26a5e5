import { useId } from 'react';
import { useIntl } from 'react-intl';
import type { SelectOption } from './select-field.tsx';
import type { TicketForm } from './use-ticket-form.ts';

type Props = {
  readonly form: TicketForm;
  readonly name: string;
  readonly label: string;
  readonly options: readonly SelectOption[];
};

/** One of two to four values, all in sight; arrows go from one to the next. */
export const RadioField = ({ form, name, label, options }: Props) => {
  const intl = useIntl();
  const group = useId();
  return (
    <fieldset className="field radio-field">
      <legend>{intl.formatMessage({ id: label })}</legend>
      {options.map(({ value, label: word }) => (
        <label key={value}>
          <input
            type="radio"
            name={group}
            data-field={name}
            value={value}
            checked={form.values[name] === value}
            onChange={() => form.change({ [name]: value })}
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
};
