import { useIntl } from 'react-intl';
import type { Consumption } from '../../../shared/ipc/expertise-schemas.ts';
import { useApp } from '../../app-context.ts';
import type { Series } from './picture-data.ts';
import { Picture } from './picture.tsx';
import { RankedPicture } from './ranked-picture.tsx';
import { useAmounts } from './use-amounts.ts';

/** More bars are read as a table. */
const MOST_BARS = 12;

type Props = { readonly standings: Consumption['standings']; readonly lastDay: string };

/** Customers who have not used all hours of the month, those with most left first, and what becomes of these hours. */
export const UnusedPicture = ({ standings, lastDay }: Props) => {
  const intl = useIntl();
  const { minutes } = useAmounts();
  const carried = useApp().rules.policy.expertise?.carryOverMaxMin ?? 0;
  const word = (id: string): string => intl.formatMessage({ id });
  const left = standings
    .filter(({ leftMin }) => leftMin > 0)
    .toSorted((a, b) => b.leftMin - a.leftMin || a.customer.localeCompare(b.customer));
  const rows = left.map(({ customer, leftMin }) => ({
    ...{ name: customer, minutes: leftMin },
  }));
  const series: Series = { key: 'left', label: word('picture.left'), tone: '--series-1', fill: 'rising' };
  const title = word('picture.unused.title');
  return (
    <Picture
      id="unused"
      title={title}
      told={intl.formatMessage(
        { id: 'picture.unused.told' },
        {
          count: left.length,
          total: minutes(left.reduce((sum, { leftMin }) => sum + leftMin, 0)),
          day: lastDay,
          carried,
          kept: minutes(carried),
          more: Math.max(0, left.length - MOST_BARS),
        },
      )}
      none={word('picture.unused.none')}
      table={{
        columns: [
          { key: 'customer', label: word('picture.customer'), unit: 'text' },
          { key: 'tier', label: word('picture.tier'), unit: 'text' },
          { key: 'granted', label: word('picture.granted'), unit: 'hours' },
          { key: 'used', label: word('picture.used'), unit: 'hours' },
          { key: 'left', label: word('picture.left'), unit: 'hours' },
        ],
        rows: left.map(({ customer, tier, grantedMin, usedMin, leftMin }) => [
          ...[customer, tier.toUpperCase(), grantedMin, usedMin, leftMin],
        ]),
      }}
    >
      <RankedPicture label={title} rows={rows.slice(0, MOST_BARS)} series={series} />
    </Picture>
  );
};
