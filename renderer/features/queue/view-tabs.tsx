import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { QueueCounts, QueueView } from '../../../shared/ipc/schemas.ts';
import { queueCountsQuery } from '../../ipc/queries.ts';
import { VIEWS } from '../../state/queue-filters.ts';
import { showView, useUiStore } from '../../state/ui-store.ts';

/** How many tickets each view and value holds under the present filter; the last known while a new filter is counted. */
export const useQueueCounts = (): QueueCounts | undefined => {
  const filter = useUiStore((ui) => ui.filter);
  return useQuery({ ...queueCountsQuery(filter), placeholderData: keepPreviousData }).data;
};

/** Views whose count is worth a colour when it is not zero. */
const TONES: Readonly<Partial<Record<QueueView, string>>> = { atRisk: 'atRisk', breached: 'breached' };

/** The named parts of the queue, each with its count. */
export const ViewTabs = () => {
  const intl = useIntl();
  const view = useUiStore(({ filter }) => filter.view);
  const counts = useQueueCounts();
  return (
    <nav className="views" aria-label={intl.formatMessage({ id: 'queue.views' })}>
      {VIEWS.map((name) => {
        const count = counts?.views[name];
        return (
          <button
            type="button"
            key={name}
            className="view"
            aria-current={name === view ? 'true' : undefined}
            data-testid={`view-tab-${name}`}
            data-tone={count === undefined || count === 0 ? undefined : TONES[name]}
            onClick={() => showView(name)}
          >
            {intl.formatMessage({ id: `view.${name}` })}
            <span className="count" data-count={count}>
              {count === undefined ? '·' : intl.formatNumber(count)}
            </span>
          </button>
        );
      })}
    </nav>
  );
};
