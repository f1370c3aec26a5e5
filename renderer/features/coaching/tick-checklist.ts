import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { call } from '../../ipc/client.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { showSessionPage } from './use-session-action.ts';

/** Each tick goes by the version that the one before left. */
let last: Promise<void> = Promise.resolve();
/** Ticks that wait to be sent, by session. */
const waiting = new Map<string, number>();

const waitingOf = (id: string): number => waiting.get(id) ?? 0;

const cached = (id: string): SessionPage | undefined => queryClient.getQueryData(sessionQuery(id).queryKey);

const send = async (id: string): Promise<void> => {
  const page = cached(id);
  const left = waitingOf(id) - 1;
  if (left > 0) waiting.set(id, left);
  else waiting.delete(id);
  // The last of several ticks says all of them.
  if (page === undefined || left > 0) return;
  const { checklist, row } = page;
  try {
    const order = { id, expectedVersion: row.version, scope: 'this', acceptsWarnings: false } as const;
    const after = await call('coaching:change', { ...order, change: { checklist } });
    const ticked = waitingOf(id) > 0 ? cached(id)?.checklist : undefined;
    showSessionPage({ ...after, checklist: ticked ?? after.checklist });
  } catch (failure) {
    reportFailure(failure);
    void queryClient.invalidateQueries({ queryKey: sessionQuery(id).queryKey });
  }
};

/** Ticks an item of a session's checklist, or takes the tick away: at once in the window, and as soon as it goes in the schedule. */
export const tickChecklist = (page: SessionPage, index: number): void => {
  const known = cached(page.row.id) ?? page;
  const checklist = known.checklist.map((item, i) => (i === index ? { ...item, isDone: !item.isDone } : item));
  showSessionPage({ ...known, checklist });
  const { id } = page.row;
  waiting.set(id, waitingOf(id) + 1);
  last = last.then(() => send(id));
};
