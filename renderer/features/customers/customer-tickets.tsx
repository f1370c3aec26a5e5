import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconListDetails, IconTicket } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerRow } from '../../../shared/ipc/customer-schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { queuePageQuery } from '../../ipc/queries.ts';
import { DEFAULT_SORT } from '../../state/ui-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { DueCell } from '../queue/clock-cell.tsx';
import { focusQueueSoon } from '../queue/focus.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { showTicketsOf } from '../queue/show-tickets-of.ts';
import { StateWord } from '../queue/state-word.tsx';

const rowId = (id: number): string => `customer-ticket-${id}`;

const openInQueue = (id: number): void => {
  openTicket(id);
  focusQueueSoon();
};

/** The tickets of a customer, those that are due first; Enter opens one in the queue. */
export const CustomerTickets = ({ row }: { readonly row: CustomerRow }) => {
  const intl = useIntl();
  const { name, openTickets } = row;
  const query = {
    filter: { ...EMPTY_FILTER, view: 'all', customers: [name] },
    sort: DEFAULT_SORT,
    asOfMs: null,
  } as const;
  const { data, error, refetch } = useQuery({
    ...queuePageQuery({ ...query, filter: { ...query.filter, customers: [name] } }, 0),
    placeholderData: keepPreviousData,
  });
  const [chosen, setChosen] = useState(0);
  if (error !== null) {
    return (
      <FailureScreen title={intl.formatMessage({ id: 'customers.ticketsFailed' })} error={error} retry={refetch} />
    );
  }
  if (data === undefined) return <p className="quiet">{intl.formatMessage({ id: 'loading' })}</p>;
  const { rows, total } = data.page;
  if (rows.length === 0) {
    return (
      <StateScreen
        icon={<IconTicket size={26} stroke={1.5} />}
        title={intl.formatMessage({ id: 'customers.noTicket' })}
      />
    );
  }
  const at = Math.min(chosen, rows.length - 1);
  const active = rows[at];
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    const shown = rows[next];
    setChosen(next);
    if (shown !== undefined) document.getElementById(rowId(shown.id))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const presses: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(at + 1),
      j: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      k: () => move(at - 1),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => {
        if (active !== undefined) openInQueue(active.id);
      },
    };
    const press = presses[event.key];
    if (press === undefined) return;
    event.preventDefault();
    press();
  };
  return (
    <section className="card customer-card customer-tickets" aria-labelledby="customer-tickets-title">
      <header>
        <h3 id="customer-tickets-title">
          {intl.formatMessage({ id: 'customers.ticketCount' }, { count: total, open: openTickets })}
        </h3>
        <button
          type="button"
          className="link"
          onClick={() => {
            showTicketsOf({ customers: [name] }, openTickets);
            focusQueueSoon();
          }}
          data-testid="show-in-queue"
        >
          <IconListDetails size={13} stroke={2} aria-hidden="true" />{' '}
          {intl.formatMessage({ id: 'customers.showInQueue' })}
        </button>
      </header>
      <div
        className="ticket-lines"
        role="listbox"
        tabIndex={0}
        aria-labelledby="customer-tickets-title"
        aria-activedescendant={active === undefined ? undefined : rowId(active.id)}
        onKeyDown={onKeyDown}
        data-testid="customer-tickets"
      >
        {rows.map((ticket, i) => (
          // The keys are those of the list.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={ticket.id}
            id={rowId(ticket.id)}
            role="option"
            tabIndex={-1}
            className="ticket-line-row"
            aria-selected={i === at}
            onClick={() => openInQueue(ticket.id)}
            data-testid="customer-ticket"
          >
            <bdi className="ticket-line-reference">{ticket.reference}</bdi>
            <span data-priority={ticket.priority ?? undefined}>{ticket.priority ?? <Unknown />}</span>
            <bdi className="ticket-line-title">{ticket.title ?? <Unknown />}</bdi>
            <StateWord state={ticket.state} />
            <DueCell clock={ticket.resolution} />
          </div>
        ))}
      </div>
      {total > rows.length ? (
        <p className="quiet">{intl.formatMessage({ id: 'customers.firstTickets' }, { count: rows.length })}</p>
      ) : null}
    </section>
  );
};
