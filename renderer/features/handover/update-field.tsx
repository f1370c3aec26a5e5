import { useIntl } from 'react-intl';
import { momentText } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { FormField } from '../../ui/form-field.tsx';
import { readDraft, type ItemDraft } from './item-draft.ts';
import { useItemWords } from './use-item-words.ts';

type Props = { readonly draft: ItemDraft; readonly onChange: (update: string) => void };

/** The next update that the customer was promised, in the ways that people write a moment; what it comes to stands below. */
export const UpdateField = ({ draft, onChange }: Props) => {
  const intl = useIntl();
  const { zone } = useApp().rules;
  const { zoned } = useItemWords();
  const word = (id: string): string => intl.formatMessage({ id });
  const read = readDraft(draft, zone, getRealNowMs());
  const readMs = read.kind === 'words' ? read.words.nextUpdateMs : null;
  const problem =
    read.kind === 'words'
      ? null
      : word(read.kind === 'wrongSide' ? 'form.moment.aheadOnly' : 'handover.update.unreadable');
  /** Written out, so that a draft says the same an hour later. */
  const settle = (): void => {
    if (readMs !== null && draft.update !== momentText(zone, readMs)) onChange(momentText(zone, readMs));
  };
  return (
    <FormField
      label={word('handover.nextUpdate')}
      problem={problem}
      note={readMs === null ? word('form.moment.ahead') : `= ${zoned(readMs)}`}
    >
      {(ids) => (
        <input
          {...ids}
          className="input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          placeholder={word('form.moment.aheadExample')}
          value={draft.update}
          onChange={({ currentTarget: { value } }) => onChange(value)}
          onBlur={settle}
          data-field="nextUpdate"
        />
      )}
    </FormField>
  );
};
