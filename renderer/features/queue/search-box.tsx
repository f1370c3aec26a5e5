import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { LIST_FILTERS, toggleValue, type FilterValue, type ListFilter } from '../../state/queue-filters.ts';
import { changeFilter, openDetail, useUiStore } from '../../state/ui-store.ts';
import { valueWord } from './filter-words.ts';
import { focusQueue, SEARCH_ID } from './focus.ts';
import { moveSelection } from './selection.ts';

/** Typing asks the core once it rests this long; a newer word supersedes what is under way. */
const REST_MS = 80;

type Chosen = { readonly name: ListFilter; readonly value: FilterValue };

const chosenOf = (filter: Readonly<Record<ListFilter, readonly FilterValue[]>>): Chosen[] =>
  LIST_FILTERS.flatMap((name) => filter[name].map((value) => ({ name, value })));

const remove = ({ name, value }: Chosen): void => {
  changeFilter(toggleValue(useUiStore.getState().filter, name, value));
  document.getElementById(SEARCH_ID)?.focus();
};

const Chip = ({ chosen }: { readonly chosen: Chosen }) => {
  const intl = useIntl();
  const word = valueWord(intl, chosen.name, chosen.value);
  const name = intl.formatMessage({ id: `filter.${chosen.name}` });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') remove(chosen);
  };
  return (
    <button
      type="button"
      className="chip"
      onClick={() => remove(chosen)}
      onKeyDown={onKeyDown}
      aria-label={intl.formatMessage({ id: 'filter.remove' }, { name, value: word })}
      data-testid="filter-chip"
    >
      <span className="chip-name">{intl.formatMessage({ id: 'filter.chip' }, { name })}</span>
      <bdi>{word}</bdi>
      <IconX size={11} stroke={2.4} aria-hidden="true" />
    </button>
  );
};

/** The text of the search, and the filters in force as chips before it. */
export const SearchBox = () => {
  const intl = useIntl();
  const filter = useUiStore((ui) => ui.filter);
  const [text, setText] = useState(filter.text);
  const [sent, setSent] = useState(filter.text);
  if (sent !== filter.text) {
    // Somebody else changed it: 'clear all', another workspace.
    setSent(filter.text);
    setText(filter.text);
  }
  useEffect(() => {
    if (text === sent) return undefined;
    const timer = setTimeout(() => {
      setSent(text);
      changeFilter({ text });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, sent]);
  const chips = chosenOf(filter);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const last = chips.at(-1);
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') focusQueue();
      setText('');
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusQueue();
      moveSelection(0);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      focusQueue();
      if (useUiStore.getState().selectedId !== null) openDetail();
    } else if (event.key === 'Backspace' && text === '' && last !== undefined) remove(last);
  };

  return (
    <div className="search-box" role="search">
      <IconSearch size={14} stroke={2} aria-hidden="true" />
      {chips.map((chosen) => (
        <Chip chosen={chosen} key={`${chosen.name} ${chosen.value}`} />
      ))}
      <input
        id={SEARCH_ID}
        type="text"
        value={text}
        maxLength={400}
        spellCheck={false}
        autoComplete="off"
        placeholder={intl.formatMessage({ id: 'queue.search' })}
        aria-label={intl.formatMessage({ id: 'queue.search' })}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
        data-testid="search-input"
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
};
