import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { stepKey, type MacroEdit } from './macro-edit.ts';
import { MacroStep } from './macro-step.tsx';
import { NameField } from './name-field.tsx';
import { moveStep, newStep, STEP_KINDS, type Step, type StepKind } from './macro-steps.ts';

/** As many as the contract takes. */
const MOST_STEPS = 20;

type Props = {
  readonly edit: MacroEdit;
  readonly isChecked: boolean;
  readonly onChange: (edit: MacroEdit) => void;
};

/** A macro: its name, and its commands in the order in which they run. */
export const MacroEditor = ({ edit, isChecked, onChange }: Props) => {
  const intl = useIntl();
  const list = useRef<HTMLOListElement>(null);
  /** The step that the keys go to once the list is drawn anew; `add` is the button below it. */
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    const { current } = wanted;
    if (current === null) return;
    wanted.current = null;
    const step = list.current?.querySelector<HTMLElement>(`[data-step="${current}"]`);
    if (step?.contains(document.activeElement)) return;
    const target =
      step?.querySelector<HTMLElement>('[data-field]') ?? step?.querySelector<HTMLElement>('[data-step-remove]');
    (target ?? document.getElementById('macro-add'))?.focus();
  });
  const { name, steps } = edit;
  const put = (next: readonly Step[]): void => onChange({ ...edit, steps: next });
  const add = (kind: StepKind): void => {
    const step = newStep(kind, stepKey());
    wanted.current = step.key;
    put([...steps, step]);
  };
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <>
      <NameField
        name={name}
        problem={isChecked && name.trim() === '' ? 'macro.wrong.name' : null}
        onChange={(next) => onChange({ ...edit, name: next })}
      />
      <section aria-label={word('macro.steps')}>
        <h2 className="steps-title">{word('macro.steps')}</h2>
        <ol ref={list} className="macro-steps">
          {steps.map((step, index) => (
            <MacroStep
              key={step.key}
              step={step}
              number={index + 1}
              count={steps.length}
              isChecked={isChecked}
              onChange={(next) => put(steps.map((old) => (old.key === step.key ? next : old)))}
              onMove={(by) => {
                wanted.current = step.key;
                put(moveStep(steps, index, by));
              }}
              onRemove={() => {
                wanted.current = (steps[index + 1] ?? steps[index - 1])?.key ?? 'add';
                put(steps.filter((other) => other.key !== step.key));
              }}
            />
          ))}
        </ol>
        {isChecked && steps.length === 0 ? (
          <p className="form-told" data-wrong>
            {word('macro.wrong.steps')}
          </p>
        ) : null}
        <Menu position="bottom-start" width={300} returnFocus={false} shadow="md" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <button
              type="button"
              id="macro-add"
              className="banner-button"
              disabled={steps.length >= MOST_STEPS}
              data-testid="add-step"
            >
              <IconPlus size={13} stroke={2.2} aria-hidden="true" /> {word('macro.add')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {STEP_KINDS.map((kind) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                {word(`macro.step.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <p className="form-told">{word('macro.keys')}</p>
      </section>
    </>
  );
};
