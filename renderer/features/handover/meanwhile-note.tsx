import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ItemWords } from '../../../shared/handover/handover.ts';
import { useItemWords } from './use-item-words.ts';

type Props = {
  readonly base: ItemWords;
  readonly item: ItemWords;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** What of an item changed while somebody wrote about it, and whose words go on. */
export const MeanwhileNote = ({ base, item, onMine, onTheirs }: Props) => {
  const intl = useIntl();
  const { at } = useItemWords();
  const word = (id: string): string => intl.formatMessage({ id: `handover.${id}` });
  const said = (value: string | null): string => value ?? word('nothing');
  const when = (ms: number | null): string => (ms === null ? word('nothing') : at(ms));
  const fields = [
    { name: 'nextAction', was: said(base.nextAction), is: said(item.nextAction) },
    { name: 'nextUpdate', was: when(base.nextUpdateMs), is: when(item.nextUpdateMs) },
    { name: 'note', was: said(base.note), is: said(item.note) },
  ].filter(({ was, is }) => was !== is);
  return (
    <div className="ho-told" data-tone="warn" role="alert" data-testid="meanwhile">
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      <div>
        <p>{word('meanwhile')}</p>
        <ul>
          {fields.map(({ name, was, is }) => (
            <li key={name}>{intl.formatMessage({ id: 'handover.meanwhile.field' }, { field: word(name), was, is })}</li>
          ))}
        </ul>
        <div className="ho-told-do">
          <button type="button" className="banner-button" onClick={onMine} data-testid="keep-mine">
            {word('meanwhile.mine')}
          </button>
          <button type="button" className="banner-button" onClick={onTheirs} data-testid="take-theirs">
            {word('meanwhile.theirs')}
          </button>
        </div>
      </div>
    </div>
  );
};
