import { queryOptions } from '@tanstack/react-query';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { call } from '../../ipc/client.ts';
import { getRealNowMs } from '../../state/now-store.ts';

/** Asked again when requests are asked or decided, and with another person. */
export const requestsQuery = queryOptions({
  queryKey: ['steering', 'requests'],
  queryFn: () => call('steering:list-requests', {}),
});

/** What approving would change goes by ledgers and tickets: it is asked anew each time. */
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['steering', 'request', id],
    queryFn: () => call('steering:get-request', { id }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Under 'queue', since every change of a ticket may add to them; and when the next falls due by time alone. */
export const escalationsQuery = queryOptions({
  queryKey: ['queue', 'escalations'],
  queryFn: () => call('steering:list-escalations', {}),
  refetchInterval: ({ state: { data } }) => {
    const nextAtMs = data?.nextAtMs ?? null;
    if (nextAtMs === null) return false;
    return Math.min(LONGEST_WAIT_MS, Math.max(SECOND_MS, nextAtMs - getRealNowMs() + SECOND_MS));
  },
});
