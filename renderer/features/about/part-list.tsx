import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { findParts, moved, type Part } from './parts.ts';

/** Null until they are read. */
type Props = { readonly parts: readonly Part[] | null };

/** Parts by name, found by typing; the arrows walk through them from the field, and Tab leads to the text of the one that is shown. */
export const PartList = ({ parts }: Props) => {
  const intl = useIntl();
  const listId = useId();
  const word = (name: string, values = {}): string => intl.formatMessage({ id: `about.${name}` }, values);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(0);
  const found = findParts(parts ?? [], typed);
  const index = Math.min(wanted, Math.max(0, found.length - 1));
  const shown = found[index];
  const marked = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
    text.current?.scrollTo(0, 0);
    // What is shown has changed, and where it stands with it.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(index, event.key, found.length);
    if (next === null || found.length === 0) return;
    event.preventDefault();
    setWanted(next);
  };
  return (
    <div className="about-parts">
      <div className="about-list">
        <h3 className="about-list-title">{word('parts')}</h3>
        <input
          type="text"
          className="option-search"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={shown === undefined ? undefined : `${listId}-${index}`}
          aria-label={word('find')}
          placeholder={word('find')}
          spellCheck={false}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setWanted(0);
          }}
          onKeyDown={onKeyDown}
          data-autofocus
          data-testid="about-find"
        />
        <p className="quiet about-count" role="status">
          {parts === null ? '\u00a0' : word('count', { count: found.length })}
        </p>
        <div id={listId} className="about-options" role="listbox" aria-label={word('parts')}>
          {found.map((part, at) => (
            // The keys are those of the field, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={part.name}
              id={`${listId}-${at}`}
              ref={at === index ? marked : undefined}
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              className="about-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setWanted(at)}
              data-testid="about-part"
            >
              <span>{part.name}</span>
              <span className="quiet">{part.licence}</span>
            </div>
          ))}
        </div>
      </div>
      {shown === undefined ? (
        <p className="quiet about-none">{parts === null ? null : word('none', { typed })}</p>
      ) : (
        // It is scrolled by keys, so that it can be read without a pointer.
        <section
          className="about-text"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          ref={text}
          aria-label={word('textOf', { name: shown.name })}
          data-testid="about-text"
        >
          <h3>{shown.name}</h3>
          <p className="quiet">{word('version', { version: shown.version, licence: shown.licence })}</p>
          {/* As whoever wrote it gave it: a licence is not translated. */}
          <pre lang="en">{shown.text}</pre>
        </section>
      )}
    </div>
  );
};
