import { useIntl } from 'react-intl';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { BalancePoint } from './ledger-series.ts';
import { LinePicture, type LinePoint, type LineSeries, type Mark } from './line-picture.tsx';
import { Picture } from './picture.tsx';
import { useAmounts } from './use-amounts.ts';

/** A forecast further ahead than this is told, not drawn: the past would be a stroke at the edge. */
const DRAWN_AHEAD_MS = 365 * DAY_MS;
const TICKS = 6;

type Props = {
  readonly customer: string;
  readonly balance: readonly BalancePoint[];
  /** When they are used up if work goes on as it did: an estimate; null where nothing says so. */
  readonly endsAtMs: InstantMs | null;
  readonly nowMs: InstantMs;
};

/** The balance of packs over time, and when they will probably be used up. */
export const PacksPicture = ({ customer, balance, endsAtMs, nowMs }: Props) => {
  const intl = useIntl();
  const { minutes } = useAmounts();
  const word = (id: string): string => intl.formatMessage({ id });
  const day = (ms: InstantMs): string =>
    intl.formatDate(ms, { timeZone: LEDGER_ZONE, day: 'numeric', month: 'long', year: 'numeric' });
  const tick = (ms: InstantMs): string =>
    intl.formatDate(ms, { timeZone: LEDGER_ZONE, day: 'numeric', month: 'short', year: '2-digit' });
  const leftMin = balance.at(-1)?.leftMin ?? 0;
  const isDrawn = endsAtMs !== null && endsAtMs - nowMs <= DRAWN_AHEAD_MS;
  const series: readonly LineSeries[] = [
    { key: 'left', label: word('picture.left'), tone: '--series-1', isEstimate: false, isStepped: true },
    ...(isDrawn
      ? [{ key: 'ahead', label: word('picture.packs.estimate'), tone: '--at-risk', isEstimate: true, isStepped: false }]
      : []),
  ];
  const points: readonly LinePoint[] = [
    ...balance.map(({ atMs, leftMin: left }) => ({ atMs, minutes: { left, ahead: atMs === nowMs ? left : null } })),
    ...(isDrawn ? [{ atMs: endsAtMs, minutes: { left: null, ahead: 0 } }] : []),
  ];
  const marks: readonly Mark[] = [
    { atMs: nowMs, label: intl.formatMessage({ id: 'picture.todayLeft' }, { left: minutes(leftMin) }) },
  ];
  const firstMs = points[0]?.atMs ?? nowMs;
  const lastMs = points.at(-1)?.atMs ?? nowMs;
  const title = word('picture.packs.title');
  return (
    <Picture
      id="packs"
      about={customer}
      title={title}
      told={
        <>
          {intl.formatMessage({ id: 'picture.packs.told' }, { left: minutes(leftMin) })}{' '}
          {leftMin === 0 ? null : endsAtMs === null ? (
            word('picture.packs.noForecast')
          ) : (
            <>
              {intl.formatMessage({ id: 'picture.packs.forecast' }, { day: day(endsAtMs) })}{' '}
              <span className="mark">{word('picture.packs.estimate')}</span>
            </>
          )}
        </>
      }
      none={word('picture.packs.none')}
      table={{
        columns: [
          { key: 'day', label: word('picture.day'), unit: 'text' },
          { key: 'left', label: word('picture.left'), unit: 'hours' },
        ],
        rows: [
          ...balance.map(({ atMs, leftMin: left }) => [day(atMs), left]),
          ...(endsAtMs === null ? [] : [[`${day(endsAtMs)} (${word('picture.packs.estimate')})`, 0]]),
        ],
      }}
    >
      <LinePicture
        label={title}
        series={series}
        points={points}
        marks={marks}
        ticksMs={Array.from({ length: TICKS }, (_, i) => firstMs + ((lastMs - firstMs) * i) / (TICKS - 1))}
        tick={tick}
        day={day}
      />
    </Picture>
  );
};
