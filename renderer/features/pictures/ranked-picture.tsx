import { Bar as Bars, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { hoursOf } from '../../../shared/csv/write-csv.ts';
import { Fills, useFillOf } from './fills.tsx';
import type { Series } from './picture-data.ts';
import { Tip } from './tip.tsx';
import { useAmounts, wholeHours } from './use-amounts.ts';

const ROW_PX = 26;
const AXIS_PX = 34;
const NAME_CHARS = 24;

export type Ranked = { readonly name: string; readonly minutes: number };

type Props = { readonly label: string; readonly rows: readonly Ranked[]; readonly series: Series };

/** On one line: a name that breaks is taken for two. */
const shorten = (name: string): string =>
  (name.length <= NAME_CHARS ? name : `${name.slice(0, NAME_CHARS - 1).trim()}…`).replaceAll(' ', '\u00a0');

type TipProps = Pick<Props, 'rows' | 'series'> & {
  /** Given by the chart. */
  readonly activeIndex?: number | string | null;
};

const RankedTip = ({ rows, series, activeIndex }: TipProps) => {
  const { minutes } = useAmounts();
  const row = rows[Number(activeIndex ?? -1)];
  if (row === undefined) return null;
  return <Tip title={row.name} lines={[{ key: series.key, label: series.label, value: minutes(row.minutes) }]} />;
};

const Chart = ({ label, rows, series }: Props) => {
  const fillOf = useFillOf();
  const { hours, minutes } = useAmounts();
  const data = rows.map((row) => ({ name: row.name, hours: hoursOf(row.minutes), text: minutes(row.minutes) }));
  return (
    <BarChart
      data={data}
      layout="vertical"
      responsive
      style={{ width: '100%', height: rows.length * ROW_PX + AXIS_PX }}
      margin={{ top: 0, right: 64, bottom: 0, left: 0 }}
      barCategoryGap="24%"
      aria-label={label}
    >
      <CartesianGrid horizontal={false} className="picture-grid" />
      <XAxis type="number" domain={[0, wholeHours]} tickFormatter={hours} tickLine={false} className="picture-axis" />
      <YAxis
        type="category"
        dataKey="name"
        width={176}
        tickFormatter={shorten}
        tickLine={false}
        axisLine={false}
        interval={0}
        className="picture-axis"
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ className: 'picture-cursor' }}
        content={<RankedTip rows={rows} series={series} />}
      />
      <Bars dataKey="hours" fill={fillOf(series)} stroke={`var(${series.tone})`} isAnimationActive={false}>
        <LabelList dataKey="text" position="right" className="picture-value" />
      </Bars>
    </BarChart>
  );
};

/** Names in the order of an amount, each with its bar and figure. */
export const RankedPicture = (props: Props) => (
  <Fills series={[props.series]}>
    <Chart {...props} />
  </Fills>
);
