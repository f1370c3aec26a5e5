import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { call, listen } from '../../ipc/client.ts';

const versionsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['policy', workspace],
    queryFn: (): Promise<CallOutput<'policy:list'>> => call('policy:list', {}),
    staleTime: 0,
  });

/** Every version of the rules, followed while it is shown. */
export const usePolicyVersions = () => {
  const { state } = useApp();
  const client = useQueryClient();
  useEffect(() => listen('policy:changed', () => void client.invalidateQueries({ queryKey: ['policy'] })), [client]);
  return useQuery(versionsQuery(state.workspace));
};
