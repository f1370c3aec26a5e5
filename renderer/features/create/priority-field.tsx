import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import { PRIORITIES, type Priority } from '../../../shared/sla/policy.ts';
import {
  GRADES,
  matrixPriority,
  nearestCell,
  neighbourCell,
  type Cell,
} from '../../../shared/ticket/priority-matrix.ts';

type Props = { readonly cell: Cell; readonly onChange: (cell: Cell) => void };

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The priority that a digit stands for, on the digit row of any layout; null for other keys. */
export const digitPriority = ({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): Priority | null => {
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1] ?? /^[1-4]$/.exec(key)?.[0];
  return PRIORITIES.find((priority) => priority === `P${digit}`) ?? null;
};

/** Impact by urgency: arrows go from cell to cell, 1 to 4 to the nearest cell of that priority. */
export const PriorityField = ({ cell, onChange }: Props) => {
  const intl = useIntl();
  const hintId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const chosen = `${cell.impact} ${cell.urgency}`;
  useEffect(() => {
    if (hasFocus.current) grid.current?.querySelector<HTMLElement>(`[data-cell="${chosen}"]`)?.focus();
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const priority = digitPriority(event);
    if (arrow === undefined && priority === null) return;
    event.preventDefault();
    onChange(priority === null ? neighbourCell(cell, ...(arrow ?? [0, 0])) : nearestCell(cell, priority));
  };
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <div className="form-field">
      <span className="form-label" aria-hidden="true">
        {word('create.matrix')}
      </span>
      <div
        ref={grid}
        className="matrix"
        role="radiogroup"
        tabIndex={-1}
        aria-label={word('create.matrix')}
        aria-describedby={hintId}
        data-testid="matrix"
        onFocus={() => void (hasFocus.current = true)}
        onBlur={() => void (hasFocus.current = false)}
        onKeyDown={onKeyDown}
      >
        <span className="matrix-corner" aria-hidden="true">
          {word('create.impact')} <span>↓</span> {word('create.urgency')} <span>→</span>
        </span>
        {GRADES.map((urgency) => (
          <span className="matrix-head" aria-hidden="true" key={urgency}>
            {word(`create.urgency.${urgency}`)}
          </span>
        ))}
        {GRADES.map((impact) => [
          <span className="matrix-head" aria-hidden="true" key={impact}>
            {word(`create.impact.${impact}`)}
          </span>,
          ...GRADES.map((urgency) => {
            const priority = matrixPriority(impact, urgency);
            const isChosen = impact === cell.impact && urgency === cell.urgency;
            return (
              <button
                key={`${impact} ${urgency}`}
                type="button"
                role="radio"
                aria-checked={isChosen}
                tabIndex={isChosen ? 0 : -1}
                data-priority={priority}
                data-cell={`${impact} ${urgency}`}
                aria-label={intl.formatMessage(
                  { id: 'create.cell' },
                  {
                    impact: word(`create.impact.${impact}`),
                    urgency: word(`create.urgency.${urgency}`),
                    priority: word(`priority.${priority}`),
                  },
                )}
                onClick={() => onChange({ impact, urgency })}
              >
                {priority}
              </button>
            );
          }),
        ])}
      </div>
      <p className="form-told" id={hintId}>
        {word('create.matrixHint')}
      </p>
    </div>
  );
};
