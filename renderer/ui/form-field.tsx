import { useId, type ReactNode } from 'react';

export type FieldIds = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
};

type Props = {
  readonly label: string;
  /** What is wrong with what was typed. */
  readonly problem?: string | null;
  /** What somebody should know before typing. */
  readonly note?: string;
  readonly className?: string;
  readonly children: (ids: FieldIds) => ReactNode;
};

/** A label, its field, and below it a note or what is wrong; the three are tied together for screen readers. */
export const FormField = ({ label, problem = null, note, className = '', children }: Props) => {
  const id = useId();
  const told = problem !== null || note !== undefined;
  return (
    <div className={`form-field ${className}`}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': told ? `${id}-told` : undefined,
        'aria-invalid': problem === null ? undefined : true,
      })}
      {told ? (
        <p id={`${id}-told`} className="form-told" data-wrong={problem !== null || undefined}>
          {problem ?? note}
        </p>
      ) : null}
    </div>
  );
};
