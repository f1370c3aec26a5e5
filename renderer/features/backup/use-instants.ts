import { use, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { instantFormat, type InstantFormat } from '../../../shared/i18n/instant-format.ts';
import { AppContext } from '../../app-context.ts';

/** The desk's zone, where its rules cannot be read. */
const ZONE = 'Europe/Paris';

/** Instants as everywhere, also before anything of the queue is known. */
export const useInstants = (): InstantFormat => {
  const { locale } = useIntl();
  const facts = use(AppContext);
  return useMemo(() => facts?.instants ?? instantFormat(locale, ZONE), [facts, locale]);
};

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `12.4 MB` */
export const useSizeText = (): ((bytes: number) => string) => {
  const intl = useIntl();
  return (bytes) => {
    const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    const value = bytes / 1000 ** step;
    const digits = value < 100 && step > 0 ? 1 : 0;
    return intl.formatNumber(value, { style: 'unit', unit: UNITS[step], maximumFractionDigits: digits });
  };
};
