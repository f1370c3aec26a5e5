import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

/** Everything under 'people' is asked again when people or the passphrase change. */
export const peopleQuery = queryOptions({ queryKey: ['people', 'list'], queryFn: () => call('people:list', {}) });

/** `version` is that of the person: another one has another history. */
export const personHistoryQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['people', 'history', id, version],
    queryFn: () => call('people:get-history', { id }),
    gcTime: 15_000,
  });
