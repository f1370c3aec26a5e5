import type { Actor } from '../../shared/access/actor.ts';
import type { QueueRow, TicketDetail } from '../../shared/ipc/schemas.ts';
import { appStateQuery, ticketDetailQuery, type AnsweredPage } from './queries.ts';
import { queryClient } from './query-client.ts';

/** Who works here; null before the application's state is known. */
export const knownMe = (): Actor | null => queryClient.getQueryData(appStateQuery.queryKey)?.me ?? null;

export const knownDetail = (id: number): TicketDetail | null =>
  queryClient.getQueryData(ticketDetailQuery(id).queryKey) ?? null;

/** The rows of the pages that the window still has, by ticket. */
export const knownRows = (): ReadonlyMap<number, QueueRow> => {
  const pages = queryClient.getQueriesData<AnsweredPage>({ queryKey: ['queue', 'page'] });
  return new Map(pages.flatMap(([, answered]) => answered?.page.rows ?? []).map((row) => [row.id, row] as const));
};

/** A ticket as the window knows it: from its page, else from the list. */
export const knownRow = (id: number): QueueRow | null => knownDetail(id)?.row ?? knownRows().get(id) ?? null;
