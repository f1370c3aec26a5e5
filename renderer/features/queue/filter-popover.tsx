import { Popover } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { toggleValue, type ListFilter } from '../../state/queue-filters.ts';
import { changeFilter, useUiStore } from '../../state/ui-store.ts';
import { useApp } from '../../app-context.ts';
import { optionsOf, valueWord, type FilterOption } from './filter-words.ts';
import { FilterButton } from './filter-button.tsx';
import { useQueueCounts } from './use-queue-counts.ts';

/** Lists longer than this get a field to narrow them. */
const LONG_LIST = 9;

/** Up and down go from choice to choice. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.closest('[data-own-keys]')?.querySelectorAll('input') ?? [])];
  const at = fields.findIndex((field) => field === event.currentTarget);
  fields[(at + step + fields.length) % fields.length]?.focus();
};

const Option = ({ name, option }: { readonly name: ListFilter; readonly option: FilterOption }) => {
  const intl = useIntl();
  const filter = useUiStore((ui) => ui.filter);
  const { value, count } = option;
  const isChosen = filter[name].some((other) => other === value);
  return (
    <label className="option">
      <input
        type="checkbox"
        onKeyDown={moveFocus}
        checked={isChosen}
        onChange={() => changeFilter(toggleValue(useUiStore.getState().filter, name, value))}
      />
      <bdi data-tier-word={name === 'tiers' || undefined}>{valueWord(intl, name, value)}</bdi>
      {count === undefined ? null : <span className="count">{intl.formatNumber(count)}</span>}
    </label>
  );
};

const Choices = ({ name }: { readonly name: ListFilter }) => {
  const intl = useIntl();
  const chosen = useUiStore(({ filter }) => filter[name]);
  const options = optionsOf(name, useQueueCounts(), chosen, useApp().rules.policy.tiers);
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase();
  const shown = options.filter(({ value }) => valueWord(intl, name, value).toLocaleLowerCase().includes(wanted));
  return (
    <div role="group" aria-label={intl.formatMessage({ id: `filter.${name}` })} data-own-keys>
      {options.length > LONG_LIST ? (
        <input
          className="option-search"
          onKeyDown={moveFocus}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          placeholder={intl.formatMessage({ id: 'filter.find' })}
          aria-label={intl.formatMessage({ id: 'filter.find' })}
          data-autofocus
        />
      ) : null}
      <div className="options">
        {shown.map((option) => (
          <Option name={name} option={option} key={option.value ?? ''} />
        ))}
        {shown.length === 0 ? <p className="no-option">{intl.formatMessage({ id: 'filter.noOption' })}</p> : null}
      </div>
      {chosen.length > 0 ? (
        <button type="button" className="link option-clear" onClick={() => changeFilter({ [name]: [] })}>
          {intl.formatMessage({ id: 'filter.clearOne' })}
        </button>
      ) : null}
    </div>
  );
};

/** The button of a filter with its choices; it opens as soon as it is there. Loaded once a filter is wanted. */
export const FilterPopover = ({ name }: { readonly name: ListFilter }) => {
  const [isOpen, setIsOpen] = useState(false);
  // Closed at first, so that what opens finds the button that it stands beside.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setIsOpen(true), []);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" offset={4} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <FilterButton name={name} isOpen={isOpen} isFocused onPress={() => setIsOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown className="filter-dropdown">
        <Choices name={name} />
      </Popover.Dropdown>
    </Popover>
  );
};
