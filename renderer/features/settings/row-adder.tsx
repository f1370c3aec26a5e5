import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { LANGUAGES } from '../../../shared/i18n/language.ts';
import { addRow, NO_TEXT } from './offer-draft.ts';
import type { PolicyDraft } from './policy-draft.ts';

type Props = { readonly draft: PolicyDraft; readonly onChange: (draft: PolicyDraft) => void };

/** Adds a row of the desk's own to the offer's table, named in both languages. */
export const RowAdder = ({ draft, onChange }: Props) => {
  const intl = useIntl();
  const [name, setName] = useState(NO_TEXT);
  const [isTried, setIsTried] = useState(false);
  const isNamed = LANGUAGES.every((language) => name[language].trim() !== '');
  const add = (): void => {
    setIsTried(!isNamed);
    if (!isNamed) return;
    onChange({ ...draft, offer: addRow(draft.offer, { en: name.en.trim(), fr: name.fr.trim() }) });
    setName(NO_TEXT);
  };
  return (
    <div className="policy-line" data-testid="offer-new-row">
      <span className="policy-inline">{intl.formatMessage({ id: 'offer.newRow' })}</span>
      {LANGUAGES.map((language) => {
        const label = intl.formatMessage({ id: `offer.rowName.${language}` });
        const isWrong = isTried && name[language].trim() === '';
        return (
          <span className="typed-field offer-row-name" key={language}>
            <input
              className="input"
              aria-label={label}
              placeholder={label}
              aria-invalid={isWrong ? true : undefined}
              aria-describedby={isWrong ? `offer-row-told-${language}` : undefined}
              maxLength={400}
              value={name[language]}
              onChange={({ currentTarget: { value } }) => setName({ ...name, [language]: value })}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add();
              }}
              data-testid={`offer-row-${language}`}
            />
            {isWrong ? (
              <span className="form-told" id={`offer-row-told-${language}`} role="alert" data-wrong>
                {intl.formatMessage({ id: 'policy.wrong.bothLanguages' })}
              </span>
            ) : null}
          </span>
        );
      })}
      <button type="button" className="banner-button" onClick={add} data-testid="offer-row-add">
        <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {intl.formatMessage({ id: 'offer.addRow' })}
      </button>
    </div>
  );
};
