import { IconArrowForwardUp, IconMessageForward, IconNote, IconPencil } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { HandoverItem } from '../../../shared/handover/handover.ts';
import { useItemWords } from './use-item-words.ts';

type Props = {
  readonly item: HandoverItem;
  /** Names it for the item's button. */
  readonly id: string;
  /** Something was typed and not saved. */
  readonly isTyped: boolean;
};

/** What is said about an item: its next action, the promised update and a note. */
export const ItemWords = ({ item, id, isTyped }: Props) => {
  const intl = useIntl();
  const { at } = useItemWords();
  const word = (name: string): string => intl.formatMessage({ id: `handover.${name}` });
  const { nextAction, nextUpdateMs, note, carriedFrom } = item;
  const isEmpty = nextAction === null && nextUpdateMs === null && note === null;
  if (isEmpty && carriedFrom === null && !isTyped) return null;
  return (
    <div className="ho-words" id={id}>
      {carriedFrom === null ? null : <span className="mark ho-carried">{word('carried')}</span>}
      {isTyped ? (
        <span className="mark ho-typed">
          <IconPencil size={11} stroke={2} aria-hidden="true" /> {word('typed')}
        </span>
      ) : null}
      {nextAction === null ? null : (
        <span>
          <IconArrowForwardUp size={13} stroke={2} aria-hidden="true" />
          <span className="sr-only">{word('nextAction')} </span>
          <bdi>{nextAction}</bdi>
        </span>
      )}
      {nextUpdateMs === null ? null : (
        <span>
          <IconMessageForward size={13} stroke={2} aria-hidden="true" />
          {intl.formatMessage({ id: 'handover.updateBy' }, { at: at(nextUpdateMs) })}
        </span>
      )}
      {note === null ? null : (
        <span className="quiet">
          <IconNote size={13} stroke={2} aria-hidden="true" />
          <span className="sr-only">{word('note')} </span>
          <bdi>{note}</bdi>
        </span>
      )}
    </div>
  );
};
