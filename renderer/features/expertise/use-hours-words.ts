import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { LEDGER_ZONE, type Month } from '../../../shared/expertise/month.ts';
import { durationText, UNKNOWN } from '../../../shared/i18n/clock-text.ts';
import type { UsedLotRow } from '../../../shared/ipc/expertise-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

type NamedLot = Pick<UsedLotRow, 'kind' | 'fromMs' | 'untilMs' | 'order'>;

const wordsOf = (intl: IntlShape) => {
  const date = (ms: InstantMs): string =>
    intl.formatDate(ms, { timeZone: LEDGER_ZONE, day: 'numeric', month: 'short', year: 'numeric' });
  const monthOf = (ms: InstantMs): string =>
    intl.formatDate(ms, { timeZone: LEDGER_ZONE, month: 'long', year: 'numeric' });
  const span = (minutes: number): string => durationText(Math.abs(minutes) * 60, (value) => intl.formatNumber(value));
  return {
    /** `1 h 15`; a minus before what is taken away. */
    minutes: (minutes: number): string => (minutes < 0 ? `−${span(minutes)}` : span(minutes)),
    /** The same for a column of figures, where nothing is a dash. */
    figure: (minutes: number): string => (minutes === 0 ? UNKNOWN : span(minutes)),
    date,
    /** `November 2026` */
    month: (month: Month): string =>
      intl.formatDate(Date.UTC(Math.floor(month / 12), month % 12, 1), {
        ...{ timeZone: 'UTC', month: 'long', year: 'numeric' },
      }),
    lot: ({ kind, fromMs, order }: NamedLot): string =>
      kind === 'pack'
        ? intl.formatMessage({ id: 'expertise.lot.pack' }, { order: order ?? '' }).trim()
        : intl.formatMessage({ id: `expertise.lot.${kind}` }, { month: monthOf(fromMs) }),
    /** Until when a lot pays, its last day included. */
    until: ({ untilMs }: Pick<NamedLot, 'untilMs'>): string =>
      untilMs === null
        ? intl.formatMessage({ id: 'expertise.noEnd' })
        : intl.formatMessage({ id: 'expertise.until' }, { date: date(untilMs - 1) }),
  };
};

export type HoursWords = ReturnType<typeof wordsOf>;

/** The words of the ledger: spans, days and months of the ledger's zone, names of lots. */
export const useHoursWords = (): HoursWords => {
  const intl = useIntl();
  return useMemo(() => wordsOf(intl), [intl]);
};
