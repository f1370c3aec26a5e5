import { LANGUAGES, type Language } from '../../../shared/i18n/language.ts';
import { usageError } from './arguments.ts';

export const readLanguage = (text: string): Language => {
  const language = LANGUAGES.find((one) => one === text);
  if (language === undefined) throw usageError(`--language '${text}' is none of ${LANGUAGES.join(', ')}.`);
  return language;
};
