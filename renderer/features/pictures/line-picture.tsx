import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { hoursOf } from '../../../shared/csv/write-csv.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { Tip } from './tip.tsx';
import { useAmounts, wholeHours } from './use-amounts.ts';

const HEIGHT_PX = 216;

/** A line of a picture. `isEstimate` is drawn in dashes. */
export type LineSeries = {
  readonly key: string;
  readonly label: string;
  readonly tone: string;
  readonly isEstimate: boolean;
  /** It stays as it is until something is used. */
  readonly isStepped: boolean;
};

export type LinePoint = { readonly atMs: InstantMs; readonly minutes: Readonly<Record<string, number | null>> };

export type Mark = { readonly atMs: InstantMs; readonly label: string };

type Props = {
  readonly label: string;
  readonly points: readonly LinePoint[];
  readonly series: readonly LineSeries[];
  /** Instants that are pointed out. */
  readonly marks: readonly Mark[];
  readonly ticksMs: readonly InstantMs[];
  /** How an instant is written below the axis. */
  readonly tick: (ms: InstantMs) => string;
  /** How it is written in full. */
  readonly day: (ms: InstantMs) => string;
};

const DASHES = '5 4';
/** The room for words of a mark at the right edge. */
const MARK_PX = 68;
const EDGE_PX = 12;

const LineSign = ({ series }: { readonly series: LineSeries }) => (
  <svg width="20" height="10" className="picture-swatch" aria-hidden="true">
    <path
      d="M0,5 H20"
      style={{ stroke: `var(${series.tone})` }}
      strokeWidth="2"
      strokeDasharray={series.isEstimate ? DASHES : undefined}
    />
  </svg>
);

type TipProps = Pick<Props, 'points' | 'series' | 'day'> & {
  /** Given by the chart. */
  readonly activeIndex?: number | string | null;
};

const LineTip = ({ points, series, day, activeIndex }: TipProps) => {
  const { minutes } = useAmounts();
  const point = points[Number(activeIndex ?? -1)];
  if (point === undefined) return null;
  const lines = series.flatMap((one) => {
    const amount = point.minutes[one.key];
    const sign = <LineSign series={one} />;
    return amount == null ? [] : [{ key: one.key, label: one.label, sign, value: minutes(amount) }];
  });
  return <Tip title={day(point.atMs)} lines={lines} />;
};

/** Amounts over time: lines, whole where they are known and dashed where they are not. */
export const LinePicture = ({ label, points, series, marks, ticksMs, tick, day }: Props) => {
  const { hours } = useAmounts();
  const rows = points.map(({ atMs, minutes: amounts }) => ({
    atMs,
    ...Object.fromEntries(
      series.map(({ key }) => {
        const amount = amounts[key];
        return [key, amount == null ? null : hoursOf(amount)];
      }),
    ),
  }));
  const first = points[0]?.atMs ?? 0;
  const last = points.at(-1)?.atMs ?? 0;
  // Words stand in the middle above their mark.
  const isMarkAtEnd = marks.some(({ atMs }) => atMs > last - (last - first) / 8);
  return (
    <>
      <ul className="picture-legend">
        {series.map((one) => (
          <li key={one.key}>
            <LineSign series={one} /> {one.label}
          </li>
        ))}
      </ul>
      <LineChart
        data={rows}
        responsive
        style={{ width: '100%', height: HEIGHT_PX }}
        margin={{ top: 22, right: isMarkAtEnd ? MARK_PX : EDGE_PX, bottom: 0, left: 0 }}
        aria-label={label}
      >
        <CartesianGrid vertical={false} className="picture-grid" />
        <XAxis
          dataKey="atMs"
          type="number"
          scale="time"
          domain={[first, last]}
          ticks={[...ticksMs]}
          tickFormatter={tick}
          tickLine={false}
          className="picture-axis"
        />
        <YAxis
          tickFormatter={hours}
          tickLine={false}
          axisLine={false}
          width={52}
          domain={[0, wholeHours]}
          className="picture-axis"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ className: 'picture-cursor-line' }}
          content={<LineTip points={points} series={series} day={day} />}
        />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.label}
            x={mark.atMs}
            className="picture-mark"
            label={{ value: mark.label.replaceAll(' ', '\u00a0'), position: 'top', className: 'picture-value' }}
          />
        ))}
        {series.map((one) => (
          <Line
            key={one.key}
            dataKey={one.key}
            type={one.isStepped ? 'stepAfter' : 'linear'}
            stroke={`var(${one.tone})`}
            strokeWidth={2}
            {...(one.isEstimate ? { strokeDasharray: DASHES } : {})}
            dot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </>
  );
};
