import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PASSPHRASE_MAX } from '../../../shared/access/passphrase.ts';
import { FormField } from '../../ui/form-field.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isShown: boolean;
  readonly problem?: string | null;
  readonly note?: string | undefined;
  readonly isFirst?: boolean;
  readonly testId: string;
};

/** A line for a passphrase; says when Caps Lock is on. */
export const PassphraseField = ({ label, value, onChange, isShown, problem = null, note, isFirst, testId }: Props) => {
  const intl = useIntl();
  const [isCaps, setIsCaps] = useState(false);
  const told = isCaps ? intl.formatMessage({ id: 'people.capsLock' }) : note;
  return (
    <FormField label={label} problem={problem} {...(told === undefined ? {} : { note: told })}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          maxLength={PASSPHRASE_MAX}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyUp={(event) => setIsCaps(event.getModifierState('CapsLock'))}
          data-autofocus={isFirst || undefined}
          data-testid={testId}
        />
      )}
    </FormField>
  );
};
