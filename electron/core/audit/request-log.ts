import type { AuditChange, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import type { RequestOrder } from '../../../shared/ipc/steering-schemas.ts';
import type { RecordedRequestEvent } from '../../../shared/steering/request.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Connection } from '../db/database.ts';
import { createRequestRepo } from '../steering/request-repo.ts';
import type { AuditLog } from './audit-log.ts';
import { createOwnLog, type OwnEvent } from './own-log.ts';

/** Kinds of requests among those of tickets and customers. */
const PREFIX = 'request.';

/** Events of requests about tickets, by a part of their reference. */
const OF_TICKET = `request_id IN (
  SELECT asked.request_id FROM request_event AS asked JOIN ticket ON ticket.ticket_id = json_extract(asked.payload, '$.order.ticketId')
  WHERE asked.kind = 'asked' AND ticket.reference LIKE @ticket ESCAPE '\\')`;

const told = (fact: string, after: AuditChange['after']): AuditChange => ({ fact, before: null, after });

/** What was asked for, or decided, in short; the order stands whole in the request. */
const changesOf = (event: RecordedRequestEvent): AuditChange[] => {
  switch (event.kind) {
    case 'asked':
      return [told('exception', event.exception), told('reason', event.reason)];
    case 'approved':
      return event.reason === null ? [] : [told('reason', event.reason)];
    case 'refused':
      return [told('reason', event.reason)];
    case 'withdrawn':
    case 'reopened':
      return [];
  }
};

/** The log of what leads were asked for as the audit shows it. Undoing a decision is an event of its own. */
export const createRequestLog = (connection: Connection, names: Pick<CustomerBook, 'load'>): AuditLog => {
  const repo = createRequestRepo(connection);
  const referenceOf = connection.prepare<[number], string>('SELECT reference FROM ticket WHERE ticket_id = ?').pluck();

  const log = createOwnLog(connection, {
    ...{ table: 'request_event', of: 'request_id', prefix: PREFIX },
    ofTicket: OF_TICKET,
  });

  const subjectOf = (order: RequestOrder): Pick<AuditRow, 'ticket' | 'customer'> => {
    if (order.kind === 'ticketCommands') {
      const reference = referenceOf.get(order.ticketId);
      const ticket = {
        id: order.ticketId,
        reference: reference ?? `#${order.ticketId}`,
        isListed: reference !== undefined,
      };
      return { ticket, customer: '' };
    }
    const customerId = order.kind === 'logWork' ? order.work.customerId : order.customerId;
    return { ticket: null, customer: names.load(customerId).name };
  };

  const toRow = ({ seq, ofId: requestId, kind, actor, workstation, recordedAtMs, place }: OwnEvent): AuditRow => {
    const all = repo.events(requestId);
    const [asked, event] = [all[0], all[place]];
    return {
      ...{ seq, atMs: recordedAtMs, recordedAtMs, actor, workstation, kind: `${PREFIX}${kind}`, payload: {} },
      ...(asked?.kind === 'asked' ? subjectOf(asked.order) : { ticket: null, customer: '' }),
      ...{ handover: null, person: null, voidedBy: null },
      request: { id: requestId, by: asked?.actor ?? '' },
      changes: event === undefined ? [] : changesOf(event),
    };
  };

  return {
    page: (filter, before, limit) =>
      log.page(filter, before, limit).map((recorded) => ({
        ...{ seq: recorded.seq, recordedAtMs: recorded.recordedAtMs, rank: -2 },
        toRow: () => toRow(recorded),
      })),
    kinds: log.kinds,
  };
};
