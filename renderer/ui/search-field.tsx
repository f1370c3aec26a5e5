import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { FieldIds } from './form-field.tsx';

export type Found<Value> = { readonly key: string; readonly value: Value; readonly shown: ReactNode };

type Props<Value> = {
  readonly ids: FieldIds;
  /** Its `data-field`. */
  readonly name: string;
  readonly text: string;
  /** The text is that of something chosen. */
  readonly isChosen: boolean;
  readonly search: (text: string) => Promise<readonly Found<Value>[]>;
  readonly onType: (text: string) => void;
  /** `isLate`: the form went on meanwhile, since `onAwaited`. */
  readonly onChoose: (value: Value, isLate: boolean) => void;
  /** One was asked for whose answer is on its way: the form goes on without it. */
  readonly onAwaited?: () => void;
  readonly listLabel: string;
  readonly placeholder?: string;
  /** Told where nothing fits. */
  readonly none?: string;
};

type Answer<Value> = { readonly text: string; readonly found: readonly Found<Value>[] };

/** A field that finds what is typed: arrows mark, Enter or Tab take the marked one, Escape closes the list. Answers that were overtaken are dropped. */
export const SearchField = <Value,>(props: Props<Value>) => {
  const { ids, name, text, isChosen, search, onType, onChoose, onAwaited, listLabel, placeholder, none } = props;
  const listId = useId();
  const [isOpen, setIsOpen] = useState(text !== '' && !isChosen);
  const [active, setActive] = useState(0);
  /** Enter came before the answer: its first is taken as soon as it is there. */
  const [isAwaited, setIsAwaited] = useState(false);
  const [answer, setAnswer] = useState<Answer<Value> | null>(null);
  const searching = useRef(search);
  useEffect(() => {
    searching.current = search;
  });
  const isWanted = isOpen || isAwaited;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    const take = (found: readonly Found<Value>[]): void => {
      if (!isStale) setAnswer({ text, found });
    };
    // A core that is away finds nothing; what needs it tells why.
    searching.current(text).then(take, () => take([]));
    return () => {
      isStale = true;
    };
  }, [text, isWanted]);

  const found = answer?.found ?? [];
  const isCurrent = answer?.text === text;
  const isListed = isOpen && found.length > 0;
  const choose = ({ value }: Found<Value>): void => {
    setIsOpen(false);
    setIsAwaited(false);
    onChoose(value, isAwaited);
  };
  const [first] = found;
  useEffect(() => {
    // The answer is what was waited for: there is no event of the user's to hang it on.
    // oxlint-disable-next-line react/set-state-in-effect
    if (isAwaited && isCurrent && first !== undefined) choose(first);
  });
  const take = (event: KeyboardEvent): void => {
    const marked = found[active];
    if (isChosen || text.trim() === '') return;
    if (isCurrent && marked === undefined) return;
    event.preventDefault();
    if (isCurrent && marked !== undefined) choose(marked);
    else {
      setIsAwaited(true);
      onAwaited?.();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (isListed) setActive((active + step + found.length) % found.length);
      setIsOpen(true);
    } else if (event.key === 'Escape' && isListed) {
      setIsOpen(false);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const marked = found[active];
      if (isListed && text.trim() === '' && marked !== undefined) choose(marked);
      else take(event);
    } else if (event.key === 'Tab' && !event.shiftKey) take(event);
  };
  return (
    <div className="customer-box">
      <input
        {...ids}
        className="input"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={listId}
        aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
        // Escape closes the list first, and not the dialog around it.
        data-mantine-stop-propagation={isListed || undefined}
        data-field={name}
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        value={text}
        placeholder={placeholder}
        onChange={({ currentTarget: { value } }) => {
          onType(value);
          setActive(0);
          setIsAwaited(false);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <div id={listId} className="customer-list" role="listbox" hidden={!isListed} aria-label={listLabel}>
        {found.map((one, index) => (
          // The keys are those of the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={one.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-testid={`${name}-option`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
          >
            {one.shown}
          </div>
        ))}
      </div>
      {none !== undefined && isOpen && isCurrent && found.length === 0 && text.trim() !== '' && !isChosen ? (
        <p className="customer-list search-none" role="status">
          {none}
        </p>
      ) : null}
    </div>
  );
};
