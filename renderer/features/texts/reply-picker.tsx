import { Popover } from '@mantine/core';
import { IconMessage2 } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { CannedReply } from '../../../shared/ipc/desk-schemas.ts';
import { fillReply, type ReplyValues } from '../../../shared/reply/canned-reply.ts';
import { missingLanguages, replyIn } from '../../../shared/reply/reply-parts.ts';
import { foldText } from '../../../shared/search/find-words.ts';
import { useApp } from '../../app-context.ts';
import { useQuery } from '@tanstack/react-query';
import { repliesQuery } from '../../ipc/queries.ts';

export type PickedText = {
  readonly subject: string | null;
  readonly body: string;
  readonly isMissingLanguage: boolean;
};

type Props = {
  /** The customer's; null where it is not known: then that of the window. */
  readonly language: 'en' | 'fr' | null;
  readonly values: ReplyValues;
  readonly onPick: (text: PickedText) => void;
};

const LIST_ID = 'reply-picker-list';
const optionId = (index: number): string => `${LIST_ID}-${index}`;

const isMac = navigator.platform.startsWith('Mac');

/** `;` is a key of its own on AZERTY and QWERTY alike. */
const isPickKey = (press: globalThis.KeyboardEvent): boolean =>
  (isMac ? press.metaKey : press.ctrlKey) && !press.altKey && press.key === ';';

type ListProps = Omit<Props, 'language'> & { readonly language: 'en' | 'fr'; readonly onDone: () => void };

const Choices = ({ language, values, onPick, onDone }: ListProps) => {
  const intl = useIntl();
  const { data: replies } = useQuery(repliesQuery);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const wanted = foldText(search.trim());
  const found = (replies ?? []).filter(({ name, bodyEn, bodyFr }) =>
    foldText(`${name} ${bodyEn ?? ''} ${bodyFr ?? ''}`).includes(wanted),
  );
  const current = found[active];
  const pick = (reply: CannedReply): void => {
    const { subject, body, isMissingLanguage } = replyIn(reply, language);
    onPick({
      subject: subject === null ? null : fillReply(subject, values),
      body: fillReply(body, values),
      isMissingLanguage,
    });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    // Enter sends what surrounds it, and Escape closes it: here they are the list's.
    event.stopPropagation();
    if (step !== 0 && found.length > 0) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter' && current !== undefined) pick(current);
    else if (event.key === 'Escape') onDone();
    else return;
    event.preventDefault();
  };
  return (
    <div className="reply-picker" data-own-keys>
      <input
        className="input"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={LIST_ID}
        aria-activedescendant={current === undefined ? undefined : optionId(active)}
        aria-label={intl.formatMessage({ id: 'texts.find.reply' })}
        placeholder={intl.formatMessage({ id: 'texts.find.reply' })}
        // Whoever opens it types at once.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        data-autofocus
        spellCheck={false}
        value={search}
        onChange={({ currentTarget: { value } }) => {
          setSearch(value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        data-testid="reply-search"
      />
      <div id={LIST_ID} role="listbox" aria-label={intl.formatMessage({ id: 'texts.replys' })}>
        {found.map((reply, index) => {
          const { body } = replyIn(reply, language);
          return (
            // The keys are those of the search above.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={reply.id}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              data-testid="reply-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(reply)}
            >
              <span className="reply-name">
                <bdi>{reply.name}</bdi>
                {missingLanguages(reply).includes(language) ? (
                  <span className="missing">{intl.formatMessage({ id: `texts.missing.${language}` })}</span>
                ) : null}
              </span>
              <bdi className="reply-first-line">{fillReply(body, values).replaceAll(/\s+/g, ' ').slice(0, 140)}</bdi>
            </div>
          );
        })}
      </div>
      {found.length === 0 && replies !== undefined ? (
        <p className="quiet">
          {intl.formatMessage({ id: replies.length === 0 ? 'texts.none.reply' : 'filter.noOption' })}
        </p>
      ) : null}
    </div>
  );
};

/** A canned reply into what is being written, in the customer's language where it has it. Ctrl or Cmd with `;` opens it from the text. */
export const ReplyPicker = ({ language, values, onPick }: Props) => {
  const intl = useIntl();
  const { state } = useApp();
  const [isOpen, setIsOpen] = useState(false);
  const [origin, setOrigin] = useState<Element | null>(null);
  const open = useCallback((): void => {
    setOrigin(document.activeElement);
    setIsOpen(true);
  }, []);
  const done = (): void => {
    setIsOpen(false);
    requestAnimationFrame(() => {
      if (origin instanceof HTMLElement) origin.focus();
    });
  };
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (!isPickKey(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="top-start"
      width={420}
      shadow="md"
      offset={4}
      returnFocus={false}
    >
      <Popover.Target>
        <button
          type="button"
          className="banner-button reply-pick"
          aria-expanded={isOpen}
          title={intl.formatMessage({ id: 'texts.pickTitle' })}
          onClick={isOpen ? done : open}
          data-testid="reply-pick"
        >
          <IconMessage2 size={14} stroke={1.8} aria-hidden="true" /> {intl.formatMessage({ id: 'texts.pick' })}
          <kbd aria-hidden="true">{isMac ? '⌘' : 'Ctrl'} ;</kbd>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="filter-dropdown">
        {isOpen ? (
          <Choices language={language ?? state.language} values={values} onPick={onPick} onDone={done} />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
};
