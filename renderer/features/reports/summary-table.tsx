import { useIntl } from 'react-intl';
import { FAMILIES, FIGURE_IDS, FIGURES, type FigureId } from '../../../shared/report/figures.ts';
import type { ReportLine } from '../../../shared/report/report.ts';
import { isTooFew, tailText } from '../../../shared/report/tell-figure.ts';
import { LEAST_CASES } from '../../../shared/report/tally.ts';
import { DefinitionButton } from './definition-button.tsx';
import { FigureCell } from './figure-cell.tsx';
import { headOf } from '../../../shared/report/tell-report.ts';
import { PromiseMark } from './promise-mark.tsx';
import { useShown } from './report-context.ts';
import type { Promise } from './sections.ts';
import { wholeOf } from './sections.ts';

type Part = { readonly id: string; readonly promise: Promise | null; readonly figures: readonly FigureId[] };

const endsWith = (promise: Promise) => (id: FigureId) => id.endsWith(`.${promise}`);

/** Figures of promises stand under whose promise it is; the others by family. */
const PARTS: readonly Part[] = [
  ...(['contractual', 'internal'] as const).map((promise): Part => ({
    ...{ id: promise, promise, figures: FIGURE_IDS.filter(endsWith(promise)) },
  })),
  ...FAMILIES.filter((family) => family !== 'sla').map((family): Part => ({
    id: family,
    promise: null,
    figures: FIGURE_IDS.filter(
      (id) => FIGURES[id].family === family && !endsWith('contractual')(id) && !endsWith('internal')(id),
    ),
  })),
];

/** What a figure has besides its number: how many did, and how long the slowest took. */
const More = ({ line }: { readonly line: ReportLine }) => {
  const intl = useIntl();
  const { words } = useShown();
  const { figure, n, p90, p95 } = line;
  const { unit } = FIGURES[figure];
  if (n === 0) return null;
  if (unit === 'times') {
    const values = { p90: tailText(p90, n, words), p95: tailText(p95, n, words) };
    return <span className="quiet">{intl.formatMessage({ id: 'reports.tails' }, values)}</span>;
  }
  if (unit !== 'percent') return null;
  return (
    <span className="rep-more">
      {(['did', 'rest'] as const).map((column) => (
        <span key={column}>
          <span className="quiet">{intl.formatMessage({ id: headOf(figure, column) })}</span>{' '}
          <FigureCell line={line} column={column} />
        </span>
      ))}
    </span>
  );
};

const Row = ({ line }: { readonly line: ReportLine }) => {
  const { words } = useShown();
  const { figure } = line;
  return (
    <tr data-figure={figure} data-testid={`summary-${figure}`}>
      <th scope="row">
        {words.say(`report.figure.${figure}`)} <DefinitionButton figure={figure} />
      </th>
      <td data-column="value">
        <FigureCell line={line} column="value" />
      </td>
      <td data-column="more">
        <More line={line} />
      </td>
      <td data-column="n">
        <FigureCell line={line} column="n" />
      </td>
      <td data-column="before">
        <FigureCell line={line} column="before" />
      </td>
      <td data-column="difference">
        <FigureCell line={line} column="difference" />
      </td>
    </tr>
  );
};

/** Every figure of the period at a glance. */
export const SummaryTable = () => {
  const intl = useIntl();
  const { page } = useShown();
  const hasTooFew = page.lines.some((line) => line.by === null && isTooFew(line.figure, line));
  return (
    <>
      <table
        className="rep-table rep-summary"
        aria-label={intl.formatMessage({ id: 'reports.section.summary' })}
        data-testid="report-summary"
      >
        <thead>
          <tr>
            <th scope="col">{intl.formatMessage({ id: 'reports.column.figure' })}</th>
            <th scope="col" data-column="value">
              {intl.formatMessage({ id: 'reports.now' })}
            </th>
            <th scope="col" data-column="more">
              <span className="sr-only">{intl.formatMessage({ id: 'reports.column.more' })}</span>
            </th>
            {(['n', 'before', 'difference'] as const).map((column) => (
              <th scope="col" data-column={column} key={column}>
                {intl.formatMessage({ id: `reports.column.${column}` })}
              </th>
            ))}
          </tr>
        </thead>
        {PARTS.map(({ id, promise, figures }) => (
          <tbody key={id}>
            <tr className="rep-by" data-promise={promise ?? undefined}>
              <th scope="rowgroup" colSpan={6}>
                {promise === null ? (
                  intl.formatMessage({ id: `reports.family.${id}` })
                ) : (
                  <PromiseMark promise={promise} />
                )}
              </th>
            </tr>
            {figures.map((figure) => {
              const line = wholeOf(page.lines, figure);
              return line === undefined ? null : <Row line={line} key={figure} />;
            })}
          </tbody>
        ))}
      </table>
      {hasTooFew ? (
        <p className="rep-note">{intl.formatMessage({ id: 'reports.tooFew.percent' }, { least: LEAST_CASES })}</p>
      ) : null}
    </>
  );
};
