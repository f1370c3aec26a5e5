import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import type { Step } from '../../../shared/report/period.ts';
import type { Period } from '../../../shared/report/sink.ts';

/** How the parts of a period are called: short below a bar, whole in a table. */
export const usePartNames = (step: Step) => {
  const intl = useIntl();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
      const formatter = new Intl.DateTimeFormat(intl.locale, { timeZone: LEDGER_ZONE, ...options });
      return (ms) => formatter.format(ms);
    };
    const day = format({ day: 'numeric', month: 'short' });
    const month = format({ month: 'short', year: '2-digit' });
    const wholeDay = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
    const wholeMonth = format({ month: 'long', year: 'numeric' });
    const span = new Intl.DateTimeFormat(intl.locale, {
      ...{ timeZone: LEDGER_ZONE, day: 'numeric', month: 'short', year: 'numeric' },
    });
    return {
      short: ({ fromMs }: Period): string => (step === 'month' ? month(fromMs) : day(fromMs)),
      whole: ({ fromMs, toMs }: Period): string => {
        if (step === 'day') return wholeDay(fromMs);
        return step === 'month' ? wholeMonth(fromMs) : span.formatRange(fromMs, Math.max(fromMs, toMs - 1));
      },
    };
  }, [intl.locale, step]);
};
