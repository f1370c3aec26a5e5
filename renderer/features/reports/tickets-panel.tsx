import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { ReportTickets } from '../../../shared/ipc/report-schemas.ts';
import { FIGURES } from '../../../shared/report/figures.ts';
import { keyText } from '../../../shared/report/tell-figure.ts';
import { closeTickets, noteOpened, standAtTicket, useReportStore, type NumberOf } from '../../state/report-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { openTicket } from '../queue/open-ticket.ts';
import { countedText } from './counted-text.ts';
import { DefinitionButton } from './definition-button.tsx';
import { headOf } from '../../../shared/report/tell-report.ts';
import { reportTicketsQuery, type AnsweredReport } from './report-queries.ts';
import { usePeriodNames } from './use-period-names.ts';
import { focusPlace } from './use-places.ts';
import { useReportWords } from './use-report-words.ts';

const rowId = (id: number): string => `report-ticket-${id}`;

const open = (id: number): void => {
  standAtTicket(id);
  openTicket(id);
  noteOpened(id);
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

type ListProps = { readonly of: NumberOf; readonly found: ReportTickets };

const List = ({ of, found: { rows, counted, total, elsewhere } }: ListProps) => {
  const intl = useIntl();
  const words = useReportWords();
  const list = useRef<HTMLDivElement>(null);
  const wanted = useReportStore((reports) => reports.ticketId);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === wanted),
  );
  const current = rows[at];
  useEffect(() => {
    list.current?.focus();
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const move = (to: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row === undefined) return;
    standAtTicket(row.id);
    document.getElementById(rowId(row.id))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) move(at + step);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else if (event.key === 'Enter' && current !== undefined) open(current.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p className="quiet rep-total" data-testid="report-tickets-total" data-total={total}>
        {intl.formatMessage({ id: 'reports.tickets.total' }, { total, shown: rows.length, more: total - rows.length })}
        {elsewhere > 0 ? ` ${intl.formatMessage({ id: 'reports.tickets.elsewhere' }, { count: elsewhere })}` : null}
      </p>
      {rows.length === 0 ? null : (
        <div
          className="rep-tickets"
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={intl.formatMessage({ id: 'reports.tickets' })}
          aria-activedescendant={current === undefined ? undefined : rowId(current.id)}
          onKeyDown={onKeyDown}
          data-testid="report-tickets"
        >
          {rows.map((row, i) => {
            const { id, reference, title, customer, tier } = row;
            const what = counted[i] === undefined ? '' : countedText(of, counted[i], words);
            return (
              // Keys are the list's, which has the focus.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                role="option"
                tabIndex={-1}
                key={id}
                id={rowId(id)}
                className="rep-ticket"
                aria-selected={i === at}
                onClick={() => open(id)}
                data-testid="report-ticket"
              >
                <span className="rep-reference">{reference}</span>
                <strong className="rep-counted">{what}</strong>
                <bdi className="rep-subject">{title ?? intl.formatMessage({ id: 'reports.tickets.untitled' })}</bdi>
                <span className="rep-customer">
                  <bdi className="quiet">{customer}</bdi> <TierBadge tier={tier} />
                </span>
              </div>
            );
          })}
        </div>
      )}
    </>
  );
};

type Props = { readonly of: NumberOf; readonly answered: AnsweredReport };

/** The tickets behind a number of the report that is shown. */
export const TicketsPanel = ({ of, answered: { order, page } }: Props) => {
  const intl = useIntl();
  const headingId = useId();
  const words = useReportWords();
  const nameOf = usePeriodNames();
  const { figure, by, key, cases, period } = of;
  const { filter, asOfMs } = order;
  const { data, error, refetch } = useQuery(
    reportTicketsQuery({ ...period, filter, asOfMs, ...{ figure, by, key, cases } }, page.asOfMs),
  );
  const leave = (): void => {
    closeTickets();
    requestAnimationFrame(focusPlace);
  };
  const about = [
    ...(by === null || key === null ? [] : [keyText(by, key, words)]),
    ...(cases === 'all' || FIGURES[figure].unit !== 'percent' ? [] : [words.say(headOf(figure, cases))]),
    nameOf(period),
  ];
  return (
    // Escape leaves it, whatever in it has the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className="rep-panel"
      aria-labelledby={headingId}
      data-testid="report-panel"
      data-figure={figure}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <header>
        <h2 id={headingId}>
          {words.say(`report.figure.${figure}`)} <DefinitionButton figure={figure} />
        </h2>
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
      <p className="rep-about">
        <bdi>{about.join(' · ')}</bdi>
      </p>
      {error !== null ? (
        <FailureScreen title={intl.formatMessage({ id: 'reports.tickets.failed' })} error={error} retry={refetch} />
      ) : data === undefined ? (
        <p className="quiet rep-total" role="status">
          {intl.formatMessage({ id: 'loading' })}
        </p>
      ) : (
        <List of={of} found={data} />
      )}
    </aside>
  );
};
