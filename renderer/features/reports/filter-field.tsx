import { IconFilter, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import { formatFilterText } from '../../../shared/queue/filter-text.ts';
import { narrowingText } from '../../state/queue-filters.ts';
import { ALL_TICKETS, narrow, useReportStore } from '../../state/report-store.ts';
import { filterOfTyped, problemsOf } from '../queue/typed-filter.ts';
import { TypedField, TypedOptions } from '../queue/typed-field.tsx';
import { useTypedField } from '../queue/use-typed-field.ts';
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
  const [sent, setSent] = useState(filter);
  const field = useTypedField(textOf(filter));
  const { text, setText, caret, input } = field;
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
  const problems = problemsOf(text, caret, ALL_TICKETS);
  const [problem] = problems;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    if (event.nativeEvent.isComposing) return;
    if (!field.takeKey(event)) {
      if (key !== 'Enter' && key !== 'Escape') return;
      if (key === 'Enter') say(text, null);
      else setText(textOf(filter));
      // Leaving says what is typed, but not what was just dropped.
      isDropping.current = key === 'Escape';
      focusPlace();
      isDropping.current = false;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (): void => {
    field.leave();
    if (!isDropping.current) say(text, null);
  };
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <div className="search-box rep-filter" role="search">
      <IconFilter size={14} stroke={2} aria-hidden="true" />
      <TypedField
        {...{ field, problems, onBlur, onKeyDown }}
        id={FILTER_ID}
        optionsId={OPTIONS_ID}
        label={word('reports.filter')}
        hint={word('reports.filterHint')}
        testId="report-filter"
      />
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
      <TypedOptions field={field} id={OPTIONS_ID} />
    </div>
  );
};
