import { queryOptions } from '@tanstack/react-query';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { call } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';

/** So many of the past are listed. */
const LISTED = 60;

export type HandoverLine = CallOutput<'handover:list'>[number];
export type LeftItem = CallOutput<'handover:list-left'>[number];

export const handoversQuery = queryOptions({
  queryKey: ['handover', 'list'],
  queryFn: () => call('handover:list', { limit: LISTED }),
});

export const handoverQuery = (id: string) =>
  queryOptions({ queryKey: ['handover', 'page', id], queryFn: () => call('handover:get', { id }) });

export const leftQuery = queryOptions({
  queryKey: ['handover', 'left'],
  queryFn: () => call('handover:list-left', {}),
});

export const previewQuery = (untilMs: InstantMs) =>
  queryOptions({
    queryKey: ['handover', 'preview', untilMs],
    queryFn: () => call('handover:preview', { untilMs }),
    gcTime: 0,
    retry: false,
  });

export const waitingQuery = queryOptions({
  queryKey: ['handover', 'waiting'],
  queryFn: () => call('handover:get-waiting', {}),
});

/** What a call gave is shown at once; the notice that follows asks for the lists. */
export const keepPage = (page: HandoverPage): void => {
  queryClient.setQueryData(handoverQuery(page.id).queryKey, (before) =>
    before === undefined || before.version <= page.version ? page : before,
  );
};
