import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { verbOf, type VerbId } from './verbs.ts';

/** Whether the ticket's state and the caller's role allow a verb; the past allows none. */
export const useMayDo = (detail: TicketDetail): ((id: VerbId) => boolean) => {
  const { me } = useApp().state;
  const isPast = useIsPast();
  return (id) => !isPast && verbOf(id).isAllowed(detail.row, detail, me);
};
