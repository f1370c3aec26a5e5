import { durationText } from '../../../shared/i18n/clock-text.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { StoryWords } from '../../../shared/sla/tell-story.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { LOCALES, messagesOf } from './messages.ts';

/** The words of a clock's story as the window has them, for the command line. */
export const storyWords = (language: Language, zone: string): StoryWords => {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const instants = instantFormat(locale, zone);
  return {
    say: messagesOf(language),
    instant: instants.due,
    day: instants.shortDay,
    duration: (ms) => durationText(Math.floor(ms / SECOND_MS), (value) => numbers.format(value)),
  };
};
