import '../../styles/create.css';
import '../../styles/log-work.css';
import '../../styles/hours.css';
import '../../styles/expertise.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconFilterOff, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { monthAt } from '../../../shared/expertise/month.ts';
import { useApp } from '../../app-context.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { consumptionQuery } from '../../ipc/customer-queries.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { LazyConsumptionPictures } from '../pictures/lazy-pictures.tsx';
import { MonthClosing } from './month-closing.tsx';
import { openLogWork } from './open-log-work.ts';
import { PendingList } from './pending-list.tsx';
import { orderStandings, type StandingSort, type StandingView } from './standing-order.ts';
import { StandingTable } from './standing-table.tsx';
import { useHoursWords } from './use-hours-words.ts';

/** Names are read from A on, figures from the largest. */
const sortedBy = (view: StandingView, sort: StandingSort): StandingView => ({
  ...view,
  sort,
  isDescending: view.sort === sort ? !view.isDescending : sort !== 'customer',
});

/** How the hours of all customers stand, what waits for a lead, and what was consumed. */
export const ExpertiseScreen = () => {
  const intl = useIntl();
  const { me } = useApp().state;
  const words = useHoursWords();
  const zone = useLedgerZone();
  const nowMs = useNow(wholeMinute);
  const month = monthAt(zone, nowMs);
  const query = consumptionQuery({ fromMonth: month, toMonth: month, customerId: null });
  const { data, error, refetch } = useQuery({ ...query, placeholderData: keepPreviousData });
  const [view, setView] = useState<StandingView>({ sort: 'customer', isDescending: false, isUnusedOnly: false });
  const main = useRef<HTMLElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere) main.current?.querySelector<HTMLElement>('.standing-name[tabindex="0"]')?.focus();
  }, [isThere]);
  const word = (id: string): string => intl.formatMessage({ id });
  const standings = data === undefined ? [] : orderStandings(data.standings, view, nowMs);
  return (
    <main className="expertise" aria-labelledby="expertise-title" data-testid="expertise-screen" ref={main}>
      <header className="queue-header">
        <h1 id="expertise-title">{word('expertise.title')}</h1>
        <span className="quiet">{words.month(month)}</span>
        <button
          type="button"
          className="view"
          aria-pressed={view.isUnusedOnly}
          onClick={() => setView({ ...view, isUnusedOnly: !view.isUnusedOnly })}
          data-testid="unused-only"
        >
          {word('expertise.unused')}
          <span className="count">{data?.standings.filter(({ leftMin }) => leftMin > 0).length ?? ''}</span>
        </button>
        <span className="grow" />
        {me.role === 'agent' ? null : (
          <button type="button" className="action" onClick={() => openLogWork({})}>
            <IconPlus size={14} stroke={2} aria-hidden="true" /> {word('expertise.logWork')}
            <span aria-hidden="true">
              <CommandKey id="logWork" />
            </span>
          </button>
        )}
      </header>
      {error !== null ? (
        <FailureScreen title={word('expertise.failed')} error={error} retry={refetch} />
      ) : data === undefined ? (
        <p className="exp-loading quiet">{word('loading')}</p>
      ) : (
        <div className="exp-place">
          <div className="exp-main">
            {standings.length === 0 ? (
              <StateScreen
                icon={<IconFilterOff size={26} stroke={1.5} />}
                title={word(view.isUnusedOnly ? 'expertise.noneUnused' : 'expertise.noCustomers')}
              />
            ) : (
              <StandingTable
                standings={standings}
                view={view}
                nowMs={nowMs}
                onSort={(sort) => setView(sortedBy(view, sort))}
              />
            )}
            <LazyConsumptionPictures />
          </div>
          <aside className="exp-side" aria-label={word('expertise.side')}>
            <PendingList />
            <MonthClosing closedThrough={data.closedThrough} month={month} />
          </aside>
        </div>
      )}
    </main>
  );
};
