import { createIntl, createIntlCache, type IntlShape } from 'react-intl';
import type { Language } from '../../shared/i18n/language.ts';
import { LOCALES, MESSAGES } from './messages.ts';

const cache = createIntlCache();
const made = new Map<Language, IntlShape>();

/** The sentences in the window's language for what is told from outside of a component: the answer to a key press. */
export const presentIntl = (): IntlShape => {
  const language: Language = document.documentElement.lang === 'fr' ? 'fr' : 'en';
  const known = made.get(language);
  if (known !== undefined) return known;
  const intl = createIntl(
    { locale: LOCALES[language], defaultLocale: 'en-GB', messages: { ...MESSAGES[language] } },
    cache,
  );
  made.set(language, intl);
  return intl;
};
