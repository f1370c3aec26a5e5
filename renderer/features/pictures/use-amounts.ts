import { useIntl } from 'react-intl';
import { hoursOf } from '../../../shared/csv/write-csv.ts';
import { minutesText } from '../../../shared/expertise/statement-words.ts';
import type { Measure } from './picture-data.ts';

/** Where an axis of hours ends: whole hours, so that quarters of one are marked as such. */
export const wholeHours = (most: number): number => Math.max(1, Math.ceil(most));

/** How amounts are written in the window's language. */
export const useAmounts = () => {
  const intl = useIntl();
  return {
    /** `1 h 05` */
    minutes: (minutes: number): string => minutesText(minutes, (value) => intl.formatNumber(value)),
    /** `2.5 h`, of hours, on an axis. */
    hours: (hours: number): string => `${intl.formatNumber(hours, { maximumFractionDigits: 2 })}\u00a0h`,
  };
};

/** Minutes, on an axis of hours. */
export const useHours = (): Measure => {
  const { hours, minutes } = useAmounts();
  return { onAxis: hoursOf, tick: hours, text: minutes, end: wholeHours };
};
