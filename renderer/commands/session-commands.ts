import { appStateQuery } from '../ipc/queries.ts';
import { queryClient } from '../ipc/query-client.ts';
import { sessionQuery } from '../ipc/coaching-queries.ts';
import { focusedSession } from '../features/coaching/calendar/focus.ts';
import { openAsk } from '../features/coaching/open-ask.ts';
import { runSessionAct } from '../features/coaching/run-session-act.ts';
import { mayAct, type SessionAct } from '../features/coaching/session-acts.ts';
import type { SessionPage } from '../../shared/ipc/coaching-schemas.ts';
import { useCoachingStore } from '../state/coaching-store.ts';
import { getRealNowMs } from '../state/now-store.ts';
import type { Command } from './command.ts';

/** None while another session has the focus: nobody means the one beside it. */
const shown = (): SessionPage | undefined => {
  const { sessionId } = useCoachingStore.getState();
  const focused = focusedSession();
  if (sessionId === null || (focused !== null && focused !== sessionId)) return undefined;
  return queryClient.getQueryData(sessionQuery(sessionId).queryKey);
};

/** About the session whose page is shown. */
const onSession = (act: SessionAct, keys: readonly string[]): Command => ({
  ...{ id: `session.${act}`, group: 'coaching', place: 'coaching', keys },
  run: () => {
    const page = shown();
    if (page !== undefined) runSessionAct(act, page);
  },
  isEnabled: () => {
    const page = shown();
    const role = queryClient.getQueryData(appStateQuery.queryKey)?.me.role;
    return page !== undefined && role !== undefined && mayAct(act, page, role, getRealNowMs());
  },
});

/** What is done with the session that is shown, and asking for one. `c`, `f` and `i` are of the whole window. */
export const SESSION_COMMANDS: readonly Command[] = [
  onSession('plan', ['Shift+P']),
  onSession('edit', ['e']),
  onSession('confirm', ['Shift+C']),
  onSession('finish', ['Shift+F']),
  onSession('report', ['r']),
  onSession('invitation', ['Shift+I']),
  onSession('export', ['Shift+E']),
  onSession('noShow', ['Shift+X']),
  onSession('callOff', ['x']),
  {
    ...{ id: 'askCoaching', group: 'coaching', place: 'everywhere', keys: ['Shift+A'], isChange: true },
    run: () => openAsk(),
  },
];
