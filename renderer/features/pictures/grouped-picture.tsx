import { Bar as Bars, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { Fills, Swatch, useFillOf } from './fills.tsx';
import type { Measure, Series } from './picture-data.ts';
import { Tip } from './tip.tsx';

const BAR_PX = 13;
const GAP_PX = 12;
const AXIS_PX = 30;
const NAME_PX = 172;
const LABEL_PX = 108;
const NAME_CHARS = 27;

/** A name with the amounts of each series there; null where an amount says nothing. `texts` stand at the ends of the bars. */
export type GroupRow = {
  readonly name: string;
  readonly amounts: Readonly<Record<string, number | null>>;
  readonly texts: Readonly<Record<string, string>>;
};

type Props = {
  readonly label: string;
  readonly rows: readonly GroupRow[];
  readonly series: readonly Series[];
  readonly measure: Measure;
};

/** On one line: a name that breaks is taken for two. */
const shorten = (name: string): string =>
  (name.length <= NAME_CHARS ? name : `${name.slice(0, NAME_CHARS - 1).trim()}…`).replaceAll(' ', '\u00a0');

type TipProps = Pick<Props, 'rows' | 'series'> & {
  /** Given by the chart. */
  readonly activeIndex?: number | string | null;
};

const GroupTip = ({ rows, series, activeIndex }: TipProps) => {
  const row = rows[Number(activeIndex ?? -1)];
  if (row === undefined) return null;
  return (
    <Tip
      title={row.name}
      lines={series.map((one) => ({
        ...{ key: one.key, label: one.label, sign: <Swatch series={one} />, value: row.texts[one.key] ?? '' },
      }))}
    />
  );
};

const Chart = ({ label, rows, series, measure }: Props) => {
  const fillOf = useFillOf();
  const data = rows.map((row) => ({
    name: row.name,
    ...Object.fromEntries(
      series.flatMap(({ key }) => [
        [key, measure.onAxis(row.amounts[key] ?? 0)],
        [`text-${key}`, (row.texts[key] ?? '').replaceAll(' ', '\u00a0')],
      ]),
    ),
  }));
  return (
    <BarChart
      data={data}
      layout="vertical"
      responsive
      style={{ width: '100%', height: rows.length * (series.length * (BAR_PX + 2) + GAP_PX) + AXIS_PX }}
      margin={{ top: 0, right: LABEL_PX, bottom: 0, left: 0 }}
      barGap={2}
      barCategoryGap={GAP_PX / 2}
      barSize={BAR_PX}
      aria-label={label}
    >
      <CartesianGrid horizontal={false} className="picture-grid" />
      <XAxis
        type="number"
        domain={[0, measure.end]}
        tickFormatter={measure.tick}
        tickLine={false}
        className="picture-axis"
      />
      <YAxis
        type="category"
        dataKey="name"
        width={NAME_PX}
        tickFormatter={shorten}
        tickLine={false}
        axisLine={false}
        interval={0}
        className="picture-axis"
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ className: 'picture-cursor' }}
        content={<GroupTip rows={rows} series={series} />}
      />
      {series.map((one) => (
        <Bars
          key={one.key}
          dataKey={one.key}
          fill={fillOf(one)}
          stroke={`var(${one.tone})`}
          strokeWidth={1}
          isAnimationActive={false}
        >
          <LabelList dataKey={`text-${one.key}`} position="right" className="picture-value" />
        </Bars>
      ))}
    </BarChart>
  );
};

/** Names with a bar for each series, and what each bar is at its end. */
export const GroupedPicture = (props: Props) => (
  <Fills series={props.series}>
    <ul className="picture-legend">
      {props.series.map((one) => (
        <li key={one.key}>
          <Swatch series={one} /> {one.label}
        </li>
      ))}
    </ul>
    <Chart {...props} />
  </Fills>
);
