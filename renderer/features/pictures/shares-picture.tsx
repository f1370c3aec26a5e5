import { useIntl } from 'react-intl';
import type { Month } from '../../../shared/expertise/month.ts';
import type { ConsumptionRow } from '../../../shared/ipc/expertise-schemas.ts';
import { BarPicture } from './bar-picture.tsx';
import { sharesOf } from './ledger-series.ts';
import { barTable, type Bar, type Fill, type Series } from './picture-data.ts';
import { Picture } from './picture.tsx';
import { useMonthNames } from './use-month-names.ts';

const FILLS: readonly Fill[] = ['solid', 'rising', 'dots', 'falling', 'level', 'grid'];

type Props = {
  readonly by: 'kind' | 'expert';
  readonly rows: readonly ConsumptionRow[];
  readonly months: readonly Month[];
};

/** Charged work by month: of which kind it was, or which expert did it. */
export const SharesPicture = ({ by, rows, months }: Props) => {
  const intl = useIntl();
  const names = useMonthNames();
  const word = (id: string): string => intl.formatMessage({ id });
  const keyOf = ({ assignment, expert }: ConsumptionRow): string => (by === 'kind' ? assignment : expert);
  const { keys, minutesOf } = sharesOf(rows, keyOf, FILLS.length);
  const nameOf = (key: string | null): string => {
    if (key === null) return word('picture.others');
    return by === 'kind' ? word(`statement.kind.${key}`) : key;
  };
  const series = keys.map((key, i): Series => ({
    ...{ key: `s${i}`, label: nameOf(key), stack: 'all' },
    ...{ tone: `--series-${i + 1}`, fill: FILLS[i] ?? 'solid' },
  }));
  const bars = months.map((month, i): Bar => ({
    ...{ name: names.short(month, i), title: names.whole(month) },
    amounts: Object.fromEntries(keys.map((key, at) => [`s${at}`, minutesOf(month, key)])),
  }));
  const title = word(`picture.${by}.title`);
  const [newest] = series;
  return (
    <Picture
      id={by}
      title={title}
      told={intl.formatMessage({ id: `picture.${by}.told` }, { count: months.length, name: newest?.label ?? '' })}
      none={word('picture.noWork')}
      table={series.length === 0 ? { columns: [], rows: [] } : barTable(word('picture.month'), bars, series)}
    >
      <BarPicture label={title} bars={bars} series={series} />
    </Picture>
  );
};
