import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Field, type FieldProps } from './field.tsx';

export type Suggestion = {
  readonly key: string;
  /** What the field then says. */
  readonly text: string;
  readonly shown: ReactNode;
};

type Props = FieldProps & {
  /** What fits what was typed; the answer to the last question counts. */
  readonly search: (text: string) => Promise<readonly Suggestion[]>;
  /** Fields that a choice changes beside the text; they are emptied while somebody types. */
  readonly onPick?: (picked: Suggestion | null) => Readonly<Record<string, string>>;
  readonly placeholder?: string;
};

/** A field that suggests while one types: arrows choose, Enter takes, Escape closes the list. */
export const SuggestField = ({ search, onPick, placeholder, ...field }: Props) => {
  const intl = useIntl();
  const { form, name } = field;
  const value = form.values[name] ?? '';
  const listId = useId();
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useRef(0);

  const ask = (text: string): void => {
    const question = ++asked.current;
    search(text).then(
      (suggestions) => {
        if (question !== asked.current) return;
        setFound(suggestions);
        setIsOpen(suggestions.length > 0);
        setAt(text.trim() === '' || suggestions.length === 0 ? -1 : 0);
      },
      () => setIsOpen(false),
    );
  };
  useEffect(
    () => () => {
      asked.current = -1;
    },
    [],
  );

  const close = (): void => {
    asked.current++;
    setIsOpen(false);
  };
  const pick = (suggestion: Suggestion): void => {
    close();
    form.change({ [name]: suggestion.text, ...onPick?.(suggestion) });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (isOpen) setAt((at + step + found.length) % found.length);
      else ask(value);
      return;
    }
    if (!isOpen || event.ctrlKey || event.metaKey) return;
    const chosen = found[at];
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      pick(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <Field {...field}>
      {(control) => (
        <div className="suggest">
          <input
            {...control}
            type="text"
            role="combobox"
            dir="auto"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={400}
            placeholder={placeholder}
            value={value}
            onChange={({ currentTarget }) => {
              form.change({ [name]: currentTarget.value, ...onPick?.(null) });
              ask(currentTarget.value);
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
            // Escape closes the list first, and not the dialog around it.
            data-mantine-stop-propagation={isOpen || undefined}
          />
          <div
            className="suggestions"
            id={listId}
            role="listbox"
            aria-label={intl.formatMessage({ id: field.label })}
            hidden={!isOpen}
          >
            {found.map((suggestion, index) => (
              // The field keeps the focus and has the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={suggestion.key}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(suggestion)}
              >
                {suggestion.shown}
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
};
