import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NoticePayload } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { call, listen } from '../../ipc/client.ts';

/** Each workspace has texts of its own. */
const repliesQuery = (workspace: string) =>
  queryOptions({ queryKey: ['desk', 'reply', workspace], queryFn: () => call('reply:list', {}), staleTime: 0 });

const macrosQuery = (workspace: string) =>
  queryOptions({ queryKey: ['desk', 'macro', workspace], queryFn: () => call('macro:list', {}), staleTime: 0 });

/** Asks again when another window changed them; nobody listens while nothing of them is shown. */
const useDeskNotice = (wanted: NoticePayload<'desk:changed'>['what']): void => {
  const client = useQueryClient();
  useEffect(
    () =>
      listen('desk:changed', ({ what }) => {
        if (what === wanted) void client.invalidateQueries({ queryKey: ['desk', what] });
      }),
    [client, wanted],
  );
};

export const useReplies = () => {
  const { state } = useApp();
  useDeskNotice('reply');
  return useQuery(repliesQuery(state.workspace));
};

export const useMacros = () => {
  const { state } = useApp();
  useDeskNotice('macro');
  return useQuery(macrosQuery(state.workspace));
};
