import type { Language } from '../../shared/i18n/language.ts';
import en from '../../resources/locales/shell.en.json';
import fr from '../../resources/locales/shell.fr.json';

export type ShellTexts = typeof en;

const TEXTS: Readonly<Record<Language, ShellTexts>> = { en, fr };

/** The texts that the shell shows itself: native menu and dialogs. */
export const menuTexts = (language: Language): ShellTexts => TEXTS[language];
