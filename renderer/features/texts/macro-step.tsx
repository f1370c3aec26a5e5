import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { FormField, type FieldIds } from '../../ui/form-field.tsx';
import { fieldsOf, gapsOf, type Step, type StepField } from './macro-steps.ts';

type FieldProps = {
  readonly field: StepField;
  readonly value: string;
  readonly ids: FieldIds;
  readonly onChange: (value: string) => void;
};

const Field = ({ field, value, ids, onChange }: FieldProps) => {
  const intl = useIntl();
  const { name, as, choices = [] } = field;
  const common = { ...ids, className: 'input', 'data-field': name, value };
  if (as === 'choice') {
    return (
      <select {...common} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {choices.map((one) => (
          <option key={one} value={one}>
            {intl.formatMessage({ id: `macro.choice.${one}` })}
          </option>
        ))}
      </select>
    );
  }
  if (as === 'line') {
    return <input {...common} maxLength={400} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  }
  return (
    <textarea {...common} rows={2} maxLength={20_000} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
  );
};

type Props = {
  readonly step: Step;
  readonly number: number;
  readonly count: number;
  /** Saving was tried: what is missing is told. */
  readonly isChecked: boolean;
  readonly onChange: (step: Step) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
};

/** One command of a macro with its fields. Alt with an arrow moves it, Ctrl with Delete takes it out. */
export const MacroStep = ({ step, number, count, isChecked, onChange, onMove, onRemove }: Props) => {
  const intl = useIntl();
  const gaps = isChecked ? gapsOf(step) : [];
  const name = intl.formatMessage({ id: `macro.step.${step.kind}` });
  const button = (id: string): string => intl.formatMessage({ id }, { number, name });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (event.altKey && by !== null) onMove(by);
    else if ((event.ctrlKey || event.metaKey) && (event.key === 'Delete' || event.key === 'Backspace')) onRemove();
    else return;
    event.preventDefault();
  };
  return (
    // The keys are shortcuts of the buttons within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="macro-step"
      onKeyDown={onKeyDown}
      data-testid="macro-step"
      data-kind={step.kind}
      data-step={step.key}
    >
      <header>
        <span className="step-number" aria-hidden="true">
          {number}
        </span>
        <h3>{name}</h3>
        <span className="grow" />
        <button
          type="button"
          className="icon-button"
          disabled={number === 1}
          onClick={() => onMove(-1)}
          title={button('macro.up')}
          aria-label={button('macro.up')}
        >
          <IconArrowUp size={14} stroke={2} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          disabled={number === count}
          onClick={() => onMove(1)}
          title={button('macro.down')}
          aria-label={button('macro.down')}
        >
          <IconArrowDown size={14} stroke={2} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          onClick={onRemove}
          title={button('macro.remove')}
          aria-label={button('macro.remove')}
          data-step-remove
        >
          <IconTrash size={14} stroke={2} aria-hidden="true" />
        </button>
      </header>
      {step.kept === null ? null : <p className="quiet">{intl.formatMessage({ id: 'macro.kept' })}</p>}
      <div className="step-fields">
        {fieldsOf(step).map((field) => (
          <FormField
            key={field.name}
            label={intl.formatMessage({ id: `macro.field.${step.kind}.${field.name}` })}
            problem={gaps.includes(field.name) ? intl.formatMessage({ id: 'macro.gap' }) : null}
            className={field.as === 'text' && step.kind !== 'escalate' ? 'wide' : ''}
          >
            {(ids) => (
              <Field
                field={field}
                ids={ids}
                value={step.values[field.name] ?? ''}
                onChange={(value) => onChange({ ...step, values: { ...step.values, [field.name]: value } })}
              />
            )}
          </FormField>
        ))}
      </div>
    </li>
  );
};
