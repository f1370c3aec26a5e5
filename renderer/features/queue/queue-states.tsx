import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { isTransient } from '../../ipc/query-client.ts';
import { isNarrowed } from '../../state/queue-filters.ts';
import { clearFilters, showView, useUiStore } from '../../state/ui-store.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { chooseImportFiles } from '../import/choose-files.ts';
import { switchWorkspace } from '../shell/switch-workspace.ts';
import { useQueueCounts } from './use-queue-counts.ts';

/** Nothing is listed: because of the filter, because the view is empty, or because there are no tickets at all. */
export const EmptyQueue = () => {
  const intl = useIntl();
  const { state } = useApp();
  const isFiltered = useUiStore(({ filter }) => isNarrowed(filter));
  const view = useUiStore(({ filter }) => filter.view);
  const hasTickets = (useQueueCounts()?.views.all ?? 0) > 0;
  if (isFiltered) {
    return (
      <StateScreen
        icon={<IconFilterOff size={28} stroke={1.5} />}
        title={intl.formatMessage({ id: 'queue.noMatch' })}
        text={intl.formatMessage({ id: 'queue.noMatchText' })}
      >
        <Button onClick={clearFilters}>{intl.formatMessage({ id: 'filter.clearAll' })}</Button>
      </StateScreen>
    );
  }
  if (hasTickets) {
    return (
      <StateScreen
        icon={<IconInbox size={28} stroke={1.5} />}
        title={intl.formatMessage({ id: `queue.emptyView.${view}` })}
      >
        <Button variant="default" onClick={() => showView('all')}>
          {intl.formatMessage({ id: 'queue.showAll' })}
        </Button>
      </StateScreen>
    );
  }
  return (
    <StateScreen
      icon={<IconInbox size={28} stroke={1.5} />}
      title={intl.formatMessage({ id: 'queue.empty' })}
      text={intl.formatMessage({ id: 'queue.emptyText' })}
    >
      <Button onClick={chooseImportFiles}>{intl.formatMessage({ id: 'command.import' })}</Button>
      {state.workspace === 'own' ? (
        <Button variant="default" onClick={() => switchWorkspace('sample')}>
          {intl.formatMessage({ id: 'workspace.openSample' })}
        </Button>
      ) : null}
    </StateScreen>
  );
};

/** The first page could not be read. */
export const FailedQueue = ({ error, retry }: { readonly error: unknown; readonly retry: () => void }) => {
  const intl = useIntl();
  return (
    <StateScreen
      isFailure
      icon={<IconAlertTriangle size={28} stroke={1.5} />}
      title={intl.formatMessage({ id: isTransient(error) ? 'queue.restarting' : 'queue.failed' })}
      text={errorText(intl, error)}
    >
      <Button onClick={retry}>{intl.formatMessage({ id: 'retry' })}</Button>
    </StateScreen>
  );
};

/** The list is older than it should be: asking again failed, or is being tried again while the core restarts. */
export const StaleBar = ({ failure, retry }: { readonly failure: unknown; readonly retry: () => void }) => {
  const intl = useIntl();
  return (
    <div className="failure-bar" role="status">
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      <span>{isTransient(failure) ? intl.formatMessage({ id: 'queue.restarting' }) : errorText(intl, failure)}</span>
      <button type="button" className="banner-button" onClick={retry}>
        {intl.formatMessage({ id: 'retry' })}
      </button>
    </div>
  );
};
