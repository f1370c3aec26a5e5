import { useIntl } from 'react-intl';
import { ASSIGNMENTS, type Assignment } from '../../../../shared/expertise/assignment.ts';
import { languageName } from '../../ticket/forms/language-name.ts';
import { ChoiceField } from './choice-field.tsx';

const LANGUAGES = ['fr', 'en'] as const;

type KindProps = {
  readonly value: Assignment;
  readonly onChange: (assignment: Assignment) => void;
  readonly isFirst?: boolean;
  readonly fixed?: string | null;
};

/** What an expert does for the customer. */
export const KindField = (props: KindProps) => {
  const intl = useIntl();
  return (
    <ChoiceField
      {...props}
      label={intl.formatMessage({ id: 'session.field.kind' })}
      name="assignment"
      choices={ASSIGNMENTS.map((value) => ({
        value,
        label: intl.formatMessage({ id: `expertise.assignment.${value}` }),
      }))}
    />
  );
};

type LanguageProps = { readonly value: 'en' | 'fr'; readonly onChange: (language: 'en' | 'fr') => void };

/** The language in which a session is held. */
export const LanguageField = (props: LanguageProps) => {
  const intl = useIntl();
  return (
    <ChoiceField
      {...props}
      label={intl.formatMessage({ id: 'session.field.language' })}
      name="language"
      choices={LANGUAGES.map((value) => ({ value, label: languageName(intl.locale, value) }))}
    />
  );
};
