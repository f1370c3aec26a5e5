import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { offsetAt } from '../../../shared/calendar/zone.ts';
import { LEDGER_ZONE, monthAt, monthStartMs } from '../../../shared/expertise/month.ts';
import type { Period } from '../../../shared/report/sink.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';

const QUARTER = 3;
const YEAR = 12;

/** How a period is called: by its month, quarter or year where it is one, else by its days. */
export const usePeriodNames = (): ((period: Period) => string) => {
  const intl = useIntl();
  const zone = useLedgerZone();
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(intl.locale, { timeZone: LEDGER_ZONE, month: 'long', year: 'numeric' });
    const days = new Intl.DateTimeFormat(intl.locale, {
      ...{ timeZone: LEDGER_ZONE, day: 'numeric', month: 'short', year: 'numeric' },
    });
    const monthsOf = ({ fromMs, toMs }: Period): { readonly first: number; readonly count: number } | null => {
      const [first, next] = [monthAt(zone, fromMs), monthAt(zone, toMs)];
      const isWhole = monthStartMs(zone, first) === fromMs && monthStartMs(zone, next) === toMs;
      return isWhole ? { first, count: next - first } : null;
    };
    const weekOf = ({ fromMs, toMs }: Period): string | null => {
      const localMs = fromMs + offsetAt(zone, fromMs);
      const isWeek = new Date(localMs).getUTCDay() === 1 && Math.round((toMs - fromMs) / DAY_MS) === 7;
      if (!isWeek || localMs % DAY_MS !== 0) return null;
      // The ISO week is that of its Thursday.
      const thursday = new Date(localMs + 3 * DAY_MS);
      const week = 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY_MS));
      return intl.formatMessage({ id: 'reports.name.week' }, { week });
    };
    return (period) => {
      const { fromMs, toMs } = period;
      const months = monthsOf(period);
      const year = months === null ? 0 : Math.floor(months.first / YEAR);
      if (months?.count === 1) return month.format(fromMs);
      if (months?.count === YEAR && months.first % YEAR === 0) return String(year);
      if (months?.count === QUARTER && months.first % QUARTER === 0) {
        const quarter = (months.first % YEAR) / QUARTER + 1;
        return intl.formatMessage({ id: 'reports.name.quarter' }, { quarter, year: String(year) });
      }
      const span = days.formatRange(fromMs, Math.max(fromMs, toMs - 1));
      const week = weekOf(period);
      return week === null ? span : `${week}, ${span}`;
    };
  }, [intl, zone]);
};
