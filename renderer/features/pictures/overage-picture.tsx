import { useIntl } from 'react-intl';
import type { Month } from '../../../shared/expertise/month.ts';
import type { ConsumptionRow } from '../../../shared/ipc/expertise-schemas.ts';
import { BarPicture } from './bar-picture.tsx';
import { barTable, type Bar, type Series } from './picture-data.ts';
import { Picture } from './picture.tsx';
import { useAmounts } from './use-amounts.ts';
import { useMonthNames } from './use-month-names.ts';

type Props = { readonly rows: readonly ConsumptionRow[]; readonly months: readonly Month[] };

const sumOf = (rows: readonly ConsumptionRow[]): number => rows.reduce((sum, { overageMin }) => sum + overageMin, 0);

/** What no lot covered, by month. */
export const OveragePicture = ({ rows, months }: Props) => {
  const intl = useIntl();
  const names = useMonthNames();
  const { minutes } = useAmounts();
  const word = (id: string): string => intl.formatMessage({ id });
  const title = word('picture.overage.title');
  const series: readonly Series[] = [
    { key: 'overage', label: word('picture.overage'), tone: '--breached', fill: 'grid' },
  ];
  const bars = months.map((month, i): Bar => ({
    ...{ name: names.short(month, i), title: names.whole(month) },
    amounts: { overage: sumOf(rows.filter((row) => row.month === month)) },
  }));
  const total = sumOf(rows);
  return (
    <Picture
      id="overage"
      title={title}
      told={intl.formatMessage({ id: 'picture.overage.told' }, { count: months.length, total: minutes(total) })}
      none={word('picture.overage.none')}
      table={total === 0 ? { columns: [], rows: [] } : barTable(word('picture.month'), bars, series)}
    >
      <BarPicture label={title} bars={bars} series={series} labelled="overage" />
    </Picture>
  );
};
