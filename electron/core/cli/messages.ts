import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../../resources/locales/en.json';
import fr from '../../../resources/locales/fr.json';
import type { Language } from '../../../shared/i18n/language.ts';

const MESSAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, fr };
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** Fills the sentences that the window has, for the command line. */
export const messagesOf =
  (language: Language) =>
  (id: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const message = MESSAGES[language][id];
    if (message === undefined) throw new Error(`no message ${id}`);
    return String(new IntlMessageFormat(message, LOCALES[language]).format(values));
  };
