import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { lazy, memo, Suspense, useEffect } from 'react';
import { useIntl } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { clip, SHOWN_IN_LINE } from '../../../shared/text/clip.ts';
import { ticketDetailQuery } from '../../ipc/queries.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { useAsOfMs } from '../../state/replay-store.ts';
import { closeDetail } from '../../state/ui-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { openCustomerNamed } from '../customers/open-customer-named.ts';
import { focusQueue } from '../queue/focus.ts';
import { ActionBar } from './action-bar.tsx';
import { TypedAhead } from './forms/typed-ahead.ts';
import { OpenDrafts } from './open-drafts.tsx';
import { TicketClocks } from './ticket-clocks.tsx';
import { preloadForms, TicketComposer } from './ticket-composer.tsx';
import { TicketEntitlement } from './ticket-entitlement.tsx';
import { TicketErased } from './ticket-erased.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { TicketMaintenance } from './ticket-maintenance.tsx';
import { TicketTimeline } from './ticket-timeline.tsx';
import { TimerBar } from './timer-bar.tsx';

const ExplainPanel = lazy(async () => ({ default: (await import('../explain/explain-panel.tsx')).ExplainPanel }));

/** More than its eight lines hold. */
const SHOWN_IN_TITLE = 2_000;

const Header = ({ row }: { readonly row: QueueRow }) => {
  const intl = useIntl();
  const close = (): void => {
    closeDetail();
    focusQueue();
  };
  return (
    <header className="ticket-header">
      <div className="ticket-line">
        <bdi className="ticket-reference" title={clip(row.reference, SHOWN_IN_LINE)}>
          {clip(row.reference, SHOWN_IN_LINE)}
        </bdi>
        <span aria-hidden="true">·</span>
        <button
          type="button"
          className="ticket-customer"
          title={intl.formatMessage({ id: 'customers.openPage' }, { name: clip(row.customer, SHOWN_IN_LINE) })}
          onClick={() => void openCustomerNamed(row.customer)}
          data-testid="ticket-customer"
        >
          <bdi>{clip(row.customer, SHOWN_IN_LINE)}</bdi>
        </button>
        <TierBadge tier={row.tier} />
        <span className="grow" />
        <button
          type="button"
          className="icon-button"
          onClick={close}
          title={intl.formatMessage({ id: 'ticket.close' })}
        >
          <IconX size={15} stroke={2} aria-hidden="true" />
          <span className="sr-only">{intl.formatMessage({ id: 'ticket.close' })}</span>
        </button>
      </div>
      <h2>{row.title === null || row.title === '' ? <Unknown /> : <bdi>{clip(row.title, SHOWN_IN_TITLE)}</bdi>}</h2>
    </header>
  );
};

/** A form that was asked for before its ticket is there. */
const Awaited = () => (useDeskStore((desk) => desk.form !== null) ? <TypedAhead /> : null);

type Props = { readonly id: number; readonly known: QueueRow | undefined };

/** One ticket: who and what, what can be done, how its clocks stand, what is known of it, and all that happened. */
export const TicketPage = memo(({ id, known }: Props) => {
  const intl = useIntl();
  const asOfMs = useAsOfMs();
  const { data, error, refetch } = useQuery(ticketDetailQuery(id, asOfMs));
  const isExplaining = useDeskStore((desk) => desk.isExplaining);
  useEffect(preloadForms, []);
  const row = data?.row ?? known;
  if (error !== null) {
    return <FailureScreen title={intl.formatMessage({ id: 'ticket.failed' })} error={error} retry={refetch} />;
  }
  if (row === undefined) return <p className="ticket-loading">{intl.formatMessage({ id: 'loading' })}</p>;
  return (
    <>
      <Header row={row} />
      {data === undefined ? (
        <Awaited />
      ) : (
        <>
          {asOfMs === null ? (
            <>
              <ActionBar detail={data} />
              <OpenDrafts ticketId={id} />
              <TicketComposer detail={data} />
            </>
          ) : (
            <p className="past-note">{intl.formatMessage({ id: 'replay.ticketNote' })}</p>
          )}
        </>
      )}
      {asOfMs === null ? <TimerBar shownTicketId={id} place="page" /> : null}
      <TicketClocks resolution={row.resolution} firstResponse={row.firstResponse} isBeta={data?.isBeta ?? false} />
      {data === undefined ? null : (
        <>
          <TicketErased events={data.events} />
          <TicketMaintenance detail={data} />
          <Suspense fallback={null}>{isExplaining ? <ExplainPanel detail={data} /> : null}</Suspense>
          <TicketFacts detail={data} />
          <TicketEntitlement detail={data} />
          <TicketTimeline events={data.events} key={id} />
        </>
      )}
    </>
  );
});
