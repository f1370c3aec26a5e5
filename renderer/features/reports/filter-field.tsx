import { IconFilter, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import { formatFilterText } from '../../../shared/queue/filter-text.ts';
import { narrowingText } from '../../state/queue-filters.ts';
import { ALL_TICKETS, narrow, useReportStore } from '../../state/report-store.ts';
import { FilterOptions, type OptionList } from '../queue/filter-options.tsx';
import { filterOfTyped, problemsOf } from '../queue/typed-filter.ts';
import { TypedText } from '../queue/typed-text.tsx';
import { FILTER_ID } from './focus.ts';
import { focusPlace } from './use-places.ts';

/** A report is of every ticket where no view is typed; it is made once typing rests this long. */
const REST_MS = 500;
const OPTIONS_ID = 'report-filter-options';

/** The filter as it is typed here: all tickets go without saying. */
const textOf = (filter: QueueFilter): string =>
  filter.view === 'all'
    ? narrowingText(filter)
    : filter.view === 'open'
      ? `view:open ${narrowingText(filter)}`.trimEnd()
      : formatFilterText(filter);

/** The filter of the report as text, in the words of the queue's, with the same completions. */
export const FilterField = () => {
  const intl = useIntl();
  const filter = useReportStore((reports) => reports.filter);
  const [text, setText] = useState(() => textOf(filter));
  const [sent, setSent] = useState(filter);
  const [caret, setCaret] = useState<number | null>(null);
  const [list, setList] = useState<OptionList | null>(null);
  const [scrollPx, setScrollPx] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const isDropping = useRef(false);
  if (sent !== filter) {
    setSent(filter);
    setText(textOf(filter));
  }
  const say = (typed: string, at: number | null): void => {
    const next = filterOfTyped(typed, at, ALL_TICKETS);
    if (textOf(next) === textOf(filter)) return;
    setSent(next);
    narrow(next);
  };
  useEffect(() => {
    const timer = setTimeout(() => say(text, caret), REST_MS);
    return () => clearTimeout(timer);
    // What is typed is said once it rests; what it would change is read then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, caret]);
  const options = list !== null && list.of === text && caret !== null ? list.options : [];
  const active = list?.active ?? -1;
  const problems = problemsOf(text, caret, ALL_TICKETS);
  const [problem] = problems;
  const follow = (): void => {
    const element = input.current;
    if (element === null) return;
    if (document.activeElement === element) setCaret(element.selectionStart);
    setScrollPx(element.scrollLeft);
  };
  const accept = (index: number): void => {
    const option = options[index];
    if (list === null || option === undefined) return;
    const at = list.start + option.insert.length;
    setText(text.slice(0, list.start) + option.insert + text.slice(list.end));
    setCaret(at);
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(at, at);
      follow();
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    const isOpen = options.length > 0;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (event.nativeEvent.isComposing) return;
    if (isOpen && step !== 0) {
      const next = (active + step + (active < 0 && step < 0 ? 1 : 0) + options.length) % options.length;
      setList((now) => (now === null ? null : { ...now, active: next }));
    } else if (isOpen && (key === 'Tab' ? !event.shiftKey : key === 'Enter' && active >= 0)) {
      accept(Math.max(0, active));
    } else if (key === 'Enter' || key === 'Escape') {
      if (key === 'Enter') say(text, null);
      else setText(textOf(filter));
      // Leaving says what is typed, but not what was just dropped.
      isDropping.current = key === 'Escape';
      focusPlace();
      isDropping.current = false;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <div className="search-box rep-filter" role="search">
      <IconFilter size={14} stroke={2} aria-hidden="true" />
      <div className="typed">
        <TypedText text={text} problems={problems} scrollPx={scrollPx} />
        <input
          ref={input}
          id={FILTER_ID}
          type="text"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? OPTIONS_ID : undefined}
          aria-activedescendant={options.length > 0 && active >= 0 ? `${OPTIONS_ID}-${active}` : undefined}
          aria-autocomplete="list"
          value={text}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          placeholder={word('reports.filterHint')}
          aria-label={word('reports.filter')}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setCaret(currentTarget.selectionStart);
          }}
          onSelect={follow}
          onScroll={follow}
          onFocus={follow}
          onBlur={() => {
            setCaret(null);
            setScrollPx(0);
            if (!isDropping.current) say(text, null);
          }}
          onKeyDown={onKeyDown}
          data-testid="report-filter"
        />
      </div>
      {problem === undefined ? null : (
        <span className="typed-problem" role="status" data-testid="report-filter-problem">
          {intl.formatMessage({ id: 'search.problem' }, { value: problem.value, field: problem.field })}
        </span>
      )}
      {text === '' ? null : (
        <button
          type="button"
          className="icon-button typed-clear"
          aria-label={word('filter.clearAll')}
          title={word('filter.clearAll')}
          onClick={() => {
            setText('');
            narrow(ALL_TICKETS);
            input.current?.focus();
          }}
          data-testid="report-filter-clear"
        >
          <IconX size={13} stroke={2.2} aria-hidden="true" />
        </button>
      )}
      {caret === null ? null : (
        <FilterOptions
          {...{ text, caret, active, isShown: options.length > 0 }}
          id={OPTIONS_ID}
          onFound={setList}
          onAccept={accept}
        />
      )}
    </div>
  );
};
