import { Bar as Bars, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { Fills, Swatch, useFillOf } from './fills.tsx';
import type { Bar, Measure, Series } from './picture-data.ts';
import { Tip } from './tip.tsx';
import { useHours } from './use-amounts.ts';

const HEIGHT_PX = 216;

type Props = {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly series: readonly Series[];
  /** The series whose amounts stand on their bars. */
  readonly labelled?: string;
  /** Minutes, where it is not said. */
  readonly measure?: Measure;
  /** What is counted again at each place has no sum. */
  readonly hasTotals?: boolean;
};

type TipProps = {
  readonly bars: readonly Bar[];
  readonly series: readonly Series[];
  readonly measure: Measure;
  /** Given by the chart. */
  readonly activeIndex?: number | string | null;
};

const BarTip = ({ bars, series, measure, activeIndex }: TipProps) => {
  const bar = bars[Number(activeIndex ?? -1)];
  if (bar === undefined) return null;
  return (
    <Tip
      title={bar.title}
      lines={series.map((one) => ({
        ...{ key: one.key, label: one.label, sign: <Swatch series={one} /> },
        value: measure.text(bar.amounts[one.key] ?? 0),
      }))}
    />
  );
};

type ChartProps = Pick<Props, 'label' | 'bars' | 'series' | 'labelled'> & { readonly measure: Measure };

/** So many bars have room for their names. */
const NAMED_BARS = 14;

const Chart = ({ label, bars, series, labelled, measure }: ChartProps) => {
  const fillOf = useFillOf();
  const labelOf = (bar: Bar): string => {
    const amount = labelled === undefined ? 0 : (bar.amounts[labelled] ?? 0);
    return amount === 0 ? '' : measure.text(amount);
  };
  const rows = bars.map((bar) => ({
    name: bar.name,
    text: labelOf(bar),
    ...Object.fromEntries(series.map(({ key }) => [key, measure.onAxis(bar.amounts[key] ?? 0)])),
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
      <XAxis
        dataKey="name"
        tickLine={false}
        interval={bars.length > NAMED_BARS ? 'equidistantPreserveStart' : 0}
        className="picture-axis"
      />
      <YAxis
        domain={[0, measure.end]}
        tickFormatter={measure.tick}
        tickLine={false}
        axisLine={false}
        width={52}
        className="picture-axis"
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ className: 'picture-cursor' }}
        content={<BarTip {...{ bars, series, measure }} />}
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

/** Bars over time, with what each series came to beside its name. */
export const BarPicture = ({ label, bars, series, labelled, measure: given, hasTotals = true }: Props) => {
  const hours = useHours();
  const measure = given ?? hours;
  const totalOf = (key: string): number => bars.reduce((sum, bar) => sum + (bar.amounts[key] ?? 0), 0);
  return (
    <Fills series={series}>
      <ul className="picture-legend">
        {series.map((one) => (
          <li key={one.key}>
            <Swatch series={one} /> <bdi>{one.label}</bdi>{' '}
            {hasTotals ? <span className="quiet">{measure.text(totalOf(one.key))}</span> : null}
          </li>
        ))}
      </ul>
      <Chart {...{ label, bars, series, measure }} {...(labelled === undefined ? {} : { labelled })} />
    </Fills>
  );
};
