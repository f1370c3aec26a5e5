import type { QueueRow, TicketDetail } from '../../../../shared/ipc/schemas.ts';
import type { ReplyValues } from '../../../../shared/reply/canned-reply.ts';
import { useApp } from '../../../app-context.ts';

/** What the variables of a canned reply stand for in a ticket; empty where it is unknown. */
export const useReplyValues = (row: QueueRow | undefined, detail: TicketDetail | null): ReplyValues => {
  const { state, instants } = useApp();
  const clock = row?.resolution;
  const dueAtMs = clock !== undefined && 'dueAtMs' in clock ? clock.dueAtMs : null;
  return {
    customer: row?.customer ?? '',
    requester: detail?.requester ?? '',
    reference: row?.reference ?? '',
    title: row?.title ?? '',
    agent: state.me.name,
    due: dueAtMs === null ? '' : instants.due(dueAtMs),
    tier: (row?.tier ?? '').toUpperCase(),
  };
};
