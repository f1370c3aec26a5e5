import type { IntlShape } from 'react-intl';
import { UNKNOWN } from '../../../shared/i18n/clock-text.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { wallText } from './span-text.ts';

/** 5 January 1970 was a Monday. */
const MONDAY_MS = 4 * DAY_MS;

type Week = Readonly<Record<string, readonly (readonly [number, number])[] | undefined>>;

const weekText = (intl: IntlShape, week: Week): string => {
  const name = new Intl.DateTimeFormat(intl.locale, { weekday: 'short', timeZone: 'UTC' });
  const days = Object.entries(week).flatMap(([day, hours]) =>
    hours === undefined || hours.length === 0
      ? []
      : [
          `${name.format(MONDAY_MS + (Number(day) - 1) * DAY_MS)} ${hours
            .map(([open, close]) => `${wallText(open)}–${wallText(close)}`)
            .join(' ')}`,
        ],
  );
  return days.length === 0 ? intl.formatMessage({ id: 'people.noHours' }) : days.join(', ');
};

/** A fact of a person in words. */
export const personFactText = (
  intl: IntlShape,
  fact: string,
  value: string | boolean | readonly string[] | Week | null,
): string => {
  const word = (id: string): string => intl.formatMessage({ id });
  if (fact === 'week' && value === null) return word('people.usualHoursShort');
  if (value === null) return UNKNOWN;
  if (typeof value === 'boolean') return word(value ? 'people.there' : 'people.left');
  if (typeof value === 'string') {
    if (fact === 'role') return word(`profile.role.${value}`);
    return fact === 'level' ? word(`level.${value}`) : value;
  }
  if (isList(value))
    return value.length === 0 ? UNKNOWN : value.map((one) => word(`create.language.${one}`)).join(', ');
  return weekText(intl, value);
};

const isList = (value: readonly string[] | Week): value is readonly string[] => Array.isArray(value);
