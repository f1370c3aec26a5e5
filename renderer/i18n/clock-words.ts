import type { Language } from '../../shared/i18n/language.ts';
import type { ClockWords } from '../../shared/i18n/clock-text.ts';
import type { InstantFormat } from '../../shared/i18n/instant-format.ts';
import { LOCALES, MESSAGES } from './messages.ts';

/** The words of clocks in a language. Cells ask them every second, so they are plain templates, read once. */
export const clockWords = (language: Language, instants: InstantFormat): ClockWords => {
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  const template = (id: string): ((value: string) => string) => {
    const text = MESSAGES[language][id] ?? id;
    return (value) => text.replace('{value}', value);
  };
  return {
    number: (value) => numbers.format(value),
    dueAt: instants.near,
    left: template('figure.left'),
    met: template('figure.met')(''),
    metAfter: template('figure.metAfter'),
    late: template('figure.late'),
  };
};
