import { afterEach, expect, it } from 'vitest';
import type { QueueRow, TicketDetail } from '../../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { knownRow, knownRows } from '../../../renderer/ipc/known-facts.ts';
import { queuePageQuery, ticketDetailQuery } from '../../../renderer/ipc/queries.ts';
import { queryClient } from '../../../renderer/ipc/query-client.ts';
import { DEFAULT_SORT } from '../../../renderer/state/ui-store.ts';

const row = (version: number): QueueRow => ({ id: 7, version }) as QueueRow;

const keepPage = (text: string, version: number): void => {
  const query = { filter: { ...EMPTY_FILTER, text }, sort: DEFAULT_SORT, asOfMs: null };
  const page = { asOfMs: 0, total: 1, offset: 0, rows: [row(version)] };
  queryClient.setQueryData(queuePageQuery(query, 0).queryKey, { query, page });
};
const keepDetail = (version: number): void =>
  void queryClient.setQueryData(ticketDetailQuery(7, null).queryKey, { row: row(version) } as TicketDetail);

afterEach(() => queryClient.clear());

it('of what the window has of a ticket, the newest counts', () => {
  keepPage('', 3);
  keepPage('older', 2);
  expect(knownRows().get(7)?.version).toBe(3);
  keepDetail(1);
  expect(knownRow(7)?.version).toBe(3);
  keepDetail(4);
  expect(knownRow(7)?.version).toBe(4);
});
