import { Bar as Bars, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { hoursOf } from '../../../shared/csv/write-csv.ts';
import { Fills, Swatch, useFillOf } from './fills.tsx';
import type { Bar, Series } from './picture-data.ts';
import { Tip } from './tip.tsx';
import { useAmounts, wholeHours } from './use-amounts.ts';

const HEIGHT_PX = 216;

type Props = {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly series: readonly Series[];
  /** The series whose amounts stand on their bars. */
  readonly labelled?: string;
};

type TipProps = {
  readonly bars: readonly Bar[];
  readonly series: readonly Series[];
  /** Given by the chart. */
  readonly activeIndex?: number | string | null;
};

const BarTip = ({ bars, series, activeIndex }: TipProps) => {
  const { minutes: text } = useAmounts();
  const bar = bars[Number(activeIndex ?? -1)];
  if (bar === undefined) return null;
  return (
    <Tip
      title={bar.title}
      lines={series.map((one) => ({
        ...{ key: one.key, label: one.label, sign: <Swatch series={one} /> },
        value: text(bar.minutes[one.key] ?? 0),
      }))}
    />
  );
};

const Chart = ({ label, bars, series, labelled }: Props) => {
  const fillOf = useFillOf();
  const { hours, minutes } = useAmounts();
  const labelOf = (bar: Bar): string => {
    const amount = labelled === undefined ? 0 : (bar.minutes[labelled] ?? 0);
    return amount === 0 ? '' : minutes(amount);
  };
  const rows = bars.map((bar) => ({
    name: bar.name,
    text: labelOf(bar),
    ...Object.fromEntries(series.map(({ key }) => [key, hoursOf(bar.minutes[key] ?? 0)])),
  }));
  return (
    <BarChart
      data={rows}
      responsive
      style={{ width: '100%', height: HEIGHT_PX }}
      margin={{ top: 18, right: 4, bottom: 0, left: 0 }}
      barGap={2}
      barCategoryGap="22%"
      aria-label={label}
    >
      <CartesianGrid vertical={false} className="picture-grid" />
      <XAxis dataKey="name" tickLine={false} interval={0} className="picture-axis" />
      <YAxis
        domain={[0, wholeHours]}
        tickFormatter={hours}
        tickLine={false}
        axisLine={false}
        width={52}
        className="picture-axis"
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ className: 'picture-cursor' }}
        content={<BarTip bars={bars} series={series} />}
      />
      {series.map((one) => (
        <Bars
          key={one.key}
          dataKey={one.key}
          {...(one.stack === undefined ? {} : { stackId: one.stack })}
          fill={fillOf(one)}
          stroke={`var(${one.tone})`}
          strokeWidth={1}
          maxBarSize={38}
          isAnimationActive={false}
        >
          {one.key === labelled ? <LabelList dataKey="text" position="top" className="picture-value" /> : null}
        </Bars>
      ))}
    </BarChart>
  );
};

/** Bars over months, with what each series came to beside its name. */
export const BarPicture = ({ label, bars, series, labelled }: Props) => {
  const { minutes } = useAmounts();
  const totalOf = (key: string): number => bars.reduce((sum, bar) => sum + (bar.minutes[key] ?? 0), 0);
  return (
    <Fills series={series}>
      <ul className="picture-legend">
        {series.map((one) => (
          <li key={one.key}>
            <Swatch series={one} /> <bdi>{one.label}</bdi> <span className="quiet">{minutes(totalOf(one.key))}</span>
          </li>
        ))}
      </ul>
      <Chart {...{ label, bars, series }} {...(labelled === undefined ? {} : { labelled })} />
    </Fills>
  );
};
