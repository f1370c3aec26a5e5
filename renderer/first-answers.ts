import { useEffect, useState } from 'react';
import { appStateQuery, clockRulesQuery, queueCountsQuery, queuePageQuery } from './ipc/queries.ts';
import { queryClient } from './ipc/query-client.ts';
import { isWallWindow } from './which-window.ts';
import { useUiStore } from './state/ui-store.ts';

// Everything that the first picture needs is asked for as soon as this is loaded, before the rest of the window is.
const { filter, sort } = useUiStore.getState();
const asked = Promise.all([
  queryClient.prefetchQuery(appStateQuery),
  queryClient.prefetchQuery(clockRulesQuery),
  // The wall's own window has no queue.
  isWallWindow ? undefined : queryClient.prefetchQuery(queuePageQuery({ filter, sort, asOfMs: null }, 0)),
]);
if (!isWallWindow) void queryClient.prefetchQuery(queueCountsQuery(filter, null));

/** The answers usually come sooner than the queue could be drawn without them: it is then drawn once, whole. */
const PATIENCE_MS = 250;
const firstAnswers = Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

/** Whether the answers that the first picture needs are there, or have let wait too long. */
export const useHasFirstAnswers = (): boolean => {
  const [hasThem, setHasThem] = useState(false);
  useEffect(() => void firstAnswers.then(() => setHasThem(true)), []);
  return hasThem;
};
