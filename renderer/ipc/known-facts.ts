import type { Actor } from '../../shared/access/actor.ts';
import type { QueueRow, TicketDetail } from '../../shared/ipc/schemas.ts';
import { pastMs } from '../state/replay-store.ts';
import { appStateQuery, ticketDetailQuery, type AnsweredPage } from './queries.ts';
import { queryClient } from './query-client.ts';

/** Who works here; null before the application's state is known. */
export const knownMe = (): Actor | null => queryClient.getQueryData(appStateQuery.queryKey)?.me ?? null;

export const knownDetail = (id: number): TicketDetail | null =>
  queryClient.getQueryData(ticketDetailQuery(id, pastMs()).queryKey) ?? null;

/** The rows of the pages that the window still has, by ticket: as they are at the instant that is looked at. */
export const knownRows = (): ReadonlyMap<number, QueueRow> => {
  const pages = queryClient.getQueriesData<AnsweredPage>({ queryKey: ['queue', 'page'] });
  const asOfMs = pastMs();
  const shown = pages.flatMap(([, answered]) => (answered?.query.asOfMs === asOfMs ? answered.page.rows : []));
  return new Map(shown.map((row) => [row.id, row] as const));
};

/** A ticket as the window knows it: from its page, else from the list. */
export const knownRow = (id: number): QueueRow | null => knownDetail(id)?.row ?? knownRows().get(id) ?? null;
