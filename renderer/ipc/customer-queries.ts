import { queryOptions } from '@tanstack/react-query';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { call } from './client.ts';

/** Everything under 'customer' is asked again when customers or their ledgers change. */
export const customersQuery = (text: string, tier: string | null) =>
  queryOptions({
    queryKey: ['customer', 'list', text, tier],
    queryFn: () => call('customer:list', { text, tier }),
    gcTime: 15_000,
  });

export const customerQuery = (id: number) =>
  queryOptions({ queryKey: ['customer', 'page', id], queryFn: () => call('customer:get', { id }), gcTime: 15_000 });

export const ledgerQuery = (customerId: number) =>
  queryOptions({
    queryKey: ['customer', 'ledger', customerId],
    queryFn: () => call('expertise:get-ledger', { customerId }),
    gcTime: 15_000,
  });

export const pendingOverageQuery = queryOptions({
  queryKey: ['customer', 'pending'],
  queryFn: () => call('expertise:list-pending', {}),
});

export const consumptionQuery = (input: CallInput<'expertise:get-consumption'>) =>
  queryOptions({
    queryKey: ['customer', 'consumption', input],
    queryFn: () => call('expertise:get-consumption', input),
    gcTime: 15_000,
  });
