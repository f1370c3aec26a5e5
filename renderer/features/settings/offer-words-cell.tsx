import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { LANGUAGES } from '../../../shared/i18n/language.ts';
import type { OwnText } from '../../../shared/tier/catalogue.ts';
import { NO_TEXT } from './offer-draft.ts';
import type { Problem } from './read-draft.ts';

type Props = {
  /** The row and the tier, for readers. */
  readonly label: string;
  /** What stands in it, in the language of the screen. */
  readonly shown: string;
  /** Nobody said it yet. */
  readonly isUnsaid: boolean;
  /** What a lead wrote; null where it says what is shipped. */
  readonly text: OwnText | null;
  readonly problem: Problem | undefined;
  readonly onChange: (text: OwnText | null) => void;
  readonly testId: string;
};

/** A value in words that may be changed: as it reads, and its fields in both languages once it is opened. */
export const OfferWordsCell = ({ label, shown, isUnsaid, text, problem, onChange, testId }: Props) => {
  const intl = useIntl();
  const language = intl.locale.startsWith('fr') ? 'fr' : 'en';
  const [isOpen, setIsOpen] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) first.current?.focus();
  }, [isOpen]);
  const close = (): void => {
    setIsOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!isOpen && problem === undefined) {
    return (
      <button
        type="button"
        className="offer-open"
        ref={opener}
        aria-label={intl.formatMessage({ id: 'offer.change' }, { cell: label, value: shown })}
        onClick={() => setIsOpen(true)}
        data-testid={testId}
      >
        <span data-unsaid={isUnsaid || undefined}>{shown}</span>
        <IconPencil size={13} stroke={1.9} aria-hidden="true" />
      </button>
    );
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  const typed = text ?? { ...NO_TEXT, [language]: isUnsaid ? '' : shown };
  return (
    // The keys end what its fields began.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span className="offer-words" onKeyDown={onKeyDown}>
      {LANGUAGES.map((one) => (
        <label key={one}>
          <span>{one.toUpperCase()}</span>
          <input
            className="input"
            ref={one === language ? first : null}
            aria-label={`${label}, ${intl.formatMessage({ id: `offer.language.${one}` })}`}
            aria-invalid={problem === undefined || typed[one].trim() !== '' ? undefined : true}
            aria-describedby={problem === undefined ? undefined : `${testId}-told`}
            maxLength={400}
            value={typed[one]}
            onChange={({ currentTarget: { value } }) => onChange({ ...typed, [one]: value })}
            data-testid={`${testId}-${one}`}
          />
        </label>
      ))}
      {problem === undefined ? null : (
        <span className="form-told" id={`${testId}-told`} data-wrong>
          {intl.formatMessage({ id: `policy.wrong.${problem}` })}
        </span>
      )}
      {text === null ? null : (
        <button
          type="button"
          className="banner-button"
          onClick={() => {
            onChange(null);
            close();
          }}
          data-testid={`${testId}-reset`}
        >
          <IconArrowBackUp size={13} stroke={1.9} aria-hidden="true" /> {intl.formatMessage({ id: 'offer.reset' })}
        </button>
      )}
    </span>
  );
};
