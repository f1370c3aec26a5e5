import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { FigureId } from '../../../shared/report/figures.ts';
import { FIGURES } from '../../../shared/report/figures.ts';
import { promiseOf } from '../../../shared/report/tell-report.ts';
import { LEAST_CASES } from '../../../shared/report/tally.ts';
import { closeDefinition, useReportStore } from '../../state/report-store.ts';
import { kindName } from '../audit/audit-words.ts';
import { PromiseMark } from './promise-mark.tsx';
import { figuresQuery } from './report-queries.ts';
import { focusPlace } from './use-places.ts';

/** How a figure is computed, and from which events. */
export const DefinitionPanel = ({ figure }: { readonly figure: FigureId }) => {
  const intl = useIntl();
  const headingId = useId();
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const { data } = useQuery(figuresQuery);
  const reads = data?.find(({ id }) => id === figure)?.reads ?? [];
  const promise = promiseOf(figure);
  const { unit } = FIGURES[figure];
  useEffect(() => {
    opener.current = document.activeElement;
    panel.current?.focus();
  }, []);
  const leave = (): void => {
    closeDefinition();
    const before = opener.current;
    // The list of tickets that comes back takes the keys itself.
    if (useReportStore.getState().tickets !== null) return;
    requestAnimationFrame(() => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else focusPlace();
    });
  };
  return (
    // Escape leaves it, whatever in it has the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className="rep-panel"
      ref={panel}
      tabIndex={-1}
      aria-labelledby={headingId}
      data-testid="report-definition"
      data-figure={figure}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <header>
        <h2 id={headingId}>{intl.formatMessage({ id: `report.figure.${figure}` })}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={intl.formatMessage({ id: 'close' })}
          onClick={leave}
          data-testid="report-panel-close"
        >
          <IconX size={15} stroke={2} aria-hidden="true" />
        </button>
      </header>
      <div className="rep-definition">
        {promise === null ? null : <PromiseMark promise={promise} />}
        <p>{intl.formatMessage({ id: `report.definition.${figure}` })}</p>
        {unit === 'percent' || unit === 'times' ? (
          <p className="quiet">{intl.formatMessage({ id: `reports.tooFew.${unit}` }, { least: LEAST_CASES })}</p>
        ) : null}
        <h3>{intl.formatMessage({ id: 'reports.reads' })}</h3>
        <ul>
          {reads.map((kind) => (
            <li key={kind}>{kindName(intl, kind)}</li>
          ))}
        </ul>
      </div>
    </aside>
  );
};
