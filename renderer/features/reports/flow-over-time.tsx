import { useIntl } from 'react-intl';
import type { ReportPage } from '../../../shared/ipc/report-schemas.ts';
import type { FigureId } from '../../../shared/report/figures.ts';
import { AGE_BANDS } from '../../../shared/report/ticket-figures.ts';
import { useReportStore } from '../../state/report-store.ts';
import { BarPicture } from '../pictures/bar-picture.tsx';
import type { Bar, Fill, Series } from '../pictures/picture-data.ts';
import { DefinitionButton } from './definition-button.tsx';
import { measureOf } from './figure-picture.tsx';
import { NumberButton } from './number-button.tsx';
import { useShown } from './report-context.ts';
import { usePartNames } from './use-part-names.ts';

type Point = ReportPage['points'][number];
type Props = { readonly what: 'flow' | 'backlog' };

const FLOW = ['opened', 'resolved', 'reopened'] as const;
const FLOW_FILLS: readonly Fill[] = ['solid', 'rising', 'dots'];
const AGE_FILLS: readonly Fill[] = ['solid', 'dots', 'rising', 'level', 'grid'];

const useSeries = (what: Props['what']): readonly Series[] => {
  const { words } = useShown();
  return what === 'flow'
    ? FLOW.map((key, i) => ({
        ...{ key, label: words.say(`report.figure.${key}`), tone: `--series-${i + 1}`, fill: FLOW_FILLS[i] ?? 'solid' },
      }))
    : AGE_BANDS.map(({ key }, i) => ({
        ...{ key, label: words.say(`reports.age.${key}`), stack: 'age' },
        ...{ tone: `--series-${[1, 3, 5, 2, 4][i] ?? 6}`, fill: AGE_FILLS[i] ?? 'solid' },
      }));
};

const amountsOf = (what: Props['what'], point: Point): Record<string, number> =>
  what === 'flow'
    ? { opened: point.opened, resolved: point.resolved, reopened: point.reopened }
    : Object.fromEntries(AGE_BANDS.map(({ key }, i) => [key, point.ages[i] ?? 0]));

type Cell = { readonly figure: FigureId; readonly key: string | null; readonly label: string };

const PointsTable = ({ what, series }: Props & { readonly series: readonly Series[] }) => {
  const intl = useIntl();
  const { page, words } = useShown();
  const names = usePartNames(page.step);
  const cells: readonly Cell[] =
    what === 'flow'
      ? FLOW.map((figure) => ({ figure, key: null, label: words.say(`report.figure.${figure}`) }))
      : [
          { figure: 'backlog', key: null, label: words.say('report.figure.backlog') },
          ...series.map(({ key, label }): Cell => ({ figure: 'backlog', key, label })),
        ];
  const countOf = (point: Point, { figure, key }: Cell): number =>
    key !== null
      ? (amountsOf('backlog', point)[key] ?? 0)
      : figure === 'backlog'
        ? point.backlog
        : (amountsOf('flow', point)[figure] ?? 0);
  return (
    <div className="rep-points">
      <table
        className="rep-table"
        aria-label={intl.formatMessage({ id: `reports.over.${what}` })}
        data-testid={`points-${what}`}
      >
        <thead>
          <tr>
            <th scope="col">{intl.formatMessage({ id: `reports.part.${page.step}` })}</th>
            {cells.map(({ figure, key, label }) => (
              <th scope="col" key={key ?? figure} data-column="value">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.points.map((point) => (
            <tr key={point.fromMs}>
              <th scope="row">{names.whole(point)}</th>
              {cells.map((cell) => {
                const count = countOf(point, cell);
                const { figure, key, label } = cell;
                const period = { fromMs: point.fromMs, toMs: point.toMs };
                return (
                  <td key={key ?? figure} data-column="value">
                    <NumberButton
                      of={{ figure, by: key === null ? null : 'age', key, cases: 'all', period }}
                      text={words.number(count)}
                      about={`${label}, ${names.whole(point)}`}
                      isNone={count === 0}
                      at="over"
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** What came in, went out and came back, or what was open, part by part of the period. */
export const FlowOverTime = ({ what }: Props) => {
  const intl = useIntl();
  const { page, words } = useShown();
  const look = useReportStore((reports) => reports.look);
  const names = usePartNames(page.step);
  const series = useSeries(what);
  const label = intl.formatMessage({ id: `reports.over.${what}` });
  const bars = page.points.map((point): Bar => ({
    ...{ name: names.short(point), title: names.whole(point), amounts: amountsOf(what, point) },
  }));
  const figure = what === 'flow' ? 'opened' : 'backlog';
  return (
    <section className="rep-block" aria-label={label} data-figure={figure} data-testid={`over-${what}`}>
      <header>
        <h2>{label}</h2>
        <DefinitionButton figure={figure} />
      </header>
      <div className="rep-pair" data-look={look}>
        {look === 'numbers' ? null : (
          <div className="picture rep-picture">
            <BarPicture {...{ label, bars, series }} measure={measureOf('count', words)} hasTotals={what === 'flow'} />
          </div>
        )}
        {look === 'pictures' ? null : <PointsTable what={what} series={series} />}
      </div>
    </section>
  );
};
