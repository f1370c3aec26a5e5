import { useIntl } from 'react-intl';
import type { MonthRow } from '../../../shared/ipc/expertise-schemas.ts';
import { BarPicture } from './bar-picture.tsx';
import { barTable, type Bar, type Series } from './picture-data.ts';
import { Picture } from './picture.tsx';
import { useMonthNames } from './use-month-names.ts';

type Props = { readonly customer: string; readonly rows: readonly MonthRow[] };

/** What a customer was granted each month beside what became of it: used, expired, and what went beyond. */
export const MonthsPicture = ({ customer, rows }: Props) => {
  const intl = useIntl();
  const names = useMonthNames();
  const word = (id: string): string => intl.formatMessage({ id });
  const series: readonly Series[] = [
    { key: 'granted', label: word('picture.granted'), tone: '--quiet', fill: 'hollow', stack: 'granted' },
    { key: 'covered', label: word('picture.used'), tone: '--series-1', fill: 'solid', stack: 'used' },
    { key: 'expired', label: word('picture.expired'), tone: '--series-6', fill: 'rising', stack: 'used' },
    { key: 'overage', label: word('picture.overage'), tone: '--breached', fill: 'grid', stack: 'used' },
  ];
  const bars = rows.map(({ month, grantedMin, coveredMin, expiredMin, overageMin }, i): Bar => ({
    ...{ name: names.short(month, i), title: names.whole(month) },
    amounts: { granted: grantedMin, covered: coveredMin, expired: expiredMin, overage: overageMin },
  }));
  const isEmpty = bars.every(({ amounts }) => Object.values(amounts).every((amount) => amount === 0));
  const title = word('picture.months.title');
  return (
    <Picture
      id="months"
      about={customer}
      title={title}
      told={intl.formatMessage({ id: 'picture.months.told' }, { count: rows.length })}
      none={word('picture.months.none')}
      table={isEmpty ? { columns: [], rows: [] } : barTable(word('picture.month'), bars, series)}
    >
      <BarPicture label={title} bars={bars} series={series} labelled="overage" />
    </Picture>
  );
};
