import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { verbOf, type VerbId } from './verbs.ts';

/** Whether the ticket's state and the caller's role allow a verb. */
export const useMayDo = (detail: TicketDetail): ((id: VerbId) => boolean) => {
  const { me } = useApp().state;
  return (id) => verbOf(id).isAllowed(detail.row, detail, me);
};
