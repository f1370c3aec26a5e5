import { useId, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { GRADES, matrixPriority, type Grade } from '../../../../shared/ticket/priority-matrix.ts';
import type { TicketForm } from './use-ticket-form.ts';

const isGrade = (value: string | undefined): value is Grade => GRADES.some((grade) => grade === value);

/** The grades chosen in a form; null where none are. */
export const gradesIn = (values: TicketForm['values']): { readonly impact: Grade; readonly urgency: Grade } | null => {
  const { impact, urgency } = values;
  return isGrade(impact) && isGrade(urgency) ? { impact, urgency } : null;
};

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const clamp = (index: number): number => Math.max(0, Math.min(GRADES.length - 1, index));

/** Impact by urgency: nine cells that are one choice; arrows move in it. */
export const MatrixField = ({ form }: { readonly form: TicketForm }) => {
  const intl = useIntl();
  const id = useId();
  const chosen = gradesIn(form.values);
  const word = (of: 'impact' | 'urgency', grade: Grade): string => intl.formatMessage({ id: `grade.${of}.${grade}` });

  const choose = (impact: Grade, urgency: Grade): void => {
    form.change({ impact, urgency, priority: matrixPriority(impact, urgency) });
    document.getElementById(`${id}-${impact}-${urgency}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = chosen ?? { impact: 'medium', urgency: 'medium' };
    const impact = GRADES[clamp(GRADES.indexOf(from.impact) + step[0])];
    const urgency = GRADES[clamp(GRADES.indexOf(from.urgency) + step[1])];
    if (impact !== undefined && urgency !== undefined) choose(impact, urgency);
  };
  const isReached = (impact: Grade, urgency: Grade): boolean =>
    chosen === null
      ? impact === 'medium' && urgency === 'medium'
      : chosen.impact === impact && chosen.urgency === urgency;

  return (
    // The cells have the focus; their keys come here.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      className="matrix"
      role="radiogroup"
      aria-label={intl.formatMessage({ id: 'form.priority.matrix' })}
      onKeyDown={onKeyDown}
    >
      <span className="matrix-corner" aria-hidden="true">
        {intl.formatMessage({ id: 'form.priority.impact' })} ↓ · {intl.formatMessage({ id: 'form.priority.urgency' })} →
      </span>
      {GRADES.map((urgency) => (
        <span className="matrix-head" aria-hidden="true" key={urgency}>
          {word('urgency', urgency)}
        </span>
      ))}
      {GRADES.map((impact) => [
        <span className="matrix-side" aria-hidden="true" key={impact}>
          {word('impact', impact)}
        </span>,
        ...GRADES.map((urgency) => {
          const priority = matrixPriority(impact, urgency);
          const isChosen = chosen?.impact === impact && chosen.urgency === urgency;
          return (
            <button
              key={`${impact} ${urgency}`}
              id={`${id}-${impact}-${urgency}`}
              type="button"
              role="radio"
              className="matrix-cell"
              data-field="impact"
              data-priority={priority}
              aria-checked={isChosen}
              aria-label={intl.formatMessage(
                { id: 'form.priority.cell' },
                { impact: word('impact', impact), urgency: word('urgency', urgency), priority },
              )}
              tabIndex={isReached(impact, urgency) ? 0 : -1}
              onClick={() => choose(impact, urgency)}
            >
              {priority}
            </button>
          );
        }),
      ])}
    </div>
  );
};
