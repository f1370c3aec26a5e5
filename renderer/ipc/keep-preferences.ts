import type { CallInput } from '../../shared/ipc/contract.ts';
import { reportFailure } from '../ui/report-failure.ts';
import { call } from './client.ts';
import { adoptAppState } from './notices.ts';
import { appStateQuery } from './queries.ts';
import { queryClient } from './query-client.ts';

type Change = Omit<CallInput<'app:set-preferences'>, 'me'>;

/** Keeps choices of whoever works here. They are shown at once, and as they were where they could not be kept. */
export const keepPreferences = (change: Change): void => {
  const before = queryClient.getQueryData(appStateQuery.queryKey);
  if (before !== undefined) {
    const { preferences } = before;
    queryClient.setQueryData(appStateQuery.queryKey, {
      ...before,
      preferences: { ...preferences, ...change, watch: { ...preferences.watch, ...change.watch } },
    });
  }
  void call('app:set-preferences', change).then(adoptAppState, (failure: unknown) => {
    void queryClient.invalidateQueries({ queryKey: appStateQuery.queryKey });
    reportFailure(failure);
  });
};
