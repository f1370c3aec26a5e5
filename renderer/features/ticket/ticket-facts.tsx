import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { StateWord } from '../queue/state-word.tsx';
import { Unknown } from '../../ui/unknown.tsx';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const text = (value: string | null): ReactNode =>
  value === null || value === '' ? <Unknown /> : <bdi title={value}>{value}</bdi>;

/** What is known of a ticket; what its source did not tell stays visibly unknown. */
export const TicketFacts = ({ detail }: { readonly detail: TicketDetail }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { row } = detail;
  const word = (id: string): string => intl.formatMessage({ id });
  const instant = (ms: number | null): ReactNode => (ms === null ? <Unknown label="notYet" /> : instants.full(ms));
  return (
    <section className="card" aria-label={word('ticket.facts')}>
      <dl className="facts">
        <Fact name={word('column.state')}>
          <StateWord state={row.state} />
        </Fact>
        <Fact name={word('filter.priorities')}>
          {row.priority === null ? (
            <Unknown />
          ) : (
            <span data-priority={row.priority}>{word(`priority.${row.priority}`)}</span>
          )}
        </Fact>
        <Fact name={word('filter.levels')}>{word(`level.${row.level}`)}</Fact>
        <Fact name={word('column.assignee')}>
          {row.assignee === null ? <Unknown label="unassigned" /> : text(row.assignee)}
        </Fact>
        <Fact name={word('ticket.group')}>{text(detail.group)}</Fact>
        <Fact name={word('ticket.requester')}>{text(detail.requester)}</Fact>
        <Fact name={word('ticket.channel')}>{text(detail.channel)}</Fact>
        <Fact name={word('ticket.kind')}>
          {detail.category === null ? <Unknown /> : word(`category.${detail.category}`)}
          {detail.isBeta ? <span className="mark">{word('ticket.beta')}</span> : null}
        </Fact>
        <Fact name={word('column.opened')}>{instants.full(row.openedAtMs)}</Fact>
        <Fact name={word('ticket.responded')}>{instant(detail.respondedAtMs)}</Fact>
        <Fact name={word('ticket.resolved')}>{instant(detail.resolvedAtMs)}</Fact>
        {detail.closedAtMs === null ? null : <Fact name={word('ticket.closed')}>{instant(detail.closedAtMs)}</Fact>}
        {detail.reopenCount === 0 ? null : (
          <Fact name={word('ticket.reopened')}>
            {intl.formatMessage({ id: 'ticket.times' }, { count: detail.reopenCount })}
          </Fact>
        )}
        <Fact name={word('ticket.source')}>{word(`source.${detail.source}`)}</Fact>
      </dl>
    </section>
  );
};
