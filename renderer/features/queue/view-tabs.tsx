import { useIntl } from 'react-intl';
import type { QueueView } from '../../../shared/ipc/schemas.ts';
import { VIEWS } from '../../state/queue-filters.ts';
import { showView, useUiStore } from '../../state/ui-store.ts';
import { useQueueCounts } from './use-queue-counts.ts';

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
