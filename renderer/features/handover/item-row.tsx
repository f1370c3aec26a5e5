import { IconArrowRight, IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { useIntl } from 'react-intl';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { putCursor, useHandoverStore } from '../../state/handover-store.ts';
import { leftIn } from '../../ui/left-form.ts';
import { acceptItems, beginEdit, isOwnNote, openItem, removeNote, toggleChecked } from './acts.ts';
import { titleParts, type PageItem } from './handed-items.ts';
import { draftForm, isTyped, type ItemDraft } from './item-draft.ts';
import { ItemEditor } from './item-editor.tsx';
import { ItemWords } from './item-words.tsx';
import { Lack } from './lack.tsx';
import { useItemWords } from './use-item-words.ts';

/** How it stands with who takes it over. */
export type Standing = 'prepared' | 'open' | 'accepted' | 'late' | 'goneOn';

export const standingOf = (item: PageItem, isOffered: boolean, isOpen: boolean): Standing => {
  if (item.accepted !== null) return 'accepted';
  if (item.late !== null) return 'late';
  return !isOffered ? 'prepared' : isOpen ? 'open' : 'goneOn';
};

type TakenProps = { readonly item: PageItem; readonly standing: Standing; readonly asOfMs: InstantMs };

const Taken = ({ item, standing, asOfMs }: TakenProps) => {
  const intl = useIntl();
  const words = useItemWords();
  const by = item.accepted ?? item.late;
  if (standing === 'goneOn') {
    return (
      <span className="ho-taken quiet" data-testid="handed-on">
        <IconArrowRight size={13} stroke={2} aria-hidden="true" />
        {intl.formatMessage({ id: 'handover.goneOn' })}
      </span>
    );
  }
  if (by === null) return null;
  const isLate = standing === 'late';
  const whole = { who: words.signature(by) };
  return (
    <span
      className="ho-taken"
      data-standing={standing}
      title={intl.formatMessage({ id: isLate ? 'handover.acceptedLate' : 'handover.acceptedBy' }, whole)}
    >
      <IconCheck size={13} stroke={2.4} aria-hidden="true" />
      <span className="sr-only">{intl.formatMessage({ id: 'handover.paper.accepted' })} </span>
      <bdi>{words.near(by, asOfMs)}</bdi>
      {isLate ? <span>{intl.formatMessage({ id: 'handover.late' })}</span> : null}
    </span>
  );
};

type Props = {
  readonly handoverId: string;
  readonly item: PageItem;
  readonly standing: Standing;
  /** When the handover was begun. */
  readonly asOfMs: InstantMs;
  readonly isCursor: boolean;
  readonly mayEdit: boolean;
  readonly mayAccept: boolean;
};

/** One item of a handover: what it is, what is said of it, and who accepted it. */
const Row = ({ handoverId, item, standing, asOfMs, isCursor, mayEdit, mayAccept }: Props) => {
  const intl = useIntl();
  const { zone } = useApp().rules;
  const words = useItemWords();
  const isChecked = useHandoverStore(({ checked }) => checked.has(item.id));
  const isEditing = useHandoverStore(({ editing }) => editing === item.id);
  const word = (id: string): string => intl.formatMessage({ id: `handover.${id}` });
  const { reference, rest } = titleParts(item);
  const when = words.when(item, asOfMs);
  const typed = isEditing ? undefined : leftIn<ItemDraft>(draftForm(handoverId, item.id));
  const isAcceptable = standing === 'open' && mayAccept;
  const wordsId = `words-${item.id}`;
  return (
    <li
      className="ho-item"
      data-item={item.id}
      data-standing={standing}
      data-cursor={isCursor || undefined}
      data-checked={isChecked || undefined}
      data-testid="handover-item"
    >
      <div className="ho-item-line">
        {isAcceptable ? (
          <input
            type="checkbox"
            className="ho-check"
            tabIndex={-1}
            checked={isChecked}
            onChange={() => toggleChecked(item.id)}
            aria-label={intl.formatMessage({ id: 'handover.check' }, { title: item.title })}
          />
        ) : null}
        <button
          type="button"
          className="ho-item-head"
          tabIndex={isCursor ? 0 : -1}
          data-item-head
          aria-describedby={wordsId}
          onFocus={() => putCursor(item.id)}
          onClick={() => openItem(item)}
          data-testid="handover-item-head"
        >
          {reference === null ? null : (
            <>
              <bdi className="ho-reference">{reference}</bdi>{' '}
            </>
          )}
          <bdi>{rest}</bdi>
        </button>
        {standing === 'prepared' ? <Lack item={item} /> : null}
        {when === null ? null : <span className="ho-when">{when}</span>}
        <Taken {...{ item, standing, asOfMs }} />
        {isAcceptable ? (
          <button
            type="button"
            className="banner-button ho-act"
            tabIndex={-1}
            onClick={() => void acceptItems(new Set([item.id]))}
            data-testid="accept-item"
          >
            {word('accept')}
          </button>
        ) : null}
        {mayEdit && !isEditing ? (
          <button
            type="button"
            className="icon-button"
            tabIndex={-1}
            title={word('edit')}
            onClick={() => beginEdit(item.id)}
            data-testid="edit-item"
          >
            <IconPencil size={15} stroke={1.8} aria-hidden="true" />
            <span className="sr-only">{word('edit')}</span>
          </button>
        ) : null}
        {mayEdit && isOwnNote(item) ? (
          <button
            type="button"
            className="icon-button"
            tabIndex={-1}
            title={word('note.remove')}
            onClick={() => void removeNote(item.id)}
            data-testid="remove-note"
          >
            <IconTrash size={15} stroke={1.8} aria-hidden="true" />
            <span className="sr-only">{word('note.remove')}</span>
          </button>
        ) : null}
      </div>
      <ItemWords {...{ item, id: wordsId }} isTyped={typed !== undefined && isTyped(typed, zone)} />
      {isEditing ? <ItemEditor {...{ handoverId, item }} /> : null}
    </li>
  );
};

export const ItemRow = memo(Row);
