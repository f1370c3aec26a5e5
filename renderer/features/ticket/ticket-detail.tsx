import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { lazy, memo, Suspense, useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { errorText } from '../../i18n/error-text.ts';
import { ticketDetailQuery } from '../../ipc/queries.ts';
import { closeDetail, useUiStore } from '../../state/ui-store.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { focusQueue } from '../queue/focus.ts';
import { selectedRow } from '../queue/selection.ts';
import { TicketClocks } from './ticket-clocks.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { TicketTimeline } from './ticket-timeline.tsx';

const ExplainPanel = lazy(async () => ({ default: (await import('../explain/explain-panel.tsx')).ExplainPanel }));

/** The language that a ticket is served in, as the languages of the window name it. */
const languageName = (locale: string, language: string): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
};

type HeaderProps = { readonly row: QueueRow; readonly language: string | null };

const Header = ({ row, language }: HeaderProps) => {
  const intl = useIntl();
  const close = (): void => {
    closeDetail();
    focusQueue();
  };
  return (
    <header className="ticket-header">
      <div className="ticket-line">
        <bdi className="ticket-reference">{row.reference}</bdi>
        <span aria-hidden="true">·</span>
        <bdi className="ticket-customer" title={row.customer}>
          {row.customer}
        </bdi>
        <TierBadge tier={row.tier} />
        <span className="grow" />
        {language === null ? null : (
          <span className="ticket-language" title={languageName(intl.locale, language)}>
            {language.toUpperCase()}
          </span>
        )}
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
      <h2>{row.title === null || row.title === '' ? <Unknown /> : <bdi>{row.title}</bdi>}</h2>
    </header>
  );
};

const DetailOf = memo(({ id, known }: { readonly id: number; readonly known: QueueRow | undefined }) => {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(ticketDetailQuery(id));
  const isExplaining = useDeskStore((desk) => desk.isExplaining);
  const row = data?.row ?? known;
  if (error !== null) {
    return (
      <StateScreen
        isFailure
        icon={<IconAlertTriangle size={26} stroke={1.5} />}
        title={intl.formatMessage({ id: 'ticket.failed' })}
        text={errorText(intl, error)}
      >
        <button type="button" className="banner-button" onClick={() => void refetch()}>
          {intl.formatMessage({ id: 'retry' })}
        </button>
      </StateScreen>
    );
  }
  if (row === undefined) return <p className="ticket-loading">{intl.formatMessage({ id: 'loading' })}</p>;
  return (
    <>
      <Header row={row} language={data?.language ?? null} />
      <TicketClocks resolution={row.resolution} firstResponse={row.firstResponse} isBeta={data?.isBeta ?? false} />
      {data === undefined ? null : (
        <>
          <Suspense fallback={null}>{isExplaining ? <ExplainPanel detail={data} /> : null}</Suspense>
          <TicketFacts detail={data} />
          <TicketTimeline events={data.events} key={id} />
        </>
      )}
    </>
  );
});

/** The selected ticket beside the list, to read. The list moves at once; this follows as soon as it can. */
export const TicketDetail = () => {
  const intl = useIntl();
  const isOpen = useUiStore((ui) => ui.isDetailOpen);
  const id = useUiStore((ui) => ui.selectedId);
  const [lastId, setLastId] = useState(id);
  if (id !== null && id !== lastId) setLastId(id);
  // While the list jumps to a row that is on its way, the last ticket stays.
  const shownId = useDeferredValue(id ?? lastId);
  if (!isOpen || shownId === null) return null;
  const row = selectedRow();
  return (
    <aside
      className="ticket"
      // It scrolls, so keys must be able to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'ticket.detail' })}
      data-testid="ticket-detail"
    >
      <DetailOf id={shownId} known={row?.id === shownId ? row : undefined} />
    </aside>
  );
};
