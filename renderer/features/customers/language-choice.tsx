import { useIntl } from 'react-intl';
import { ChoiceRow } from '../../ui/choice-row.tsx';

type Language = 'en' | 'fr' | null;

const CHOICES = [
  ['fr', 'create.language.fr'],
  ['en', 'create.language.en'],
  ['', 'create.platformUnknown'],
] as const;

/** The language in which somebody is served; null where it is not known. */
export const LanguageChoice = ({
  value,
  onChange,
}: {
  readonly value: Language;
  readonly onChange: (value: Language) => void;
}) => {
  const intl = useIntl();
  return (
    <ChoiceRow
      label={intl.formatMessage({ id: 'customers.language' })}
      value={value ?? ''}
      choices={CHOICES.map(([one, id]) => ({ value: one, label: intl.formatMessage({ id }) }))}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
};
