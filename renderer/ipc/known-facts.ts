import type { Actor } from '../../shared/access/actor.ts';
import type { QueueRow, TicketDetail } from '../../shared/ipc/schemas.ts';
import type { Wall } from '../../shared/ipc/wall-calls.ts';
import { pastMs } from '../state/replay-store.ts';
import { appStateQuery, ticketDetailQuery, type AnsweredPage } from './queries.ts';
import { queryClient } from './query-client.ts';

/** Keys of commands that the user chose, by command. */
export const knownKeys = (): Readonly<Record<string, readonly string[]>> =>
  queryClient.getQueryData(appStateQuery.queryKey)?.preferences.keys ?? {};

/** Who works here; null before the application's state is known. */
export const knownMe = (): Actor | null => queryClient.getQueryData(appStateQuery.queryKey)?.me ?? null;

export const knownDetail = (id: number): TicketDetail | null =>
  queryClient.getQueryData(ticketDetailQuery(id, pastMs()).queryKey) ?? null;

/** Pages are asked for one by one: what one of them has of a ticket may be older than what another has. */
const newer = (row: QueueRow, other: QueueRow | undefined): QueueRow =>
  other === undefined || row.version >= other.version ? row : other;

/** The tickets that the wall shows, which is always of now. */
const wallRows = (): readonly QueueRow[] => {
  const wall = pastMs() === null ? queryClient.getQueryData<Wall>(['wall']) : undefined;
  if (wall === undefined) return [];
  const since = [...wall.escalations.rows, ...wall.waits.rows].map(({ row }) => row);
  return [...wall.breachedTickets.rows, ...wall.runningTickets.rows, ...wall.unassigned.rows, ...since];
};

/** The rows of the pages that the window still has, by ticket: as they are at the instant that is looked at. */
export const knownRows = (): ReadonlyMap<number, QueueRow> => {
  const pages = queryClient.getQueriesData<AnsweredPage>({ queryKey: ['queue', 'page'] });
  const asOfMs = pastMs();
  const rows = new Map<number, QueueRow>();
  for (const [, answered] of pages) {
    if (answered?.query.asOfMs !== asOfMs) continue;
    for (const row of answered.page.rows) rows.set(row.id, newer(row, rows.get(row.id)));
  }
  for (const row of wallRows()) rows.set(row.id, newer(row, rows.get(row.id)));
  return rows;
};

/** A ticket as the window knows it: from its page or from the list, whichever is newer. */
export const knownRow = (id: number): QueueRow | null => {
  const listed = knownRows().get(id);
  const shown = knownDetail(id)?.row;
  return shown === undefined ? (listed ?? null) : newer(shown, listed);
};
