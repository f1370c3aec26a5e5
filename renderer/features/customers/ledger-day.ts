import type { IntlShape } from 'react-intl';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

/** `31 January`, with its year where that is another one than now: days and months of the ledger are those of its zone. */
export const ledgerDay = (intl: IntlShape, ms: InstantMs, nowMs: InstantMs): string => {
  const year = (at: InstantMs): string => intl.formatDate(at, { timeZone: LEDGER_ZONE, year: 'numeric' });
  const day = { timeZone: LEDGER_ZONE, day: 'numeric', month: 'long' } as const;
  return intl.formatDate(ms, year(ms) === year(nowMs) ? day : { ...day, year: 'numeric' });
};

/** The last day of what ends at an instant, which is exclusive: `31 January` for midnight on 1 February. */
export const lastDay = (intl: IntlShape, endsAtMs: InstantMs, nowMs: InstantMs): string =>
  ledgerDay(intl, endsAtMs - 1, nowMs);
