import { useIntl } from 'react-intl';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { BurnDown } from './ledger-series.ts';
import { LinePicture, type LineSeries } from './line-picture.tsx';
import { Picture } from './picture.tsx';
import { useAmounts } from './use-amounts.ts';

const DAYS_BETWEEN_TICKS = 5;

type Props = { readonly customer: string; readonly burn: BurnDown | null; readonly nowMs: InstantMs };

/** How the hours of the present month are used up, beside an even pace. */
export const BurnPicture = ({ customer, burn, nowMs }: Props) => {
  const intl = useIntl();
  const { minutes } = useAmounts();
  const word = (id: string): string => intl.formatMessage({ id });
  const dayOf = (options: Intl.DateTimeFormatOptions) => (ms: InstantMs) =>
    intl.formatDate(ms, { timeZone: LEDGER_ZONE, ...options });
  const tick = dayOf({ day: 'numeric', month: 'short' });
  const day = dayOf({ weekday: 'long', day: 'numeric', month: 'long' });
  const series: readonly LineSeries[] = [
    { key: 'left', label: word('picture.left'), tone: '--series-1', isEstimate: false, isStepped: true },
    { key: 'pace', label: word('picture.burn.pace'), tone: '--quiet', isEstimate: true, isStepped: false },
  ];
  const points = burn?.points ?? [];
  const leftMin = points.findLast((point) => point.leftMin !== null)?.leftMin ?? 0;
  const paceMin = points.findLast(({ atMs }) => atMs <= nowMs)?.paceMin ?? 0;
  const title = word('picture.burn.title');
  return (
    <Picture
      id="burn"
      about={customer}
      title={title}
      told={intl.formatMessage(
        { id: 'picture.burn.told' },
        {
          left: minutes(leftMin),
          granted: minutes(burn?.grantedMin ?? 0),
          pace: minutes(paceMin),
          day: burn === null ? '' : day(burn.untilMs - 1),
        },
      )}
      none={word('picture.burn.none')}
      table={{
        columns: [
          { key: 'day', label: word('picture.burn.dayStart'), unit: 'text' },
          { key: 'left', label: word('picture.left'), unit: 'hours' },
          { key: 'pace', label: word('picture.burn.pace'), unit: 'hours' },
        ],
        rows: points
          .filter(({ atMs }) => burn !== null && atMs < burn.untilMs)
          .map((point) => [
            point.atMs === nowMs ? `${day(point.atMs)} (${word('picture.today')})` : day(point.atMs),
            point.leftMin ?? '',
            point.paceMin,
          ]),
      }}
    >
      {burn === null ? null : (
        <LinePicture
          label={title}
          series={series}
          points={points.map(({ atMs, leftMin: left, paceMin: pace }) => ({ atMs, minutes: { left, pace } }))}
          marks={[{ atMs: nowMs, label: intl.formatMessage({ id: 'picture.todayLeft' }, { left: minutes(leftMin) }) }]}
          ticksMs={points
            .map(({ atMs }) => atMs)
            .filter((atMs) => atMs !== nowMs && Math.round((atMs - burn.fromMs) / DAY_MS) % DAYS_BETWEEN_TICKS === 0)}
          tick={tick}
          day={day}
        />
      )}
    </Picture>
  );
};
