import type { Zone } from '../../../shared/calendar/zone.ts';
import { customerEvent, type RecordedCustomerEvent } from '../../../shared/customer/customer-event.ts';
import { foldCustomer } from '../../../shared/customer/fold-customer.ts';
import type { AuditFilter, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { inTicketOrder, type TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Ticket } from '../../../shared/ticket/ticket.ts';
import type { Connection } from '../db/database.ts';
import { toUuid } from '../ticket/event-repo.ts';
import type { AuditLog } from './audit-log.ts';
import { createAuditRepo, type RecordedEvent } from './audit-repo.ts';
import { customerChanges } from './customer-changes.ts';
import { ticketChanges } from './ticket-changes.ts';

type Payload = AuditRow['payload'];

/** Events that are looked at one by one between two other calls. */
const AT_ONCE = 50_000;

/** What an index finds is found at once. */
const isIndexed = ({ ticket, kind, isVoided }: AuditFilter): boolean =>
  ticket !== '' || kind !== null || isVoided === true;

const payloadOf = ({ payload }: RecordedEvent): Payload => JSON.parse(payload) as Payload;

const isVoid = ({ kind }: RecordedEvent): boolean => kind === 'voided';

const voidedIds = (event: RecordedEvent): string[] => (payloadOf(event) as { eventIds: string[] }).eventIds;

/** The ticket as the first `count` recorded events leave it, undone ones not among them. */
const foldRecorded = (all: readonly RecordedEvent[], count: number): Ticket | null => {
  const known = all.slice(0, count);
  const gone = new Set(known.filter(isVoid).flatMap(voidedIds));
  const held = known
    .filter((event) => !isVoid(event) && !gone.has(toUuid(event.eventId)))
    .map((event) => ({ atMs: event.atMs, kind: event.kind, ...payloadOf(event) }) as TicketEvent);
  return foldTicket(inTicketOrder(held));
};

const namesOf = (all: readonly RecordedEvent[]): { readonly reference: string; readonly customer: string } => {
  const opened = all.find(({ kind }) => kind === 'opened');
  const { reference, customer } = opened === undefined ? {} : payloadOf(opened);
  return {
    reference: typeof reference === 'string' ? reference : '',
    customer: typeof customer === 'string' ? customer : '',
  };
};

const toCustomerEvent = (event: RecordedEvent): RecordedCustomerEvent => ({
  ...customerEvent.parse({ ...payloadOf(event), kind: event.kind }),
  ...{ id: toUuid(event.eventId), recordedAtMs: event.recordedAtMs, actor: event.actor },
});

/** It is of a ticket or a customer. */
const NOT_ELSEWHERE = { handover: null, request: null, person: null } as const;

/** The log of tickets and customers as the audit shows it, undone events among it. */
export const createEventLog = (connection: Connection, zone: Zone): AuditLog => {
  const repo = createAuditRepo(connection);

  /** `logs` keeps what was read of each ticket for the other rows of a page. */
  const toRow = (event: RecordedEvent, logs: Map<number, readonly RecordedEvent[]>): AuditRow => {
    const { seq, atMs, recordedAtMs, actor, workstation, kind, subject, subjectId } = event;
    const payload = payloadOf(event);
    const row = { seq, atMs, recordedAtMs, actor, workstation, kind, payload, ...NOT_ELSEWHERE };
    if (subject === 'customer') {
      const all = repo.ofCustomer(subjectId);
      const told = all.map(toCustomerEvent);
      const index = all.findIndex((one) => one.seq === seq);
      const [before, present] = [told.slice(0, index), told].map((events) => foldCustomer(events, zone));
      const own = told[index];
      const back = told.find((one) => one.kind === 'workReversed' && one.workId === own?.id);
      return {
        ...{ ...row, ticket: null, customer: present?.name ?? '' },
        changes: own === undefined ? [] : customerChanges(index === 0 ? null : (before ?? null), own),
        voidedBy: back === undefined ? null : { actor: back.actor, atMs: back.recordedAtMs },
      };
    }
    const all = logs.get(subjectId) ?? repo.ofTicket(subjectId);
    logs.set(subjectId, all);
    const index = all.findIndex((one) => one.seq === seq);
    const before = foldRecorded(all, index);
    const after = foldRecorded(all, index + 1);
    const { reference, customer } = after ?? before ?? namesOf(all);
    const id = toUuid(event.eventId);
    const by = all.find((one) => isVoid(one) && voidedIds(one).includes(id));
    return {
      ...row,
      ticket: { id: subjectId, reference, isListed: repo.isListed(subjectId) },
      customer,
      changes: ticketChanges(before, after),
      voidedBy: by === undefined ? null : { actor: by.actor, atMs: by.recordedAtMs },
    };
  };

  return {
    length: { lastSeq: repo.lastSeq, atOnce: (filter) => (isIndexed(filter) ? Infinity : AT_ONCE) },
    page: (filter, before, limit, from) => {
      const logs = new Map<number, readonly RecordedEvent[]>();
      return repo.page(filter, before, limit, from).map((event) => ({
        ...{ seq: event.seq, recordedAtMs: event.recordedAtMs, rank: event.seq },
        toRow: () => toRow(event, logs),
      }));
    },
    kinds: repo.kinds,
  };
};
