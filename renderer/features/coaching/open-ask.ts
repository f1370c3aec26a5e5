import { openCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { useCustomerStore } from '../../state/customer-store.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';

type About = { readonly customerId: number | null; readonly ticketId: number | null };

const NOBODY: About = { customerId: null, ticketId: null };

/** What somebody looks at: the selected ticket of the list, the chosen customer, the customer of the shown session. */
const lookedAt = (): About => {
  const { place } = useDeskStore.getState();
  if (place === 'queue') return { ...NOBODY, ticketId: useUiStore.getState().selectedId };
  if (place === 'customers' || place === 'expertise') {
    return { ...NOBODY, customerId: useCustomerStore.getState().customerId };
  }
  const { sessionId } = useCoachingStore.getState();
  if (place !== 'coaching' || sessionId === null) return NOBODY;
  return { ...NOBODY, customerId: queryClient.getQueryData(sessionQuery(sessionId).queryKey)?.row.customerId ?? null };
};

/** Opens the form that asks for a session, about what is given or else looked at. */
export const openAsk = (about: Partial<About> = lookedAt()): void =>
  openCoachingDialog({ kind: 'ask', ...NOBODY, ...about });
