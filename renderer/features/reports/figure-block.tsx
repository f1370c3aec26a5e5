import { useId } from 'react';
import { useIntl } from 'react-intl';
import { FIGURES } from '../../../shared/report/figures.ts';
import { isTooFew } from '../../../shared/report/tell-figure.ts';
import { LEAST_CASES } from '../../../shared/report/tally.ts';
import { useReportStore } from '../../state/report-store.ts';
import { DefinitionButton } from './definition-button.tsx';
import { FigureCell } from './figure-cell.tsx';
import { FigurePicture } from './figure-picture.tsx';
import { FigureTable } from './figure-table.tsx';
import { DifferenceMark } from './difference-mark.tsx';
import { useShown } from './report-context.ts';
import { linesBy, splitsOf, wholeOf, type Block } from './sections.ts';

type Props = {
  readonly block: Block;
  /** It stands below the heading of a group. */
  readonly isInGroup: boolean;
};

/** A figure: what it comes to, a picture of it, and the same as numbers. */
export const FigureBlock = ({ block, isInGroup }: Props) => {
  const intl = useIntl();
  const headingId = useId();
  const { page, words } = useShown();
  const look = useReportStore((reports) => reports.look);
  const split = useReportStore((reports) => reports.split);
  const { figure } = block;
  const whole = wholeOf(page.lines, figure);
  if (whole === undefined) return null;
  const splits = splitsOf(block, split);
  // Without a single number there is nothing to draw.
  const drawn = splits.find((by) =>
    linesBy(page.lines, figure, by).some(({ value, before }) => value !== null || (before?.value ?? null) !== null),
  );
  const isBare = whole.n === 0 && (whole.value ?? 0) === 0 && (whole.before?.n ?? 0) === 0;
  const told = [whole, ...splits.flatMap((by) => linesBy(page.lines, figure, by))];
  const hasTooFew = told.some((line) => isTooFew(figure, line));
  const Heading = isInGroup ? 'h3' : 'h2';
  const name = words.say(`report.figure.${figure}`);
  return (
    <section className="rep-block" aria-labelledby={headingId} data-figure={figure} data-testid={`block-${figure}`}>
      <header data-places>
        <Heading id={headingId}>{name}</Heading>
        <DefinitionButton figure={figure} />
        <span className="grow" />
        {isBare ? null : (
          <>
            <span className="rep-lead">
              <FigureCell line={whole} column="value" at="lead" />
            </span>
            {FIGURES[figure].unit === 'count' ? null : (
              <span className="quiet">{intl.formatMessage({ id: 'reports.n' }, { n: whole.n })}</span>
            )}
            <DifferenceMark figure={figure} line={whole} orElse="" />
          </>
        )}
      </header>
      {isBare ? (
        <p className="rep-bare">{intl.formatMessage({ id: 'reports.bare' })}</p>
      ) : (
        <div className="rep-pair" data-look={look}>
          {look === 'numbers' || drawn === undefined ? null : (
            <div className="picture rep-picture">
              <FigurePicture figure={figure} by={drawn} />
            </div>
          )}
          {look === 'pictures' && drawn !== undefined ? null : <FigureTable whole={whole} splits={splits} />}
        </div>
      )}
      {hasTooFew ? (
        <p className="rep-note">
          {intl.formatMessage({ id: `reports.tooFew.${FIGURES[figure].unit}` }, { least: LEAST_CASES })}
        </p>
      ) : null}
    </section>
  );
};
