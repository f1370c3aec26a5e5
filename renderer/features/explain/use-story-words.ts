import { useMemo } from 'react';
import { createIntl, useIntl, type IntlShape } from 'react-intl';
import type { Language } from '../../../shared/i18n/language.ts';
import type { StoryWords } from '../../../shared/sla/tell-story.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { durationText, type ClockWords } from '../../../shared/i18n/clock-text.ts';
import { clockWords } from '../../i18n/clock-words.ts';
import { instantFormat, type InstantFormat } from '../../../shared/i18n/instant-format.ts';
import { LOCALES, MESSAGES } from '../../i18n/messages.ts';

const toWords = (intl: IntlShape, instants: InstantFormat, { number }: Pick<ClockWords, 'number'>): StoryWords => ({
  say: (id, values = {}) => intl.formatMessage({ id }, values),
  instant: instants.due,
  day: instants.shortDay,
  duration: (ms) => durationText(Math.floor(ms / SECOND_MS), number),
});

/** The words of a clock's story in the user's language. */
export const useStoryWords = (): StoryWords => {
  const intl = useIntl();
  const app = useApp();
  return useMemo(() => toWords(intl, app.instants, app.clockWords), [intl, app]);
};

/** The same in another language: what is copied is for the customer. */
export const storyWordsIn = (language: Language, zone: string): StoryWords => {
  const instants = instantFormat(LOCALES[language], zone);
  const intl = createIntl({ locale: LOCALES[language], messages: { ...MESSAGES[language] } });
  return toWords(intl, instants, clockWords(language, instants));
};
