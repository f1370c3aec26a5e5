import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { EditedId } from './use-edits.ts';

export type ListedText = {
  readonly id: EditedId;
  readonly name: string;
  /** What stands behind the name: a missing language, how many steps. */
  readonly mark: ReactNode;
  readonly isUnsaved: boolean;
};

type Props = {
  readonly kind: 'reply' | 'macro';
  readonly items: readonly ListedText[];
  readonly chosen: EditedId | null;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onChoose: (id: EditedId) => void;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
};

const LIST_ID = 'texts-list';
const itemId = (id: EditedId): string => `${LIST_ID}-${id}`;

/** The names at the left. Arrows choose, Enter goes into the editor, Delete asks to delete. */
export const TextList = ({ kind, items, chosen, search, onSearch, onChoose, onOpen, onDelete }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const at = items.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (chosen !== null) document.getElementById(itemId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const move = (to: number): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, to))];
    if (next !== undefined) onChoose(next.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Enter: onOpen,
      ...(event.currentTarget.id === LIST_ID
        ? { Home: () => move(0), End: () => move(items.length - 1), Delete: onDelete }
        : {}),
    };
    const press = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (press === undefined) return;
    event.preventDefault();
    press();
  };
  return (
    <div className="texts-side">
      <div className="texts-find">
        <IconSearch size={14} stroke={2} aria-hidden="true" />
        <input
          className="input"
          value={search}
          data-testid="texts-search"
          placeholder={word(`texts.find.${kind}`)}
          aria-label={word(`texts.find.${kind}`)}
          aria-controls={LIST_ID}
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => onSearch(value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={LIST_ID}
        className="texts-list"
        role="listbox"
        tabIndex={0}
        aria-label={word(`texts.${kind}s`)}
        aria-activedescendant={at < 0 || chosen === null ? undefined : itemId(chosen)}
        onKeyDown={onKeyDown}
        data-testid="texts-list"
      >
        {items.map(({ id, name, mark, isUnsaved }) => (
          // The keys are those of the list.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={id}
            id={itemId(id)}
            role="option"
            tabIndex={-1}
            aria-selected={id === chosen}
            data-testid="text-item"
            onClick={() => onChoose(id)}
          >
            <bdi>{name === '' ? word(`texts.nameless.${kind}`) : name}</bdi>
            {isUnsaved ? <span className="unsaved-mark">{word('texts.unsavedMark')}</span> : null}
            {mark}
          </div>
        ))}
      </div>
      {items.length === 0 ? (
        <p className="texts-none quiet">{word(search === '' ? `texts.none.${kind}` : 'filter.noOption')}</p>
      ) : null}
      <button type="button" className="banner-button texts-new" onClick={() => onChoose('new')} data-testid="new-text">
        <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word(`texts.new.${kind}`)}
      </button>
    </div>
  );
};
