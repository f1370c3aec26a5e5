import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { openForm } from '../../state/desk-store.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { Fact } from './fact.tsx';
import { useMayDo } from './use-may-do.ts';

/** When things happened to a ticket, when they are to, and how long people worked on it. */
export const TicketMoments = ({ detail }: { readonly detail: TicketDetail }) => {
  const intl = useIntl();
  const { instants, clockWords } = useApp();
  const mayDo = useMayDo(detail);
  const { row } = detail;
  const word = (id: string): string => intl.formatMessage({ id });
  /** Short, with the year for who looks closer. */
  const instant = (ms: number): ReactNode => <span title={instants.full(ms)}>{instants.due(ms)}</span>;
  const known = (id: string, ms: number | null): ReactNode =>
    ms === null ? null : <Fact name={word(id)}>{instant(ms)}</Fact>;
  return (
    <>
      {row.state === 'waitingCustomer' ? (
        <Fact name={word('page.wakeUp')} onEdit={mayDo('wait') ? () => openForm('wait') : undefined} testId="fact-wake">
          {row.wakeAtMs === null ? <Unknown /> : instant(row.wakeAtMs)}
        </Fact>
      ) : null}
      {detail.remindAtMs === null ? null : <Fact name={word('page.remind')}>{instants.due(detail.remindAtMs)}</Fact>}
      {known('page.reportedAt', detail.reportedAtMs)}
      <Fact name={word('page.createdAt')}>{instant(row.openedAtMs)}</Fact>
      <Fact name={word('ticket.responded')}>
        {detail.respondedAtMs === null ? <Unknown label="notYet" /> : instant(detail.respondedAtMs)}
      </Fact>
      {known('ticket.resolved', detail.resolvedAtMs)}
      {known('ticket.closed', detail.closedAtMs)}
      {detail.reopenCount === 0 ? null : (
        <Fact name={word('ticket.reopened')}>
          {intl.formatMessage({ id: 'ticket.times' }, { count: detail.reopenCount })}
        </Fact>
      )}
      {known('page.expertise', detail.expertiseAtMs)}
      <Fact name={word('page.spent')} onEdit={mayDo('timer') ? () => openForm('time') : undefined} testId="fact-spent">
        {detail.spentMs === 0 ? (
          <span className="quiet">{word('page.noTime')}</span>
        ) : (
          durationText(Math.round(detail.spentMs / SECOND_MS), clockWords.number)
        )}
      </Fact>
      <Fact name={word('ticket.source')}>{word(`source.${detail.source}`)}</Fact>
    </>
  );
};
