import type { IntlShape } from 'react-intl';
import { durationText } from '../../../shared/i18n/clock-text.ts';

/** Minutes of expertise in words of the trade: `1 h 30`. */
export const hoursText = (intl: IntlShape, minutes: number): string =>
  durationText(minutes * 60, (value) => intl.formatNumber(value));
