import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { appStateQuery, clockRulesQuery, queueCountsQuery, queuePageQuery } from './ipc/queries.ts';
import { queryClient } from './ipc/query-client.ts';
import { useUiStore } from './state/ui-store.ts';

// Everything that the first picture needs is asked for at once, before anything is drawn.
const { filter, sort } = useUiStore.getState();
void queryClient.prefetchQuery(appStateQuery);
void queryClient.prefetchQuery(clockRulesQuery);
void queryClient.prefetchQuery(queuePageQuery({ filter, sort }, 0));
void queryClient.prefetchQuery(queueCountsQuery(filter));

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<App />);
