import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { FIGURES, type Dimension } from '../../../shared/report/figures.ts';
import type { ReportLine } from '../../../shared/report/report.ts';
import { keyText } from '../../../shared/report/tell-figure.ts';
import { FigureCell } from './figure-cell.tsx';
import { FIGURE_COLUMNS, headOf } from '../../../shared/report/tell-report.ts';
import { useShown } from './report-context.ts';
import { linesBy } from './sections.ts';

type Props = { readonly whole: ReportLine; readonly splits: readonly Dimension[] };

const Row = ({ line, name }: { readonly line: ReportLine; readonly name: string }) => (
  <tr data-by={line.by ?? undefined} data-key={line.key ?? undefined}>
    <th scope="row">
      <bdi>{name}</bdi>
    </th>
    {FIGURE_COLUMNS[FIGURES[line.figure].unit].map((column) => (
      <td key={column} data-column={column}>
        <FigureCell line={line} column={column} />
      </td>
    ))}
  </tr>
);

/** A figure as numbers: the whole, and by each of some dimensions. */
export const FigureTable = ({ whole, splits }: Props) => {
  const intl = useIntl();
  const { page, words } = useShown();
  const { figure } = whole;
  const columns = FIGURE_COLUMNS[FIGURES[figure].unit];
  return (
    <table className="rep-table" data-testid={`table-${figure}`} aria-label={words.say(`report.figure.${figure}`)}>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{intl.formatMessage({ id: 'reports.column.figure' })}</span>
          </th>
          {columns.map((column) => (
            <th scope="col" key={column} data-column={column}>
              {intl.formatMessage({ id: headOf(figure, column) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row line={whole} name={words.say('reports.whole')} />
      </tbody>
      {splits.map((by) => {
        const lines = linesBy(page.lines, figure, by);
        return (
          <Fragment key={by}>
            {lines.length === 0 ? null : (
              <tbody>
                <tr className="rep-by">
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {intl.formatMessage({ id: `reports.by.${by}` })}
                  </th>
                </tr>
                {lines.map((line) => (
                  <Row line={line} name={keyText(by, line.key ?? '', words)} key={line.key} />
                ))}
              </tbody>
            )}
          </Fragment>
        );
      })}
    </table>
  );
};
