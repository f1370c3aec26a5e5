import { lazy, Suspense, type KeyboardEvent } from 'react';
import type { FilterProblem } from '../../../shared/queue/filter-text.ts';
import { TypedText } from './typed-text.tsx';
import type { TypedFieldState } from './use-typed-field.ts';

const FilterOptions = lazy(async () => ({ default: (await import('./filter-options.tsx')).FilterOptions }));

type Props = {
  readonly field: TypedFieldState;
  readonly id: string;
  readonly optionsId: string;
  readonly problems: readonly FilterProblem[];
  /** The element that says what is wrong; undefined where nothing is. */
  readonly describedBy?: string | undefined;
  readonly label: string;
  readonly hint: string;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly testId: string;
};

/** The field itself, with what is wrong in it marked. */
export const TypedField = ({ field, id, optionsId, problems, describedBy, label, hint, ...rest }: Props) => {
  const { text, scrollPx, input, options, active, type, follow } = field;
  const isListed = options.length > 0;
  const { onBlur, onKeyDown, testId } = rest;
  return (
    <div className="typed">
      <TypedText text={text} problems={problems} scrollPx={scrollPx} />
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isListed}
        aria-controls={isListed ? optionsId : undefined}
        aria-activedescendant={isListed && active >= 0 ? `${optionsId}-${active}` : undefined}
        aria-autocomplete="list"
        aria-describedby={describedBy}
        value={text}
        maxLength={2000}
        spellCheck={false}
        autoComplete="off"
        placeholder={hint}
        aria-label={label}
        onChange={({ currentTarget }) => type(currentTarget.value, currentTarget.selectionStart)}
        onSelect={follow}
        onScroll={follow}
        onFocus={follow}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
        data-testid={testId}
      />
    </div>
  );
};

/** What could complete it, below it, while the keys are in it. */
export const TypedOptions = ({ field, id }: { readonly field: TypedFieldState; readonly id: string }) => {
  const { text, caret, active, options, onFound, accept } = field;
  if (caret === null) return null;
  return (
    <Suspense fallback={null}>
      <FilterOptions
        {...{ text, caret, active, isShown: options.length > 0 }}
        id={id}
        onFound={onFound}
        onAccept={accept}
      />
    </Suspense>
  );
};
