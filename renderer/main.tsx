import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { appStateQuery, clockRulesQuery, queueCountsQuery, queuePageQuery } from './ipc/queries.ts';
import { queryClient } from './ipc/query-client.ts';
import { useUiStore } from './state/ui-store.ts';

// Everything that the first picture needs is asked for at once, before anything is drawn.
const { filter, sort } = useUiStore.getState();
const asked = [
  queryClient.prefetchQuery(appStateQuery),
  queryClient.prefetchQuery(clockRulesQuery),
  queryClient.prefetchQuery(queuePageQuery({ filter, sort, asOfMs: null }, 0)),
];
void queryClient.prefetchQuery(queueCountsQuery(filter, null));
/** An answer usually comes sooner than a waiting screen could be drawn: then the queue itself is the first picture. */
const PATIENCE_MS = 250;
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
const draw = (): void => createRoot(root).render(<App />);
void Promise.race([Promise.all(asked), patience]).then(draw, draw);
