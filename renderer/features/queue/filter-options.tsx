import { useEffect, useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { completeFilter, type FilterCompletion, type FilterOption } from '../../../shared/queue/complete-filter.ts';
import { fieldNamed, FILTER_FIELDS, wordMeans, type FieldName } from '../../../shared/queue/filter-fields.ts';
import { scanFilterText } from '../../../shared/queue/filter-text.ts';
import { useKnownValues } from './use-known-values.ts';

/** What can stand at the caret; `of` is the text that it was found for, `active` the option that Enter takes, −1 while there is none. */
export type OptionList = FilterCompletion & { readonly of: string; readonly active: number };

type Props = {
  readonly text: string;
  readonly caret: number;
  readonly active: number;
  readonly isShown: boolean;
  readonly id: string;
  readonly onFound: (list: OptionList) => void;
  readonly onAccept: (index: number) => void;
};

const fieldAt = (text: string, caret: number): { readonly field: FieldName; readonly typed: string } | null => {
  const token = scanFilterText(text).find(({ start, end }) => start < caret && caret <= end);
  if (token?.kind !== 'field') return null;
  const piece = token.values.find(({ start, end }) => start <= caret && caret <= end);
  return { field: token.field, typed: piece?.value ?? '' };
};

/** What an option means, in the window's language; empty where its own name says it. */
const meaningOf = (intl: IntlShape, { label, kind }: FilterOption, field: FieldName | null): string => {
  if (kind === 'field') {
    const name = fieldNamed(label);
    return name === null ? '' : intl.formatMessage({ id: `search.field.${name}` });
  }
  const means = field === null ? null : wordMeans(FILTER_FIELDS[field], label);
  if (means === null) return '';
  const { view, states, clocks, priorities, categories, levels, escalatedTo } = means;
  const word = (prefix: string, values: readonly (string | null)[] | undefined): string | null =>
    values?.length === 1 ? `${prefix}.${values[0] ?? 'unknown'}` : null;
  const id =
    (view === undefined ? null : `view.${view}`) ??
    word('state', states) ??
    word('clock', clocks) ??
    word('priority', priorities) ??
    word('category', categories) ??
    word('level', levels) ??
    word('level', escalatedTo);
  return id === null ? '' : intl.formatMessage({ id });
};

/** The completions of the typed filter, under the box. The focus stays in the box; loaded once somebody types there. */
export const FilterOptions = ({ text, caret, active, isShown, id, onFound, onAccept }: Props) => {
  const intl = useIntl();
  const at = fieldAt(text, caret);
  const known = useKnownValues(at?.field ?? null, at?.typed ?? '');
  const found = useMemo(() => completeFilter(text, caret, known), [text, caret, known]);
  useEffect(() => onFound({ ...found, of: text, active: -1 }), [found, text, onFound]);
  if (!isShown) return null;
  return (
    <div className="filter-options" role="listbox" id={id} aria-label={intl.formatMessage({ id: 'search.options' })}>
      {found.options.map((option, i) => (
        // Keys go to the box, which names the active option.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          role="option"
          key={option.insert}
          id={`${id}-${i}`}
          tabIndex={-1}
          aria-selected={i === active}
          data-testid="filter-option"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onAccept(i)}
        >
          <bdi>{option.kind === 'field' ? option.insert : option.label}</bdi>
          <span>{meaningOf(intl, option, at?.field ?? null)}</span>
        </div>
      ))}
      <p className="options-hint" role="presentation" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Tab</kbd> {intl.formatMessage({ id: 'search.accept' })}
      </p>
    </div>
  );
};
