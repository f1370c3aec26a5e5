import en from '../../resources/locales/en.json';
import fr from '../../resources/locales/fr.json';
import type { Language } from '../../shared/i18n/language.ts';

/** Every sentence of the window by key, in ICU message syntax. */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, fr };

/** The regional conventions of each language: both write the day before the month and 24 hours. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };
