import type { AppState } from '../../shared/ipc/contract.ts';
import { clearSelection } from '../state/ui-store.ts';
import { listen } from './client.ts';
import { appStateQuery } from './queries.ts';
import { queryClient } from './query-client.ts';

/** Takes over an application state that a call returned or a notice brought. Another workspace is another database: nothing of the old one stays. */
export const adoptAppState = (state: AppState): void => {
  const before = queryClient.getQueryData(appStateQuery.queryKey);
  queryClient.setQueryData(appStateQuery.queryKey, state);
  if (before === undefined || before.workspace === state.workspace) return;
  clearSelection();
  queryClient.removeQueries({ queryKey: ['ticket'] });
  void queryClient.resetQueries({ queryKey: ['queue'] });
  void queryClient.invalidateQueries({ queryKey: ['rules'] });
};

const onDataChanged = ({ ticketIds }: { readonly ticketIds: readonly number[] | null }): void => {
  void queryClient.invalidateQueries({ queryKey: ['queue'] });
  void queryClient.invalidateQueries({
    queryKey: ['ticket'],
    predicate: ({ queryKey }) => ticketIds === null || ticketIds.some((id) => id === queryKey[1]),
  });
};

/** Keeps what the window shows in step with what the core and the shell tell; the result stops that. */
export const followNotices = (): (() => void) => {
  const stops = [listen('data:changed', onDataChanged), listen('app:state-changed', adoptAppState)];
  return () => stops.forEach((stop) => stop());
};
