import { useCallback } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { DAY_MS, MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { useNow } from '../../state/now-store.ts';

/** From here on hours say less than days. */
const DAYS_FROM_MS = 2 * DAY_MS;

const spanText = (intl: IntlShape, ms: number): string => {
  if (ms >= DAYS_FROM_MS) return intl.formatMessage({ id: 'wall.days' }, { days: Math.floor(ms / DAY_MS) });
  return durationText(Math.floor(Math.max(0, ms) / MINUTE_MS) * 60, (value) => intl.formatNumber(value));
};

/** How long ago an instant is, to the minute. */
export const Since = ({ sinceMs }: { readonly sinceMs: InstantMs }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const text = useNow(useCallback((nowMs: number) => spanText(intl, nowMs - sinceMs), [intl, sinceMs]));
  return <time title={instants.full(sinceMs)}>{text}</time>;
};
