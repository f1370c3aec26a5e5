import { queryOptions } from '@tanstack/react-query';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { call } from './client.ts';

/** What erasing would redact; asked anew each time. */
export const personalDataQuery = (target: CallInput<'privacy:preview'>['target']) =>
  queryOptions({
    queryKey: ['customer', 'privacy', target],
    queryFn: () => call('privacy:preview', { target }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });

export const heldCopiesQuery = queryOptions({
  queryKey: ['customer', 'copies'],
  queryFn: () => call('privacy:list-copies', {}),
  retry: false,
});
