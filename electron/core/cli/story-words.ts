import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../../resources/locales/en.json';
import fr from '../../../resources/locales/fr.json';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import type { Language } from '../../../shared/ipc/contract.ts';
import type { StoryWords } from '../../../shared/sla/tell-story.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';

const MESSAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, fr };
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** The words of a clock's story as the window has them, for the command line. */
export const storyWords = (language: Language, zone: string): StoryWords => {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const instants = instantFormat(locale, zone);
  return {
    say: (id, values = {}) => {
      const message = MESSAGES[language][id];
      if (message === undefined) throw new Error(`no message ${id}`);
      return String(new IntlMessageFormat(message, locale).format(values));
    },
    instant: instants.due,
    day: instants.shortDay,
    duration: (ms) => durationText(Math.floor(ms / SECOND_MS), (value) => numbers.format(value)),
  };
};
