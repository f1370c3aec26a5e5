import type { Language } from '../i18n/language.ts';
import type { InstantMs } from '../time/instant.ts';
import { LEDGER_ZONE, type Month } from './month.ts';

/** What a language brings to a statement. */
export type StatementWords = {
  readonly language: Language;
  /** Fills the message `statement.<id>` of `resources/locales`. */
  readonly say: (id: string, values?: Readonly<Record<string, string | number>>) => string;
  /** `November 2026` */
  readonly month: (month: Month) => string;
  /** The month of an instant, in the zone of the ledger. */
  readonly monthOf: (ms: InstantMs) => string;
  /** `3 Nov 2026`, in the zone of the ledger. */
  readonly day: (ms: InstantMs) => string;
  /** `14:05` */
  readonly time: (ms: InstantMs) => string;
  /** `1 h 05`, to the minute however long it is. */
  readonly minutes: (minutes: number) => string;
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };
const HOUR_MIN = 60;

/** Minutes in words of the trade: `45 min`, `2 h`, `1,203 h 05`. */
export const minutesText = (minutes: number, number: (value: number) => string): string => {
  const hours = Math.floor(minutes / HOUR_MIN);
  const rest = minutes % HOUR_MIN;
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${number(hours)}\u00a0h` : `${number(hours)}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
};

/** The words of a language, `say` being the sentences that whoever asks has at hand. */
export const statementWords = (
  language: Language,
  say: (id: string, values: Readonly<Record<string, string | number>>) => string,
): StatementWords => {
  const locale = LOCALES[language];
  const zoned = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: LEDGER_ZONE, ...options });
    return (ms) => format.format(ms);
  };
  const monthFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    say: (id, values = {}) => say(`statement.${id}`, values),
    month: (month) => monthFormat.format(Date.UTC(Math.floor(month / 12), month % 12, 1)),
    monthOf: zoned({ month: 'long', year: 'numeric' }),
    day: zoned({ day: 'numeric', month: 'short', year: 'numeric' }),
    time: zoned({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    minutes: (minutes) => minutesText(minutes, (value) => numbers.format(value)),
  };
};
