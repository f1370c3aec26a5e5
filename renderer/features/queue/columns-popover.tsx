import { Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { chooseColumns, useUiStore } from '../../state/ui-store.ts';
import { COLUMN_IDS, FIXED_COLUMNS, movedColumn, wantedColumns, type ColumnId } from './column-fit.ts';
import { ColumnsButton } from './columns-button.tsx';

const BOX = 'input[type="checkbox"]';

const focusBox = (list: Element | null, index: number): void => {
  const boxes = [...(list?.querySelectorAll<HTMLInputElement>(BOX) ?? [])];
  boxes[(index + boxes.length) % boxes.length]?.focus();
};

const Columns = () => {
  const intl = useIntl();
  const chosen = useUiStore((ui) => ui.columns);
  const wanted = wantedColumns(chosen);
  const listed = [...wanted, ...COLUMN_IDS.filter((id) => !wanted.includes(id))];
  const toggle = (id: ColumnId): void =>
    chooseColumns(wanted.includes(id) ? wanted.filter((other) => other !== id) : [...wanted, id]);
  const move = (id: ColumnId, step: 1 | -1): void => chooseColumns(movedColumn(wanted, id, step));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: ColumnId, index: number): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const list = event.currentTarget.closest('ul');
    if (!event.altKey) focusBox(list, index + step);
    else if (wanted.includes(id)) {
      move(id, step);
      const at = index + step;
      if (at >= 0 && at < wanted.length) requestAnimationFrame(() => focusBox(list, at));
    }
  };

  return (
    <div className="columns-choices" data-own-keys>
      <ul aria-label={intl.formatMessage({ id: 'columns.choose' })}>
        {listed.map((id, i) => {
          const isShown = wanted.includes(id);
          const name = intl.formatMessage({ id: `column.${id}` });
          return (
            <li key={id} className="option">
              <label>
                <input
                  type="checkbox"
                  checked={isShown}
                  aria-disabled={FIXED_COLUMNS.has(id)}
                  onChange={() => (FIXED_COLUMNS.has(id) ? undefined : toggle(id))}
                  onKeyDown={(event) => onKeyDown(event, id, i)}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  data-testid={`column-${id}`}
                />
                {name}
              </label>
              {isShown ? (
                <span className="column-moves">
                  {([-1, 1] as const).map((step) => {
                    const Arrow = step < 0 ? IconArrowUp : IconArrowDown;
                    const label = intl.formatMessage({ id: step < 0 ? 'columns.up' : 'columns.down' }, { name });
                    return (
                      <button
                        key={step}
                        type="button"
                        className="icon-button"
                        tabIndex={-1}
                        disabled={step < 0 ? i === 0 : i === wanted.length - 1}
                        aria-label={label}
                        title={label}
                        onClick={() => move(id, step)}
                      >
                        <Arrow size={13} stroke={2} aria-hidden="true" />
                      </button>
                    );
                  })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className="columns-hint">
        <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {intl.formatMessage({ id: 'columns.hint' })}
      </p>
      {chosen === null ? null : (
        <button type="button" className="link option-clear" onClick={() => chooseColumns(null)}>
          {intl.formatMessage({ id: 'columns.reset' })}
        </button>
      )}
    </div>
  );
};

/** The columns of the list to choose from, in their order; it opens as soon as it is there. */
export const ColumnsPopover = () => {
  const [isOpen, setIsOpen] = useState(false);
  // Closed at first, so that what opens finds the button that it stands beside.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setIsOpen(true), []);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" offset={4} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ColumnsButton isOpen={isOpen} isFocused onPress={() => setIsOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown className="filter-dropdown">
        <Columns />
      </Popover.Dropdown>
    </Popover>
  );
};
