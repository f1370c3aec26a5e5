import { IconSearch, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { FilterProblem } from '../../../shared/queue/filter-text.ts';
import { isNarrowed, isSearch, narrowingText } from '../../state/queue-filters.ts';
import { clearFilters, setFilter, useUiStore } from '../../state/ui-store.ts';
import type { OptionList } from './filter-options.tsx';
import { focusQueue, focusSearch, SEARCH_ID } from './focus.ts';
import { moveSelection } from './selection.ts';
import { SortMenu } from './sort-menu.tsx';
import { couldBecomeField, filterOfTyped, problemsOf } from './typed-filter.ts';
import { TypedText } from './typed-text.tsx';

const FilterOptions = lazy(async () => ({ default: (await import('./filter-options.tsx')).FilterOptions }));

/** Typing asks the core once it rests this long; a newer word supersedes what is under way. */
const REST_MS = 80;
/** What could become the name of a field is not searched for at once. */
const FIELD_REST_MS = 350;
const OPTIONS_ID = 'filter-options';
const PROBLEM_ID = 'filter-problem';

const ClearButton = () => {
  const label = useIntl().formatMessage({ id: 'filter.clearAll' });
  const onClick = (): void => {
    clearFilters();
    focusSearch();
  };
  return (
    <button
      type="button"
      className="icon-button typed-clear"
      aria-label={label}
      title={label}
      onClick={onClick}
      data-testid="filter-clear"
    >
      <IconX size={13} stroke={2.2} aria-hidden="true" />
    </button>
  );
};

const Problem = ({ problem: { field, value } }: { readonly problem: FilterProblem }) => {
  const intl = useIntl();
  const whole = intl.formatMessage({ id: 'search.problem' }, { value, field });
  return (
    <span className="typed-problem" id={PROBLEM_ID} role="status" title={whole} data-testid="search-problem">
      <span className="sr-only">{whole}</span>
      <span aria-hidden="true">{intl.formatMessage({ id: 'search.unknown' }, { value })}</span>
    </span>
  );
};

/** The filter as text: typed, completed, searched as it is typed, and rewritten when a menu or a view changes the filter. */
export const FilterInput = () => {
  const intl = useIntl();
  const filter = useUiStore((ui) => ui.filter);
  const [text, setText] = useState(() => narrowingText(filter));
  const [sent, setSent] = useState(filter);
  const [caret, setCaret] = useState<number | null>(null);
  const [list, setList] = useState<OptionList | null>(null);
  const [isDismissed, setIsDismissed] = useState(false);
  const [scrollPx, setScrollPx] = useState(0);
  const input = useRef<HTMLInputElement>(null);

  if (sent !== filter) {
    // Somebody else changed it: a menu, a view, 'clear all', another workspace.
    setSent(filter);
    setText(narrowingText(filter));
  }

  const say = (typed: string, at: number | null): void => {
    const next = filterOfTyped(typed, at, filter);
    if (next.view === filter.view && narrowingText(next) === narrowingText(filter)) return;
    setSent(next);
    setFilter(next);
  };
  const options = list !== null && list.of === text && !isDismissed && caret !== null ? list.options : [];
  const isLikelyField = couldBecomeField(text, caret, options[0]?.kind === 'field');
  useEffect(() => {
    const timer = setTimeout(() => say(text, caret), isLikelyField ? FIELD_REST_MS : REST_MS);
    return () => clearTimeout(timer);
    // What is typed is said once it rests; what it would change is read then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, caret, isLikelyField]);

  const problems = problemsOf(text, caret, filter);
  const [problem] = problems;
  const type = (typed: string, at: number | null): void => {
    setText(typed);
    setCaret(at);
    setIsDismissed(false);
  };
  const follow = (): void => {
    const element = input.current;
    if (element === null) return;
    if (document.activeElement === element) setCaret(element.selectionStart);
    setScrollPx(element.scrollLeft);
  };
  const accept = (index: number): void => {
    const option = options[index];
    if (list === null || option === undefined) return;
    const typed = text.slice(0, list.start) + option.insert + text.slice(list.end);
    const at = list.start + option.insert.length;
    type(typed, at);
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(at, at);
      follow();
    });
  };
  const choose = (active: number): void => setList((now) => (now === null ? null : { ...now, active }));
  const active = list?.active ?? -1;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    const isOpen = options.length > 0;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (event.nativeEvent.isComposing) return;
    if (isOpen && step !== 0)
      choose((active + step + (active < 0 && step < 0 ? 1 : 0) + options.length) % options.length);
    else if (isOpen && (key === 'Tab' ? !event.shiftKey : key === 'Enter' && active >= 0)) accept(Math.max(0, active));
    else if (isOpen && key === 'Escape') setIsDismissed(true);
    else if (key === 'Escape') {
      if (isSearch(filter) || text !== narrowingText(filter))
        setFilter({ ...filterOfTyped(text, null, filter), text: '' });
      else focusQueue();
    } else if (key === 'ArrowDown' || key === 'Enter') {
      say(text, null);
      focusQueue();
      if (key === 'ArrowDown') moveSelection(0);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (): void => {
    setCaret(null);
    setScrollPx(0);
    say(text, null);
    if (problemsOf(text, null, filter).length === 0) setText(narrowingText(useUiStore.getState().filter));
  };
  const label = intl.formatMessage({ id: 'search.box' });

  return (
    <div className="search-box" role="search">
      <IconSearch size={14} stroke={2} aria-hidden="true" />
      <div className="typed">
        <TypedText text={text} problems={problems} scrollPx={scrollPx} />
        <input
          ref={input}
          id={SEARCH_ID}
          type="text"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? OPTIONS_ID : undefined}
          aria-activedescendant={options.length > 0 && active >= 0 ? `${OPTIONS_ID}-${active}` : undefined}
          aria-autocomplete="list"
          aria-describedby={problem === undefined ? undefined : PROBLEM_ID}
          value={text}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          placeholder={intl.formatMessage({ id: 'search.hint' })}
          aria-label={label}
          onChange={({ currentTarget }) => type(currentTarget.value, currentTarget.selectionStart)}
          onSelect={follow}
          onScroll={follow}
          onFocus={follow}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
          data-testid="search-input"
        />
      </div>
      {problem === undefined ? null : <Problem problem={problem} />}
      {isSearch(filter) ? <SortMenu /> : null}
      {isNarrowed(filter) || text !== '' ? <ClearButton /> : <kbd aria-hidden="true">/</kbd>}
      {caret === null ? null : (
        <Suspense fallback={null}>
          <FilterOptions
            {...{ text, caret, active, isShown: options.length > 0 }}
            id={OPTIONS_ID}
            onFound={setList}
            onAccept={accept}
          />
        </Suspense>
      )}
    </div>
  );
};
