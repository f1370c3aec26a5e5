import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { FilterProblem } from '../../../shared/queue/filter-text.ts';
import { isNarrowed, isSearch, narrowingText } from '../../state/queue-filters.ts';
import { clearFilters, setFilter, useUiStore } from '../../state/ui-store.ts';
import { focusQueue, focusSearch, SEARCH_ID } from './focus.ts';
import { moveSelection } from './selection.ts';
import { SortMenu } from './sort-menu.tsx';
import { couldBecomeField, filterOfTyped, problemsOf } from './typed-filter.ts';
import { TypedField, TypedOptions } from './typed-field.tsx';
import { useTypedField } from './use-typed-field.ts';

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
  const [sent, setSent] = useState(filter);
  const field = useTypedField(narrowingText(filter));
  const { text, setText, caret, options } = field;

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
  const isLikelyField = couldBecomeField(text, caret, options[0]?.kind === 'field');
  useEffect(() => {
    const timer = setTimeout(() => say(text, caret), isLikelyField ? FIELD_REST_MS : REST_MS);
    return () => clearTimeout(timer);
    // What is typed is said once it rests; what it would change is read then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, caret, isLikelyField]);

  const problems = problemsOf(text, caret, filter);
  const [problem] = problems;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    if (event.nativeEvent.isComposing) return;
    if (!field.takeKey(event)) {
      if (key === 'Escape' && options.length > 0) field.dismiss();
      else if (key === 'Escape') {
        if (isSearch(filter) || text !== narrowingText(filter))
          setFilter({ ...filterOfTyped(text, null, filter), text: '' });
        else focusQueue();
      } else if (key === 'ArrowDown' || key === 'Enter') {
        say(text, null);
        focusQueue();
        if (key === 'ArrowDown') moveSelection(0);
      } else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (): void => {
    field.leave();
    say(text, null);
    if (problemsOf(text, null, filter).length === 0) setText(narrowingText(useUiStore.getState().filter));
  };

  return (
    <div className="search-box" role="search">
      <IconSearch size={14} stroke={2} aria-hidden="true" />
      <TypedField
        {...{ field, problems, onBlur, onKeyDown }}
        id={SEARCH_ID}
        optionsId={OPTIONS_ID}
        describedBy={problem === undefined ? undefined : PROBLEM_ID}
        label={intl.formatMessage({ id: 'search.box' })}
        hint={intl.formatMessage({ id: 'search.hint' })}
        testId="search-input"
      />
      {problem === undefined ? null : <Problem problem={problem} />}
      {isSearch(filter) ? <SortMenu /> : null}
      {isNarrowed(filter) || text !== '' ? <ClearButton /> : <kbd aria-hidden="true">/</kbd>}
      <TypedOptions field={field} id={OPTIONS_ID} />
    </div>
  );
};
