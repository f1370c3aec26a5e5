import { useQuery } from '@tanstack/react-query';
import { useApp } from '../../app-context.ts';
import { pendingOverageQuery } from '../../ipc/customer-queries.ts';
import { toRequestItem, waitingItems, type ApprovalItem } from './approval-items.ts';
import { requestsQuery } from './steering-queries.ts';

export type Approvals = {
  /** Undefined until it is known. */
  readonly waiting: readonly ApprovalItem[] | undefined;
  readonly past: readonly ApprovalItem[];
  readonly error: unknown;
  readonly refetch: () => unknown;
};

/** What waits for a lead; whoever is none sees their own requests. */
export const useApprovals = (): Approvals => {
  const isLead = useApp().state.me.role === 'lead';
  const requests = useQuery(requestsQuery);
  const overage = useQuery({ ...pendingOverageQuery, enabled: isLead });
  const isKnown = requests.data !== undefined && (overage.data !== undefined || !isLead);
  return {
    waiting: isKnown ? waitingItems(requests.data ?? [], isLead ? (overage.data ?? []) : []) : undefined,
    past: (requests.data ?? []).filter(({ state }) => state !== 'waiting').map(toRequestItem),
    error: requests.error ?? overage.error,
    refetch: () => Promise.all([requests.refetch(), isLead ? overage.refetch() : null]),
  };
};
