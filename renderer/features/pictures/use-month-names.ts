import { useIntl } from 'react-intl';
import type { Month } from '../../../shared/expertise/month.ts';

const atUtc = (month: Month): number => Date.UTC(Math.floor(month / 12), month % 12, 1);

/** How months are called: short below a bar, with the year where it begins; whole elsewhere. */
export const useMonthNames = () => {
  const intl = useIntl();
  const format = (month: Month, options: Intl.DateTimeFormatOptions): string =>
    intl.formatDate(atUtc(month), { timeZone: 'UTC', ...options });
  return {
    whole: (month: Month): string => format(month, { month: 'long', year: 'numeric' }),
    short: (month: Month, i: number): string => {
      const name = format(month, { month: 'short' });
      // A December that comes first leaves the year to the January beside it.
      return month % 12 === 0 || (i === 0 && month % 12 !== 11)
        ? `${name} ’${String(Math.floor(month / 12)).slice(-2)}`
        : name;
    },
  };
};
