import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TicketForm } from './use-ticket-form.ts';

export type FieldProps = {
  readonly form: TicketForm;
  readonly name: string;
  /** The message key of its label. */
  readonly label: string;
  readonly isOptional?: boolean;
};

/** What a control needs to stand in a field. */
export type Control = {
  readonly id: string;
  readonly 'data-field': string;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
};

type Props = FieldProps & {
  readonly hint?: ReactNode;
  readonly children: (control: Control) => ReactNode;
};

/** A label, its control, and what is wrong with it. */
export const Field = ({ form, name, label, isOptional = false, hint, children }: Props) => {
  const intl = useIntl();
  const id = useId();
  const problem = form.problems[name];
  const isDescribed = problem !== undefined || hint !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>
        {intl.formatMessage({ id: label })}
        {isOptional ? <span className="field-optional">{intl.formatMessage({ id: 'form.optional' })}</span> : null}
      </label>
      {children({
        id,
        'data-field': name,
        'aria-invalid': problem === undefined ? undefined : true,
        'aria-describedby': isDescribed ? `${id}-told` : undefined,
      })}
      {isDescribed ? (
        <span id={`${id}-told`} className="field-told">
          {problem === undefined ? null : (
            <span className="field-problem" role="alert">
              {intl.formatMessage({ id: problem })}
            </span>
          )}
          {hint}
        </span>
      ) : null}
    </div>
  );
};
