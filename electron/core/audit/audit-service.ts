import type { Zone } from '../../../shared/calendar/zone.ts';
import { customerEvent, type RecordedCustomerEvent } from '../../../shared/customer/customer-event.ts';
import { foldCustomer } from '../../../shared/customer/fold-customer.ts';
import type { RecordedHandoverEvent } from '../../../shared/handover/handover.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { AuditCursor, AuditFilter, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { inTicketOrder, type TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Ticket } from '../../../shared/ticket/ticket.ts';
import type { Database } from '../db/database.ts';
import type { Input } from '../router.ts';
import { toUuid } from '../ticket/event-repo.ts';
import { createAuditRepo, type RecordedEvent } from './audit-repo.ts';
import { customerChanges } from './customer-changes.ts';
import { createHandoverLog } from './handover-log.ts';
import { ticketChanges } from './ticket-changes.ts';

type Payload = AuditRow['payload'];

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

/** Nothing was recorded after it. */
const NEWEST: AuditCursor = { seq: Number.MAX_SAFE_INTEGER, handoverSeq: Number.MAX_SAFE_INTEGER };

/** Who did what when, on which workstation, and what it changed: the log itself, undone events among it, and that of handovers. */
export const createAuditService = (database: Database, zone: Zone) => {
  const repo = createAuditRepo(database.connection);
  const handovers = createHandoverLog(database.connection);

  /** `logs` keeps what was read of each ticket for the other rows of a page. */
  const toRow = (event: RecordedEvent, logs: Map<number, readonly RecordedEvent[]>): AuditRow => {
    const { seq, atMs, recordedAtMs, actor, workstation, kind, subject, subjectId } = event;
    const payload = payloadOf(event);
    const row = { seq, atMs, recordedAtMs, actor, workstation, kind, payload, handover: null };
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

  const page = (filter: AuditFilter, before: AuditCursor | null, limit: number): CallOutput<'audit:list'> =>
    database.read(() => {
      const from = before ?? NEWEST;
      const events = repo.page(filter, from.seq, limit + 1);
      const others = handovers.page(filter, from.handoverSeq, limit + 1);
      const logs = new Map<number, readonly RecordedEvent[]>();
      const handed = new Map<string, readonly RecordedHandoverEvent[]>();
      const rows: AuditRow[] = [];
      let [e, h] = [0, 0];
      while (rows.length < limit) {
        const [event, other] = [events[e], others[h]];
        if (event !== undefined && (other === undefined || event.recordedAtMs >= other.recordedAtMs)) {
          rows.push(toRow(event, logs));
          e++;
        } else if (other !== undefined) {
          rows.push(handovers.toRow(other, handed));
          h++;
        } else break;
      }
      const isEnd = e === events.length && h === others.length;
      const next = { seq: events[e - 1]?.seq ?? from.seq, handoverSeq: others[h - 1]?.seq ?? from.handoverSeq };
      return { rows, next: isEnd ? null : next };
    });

  return {
    page,
    list: ({ filter, before, limit }: Input<'audit:list'>): CallOutput<'audit:list'> => page(filter, before, limit),
    kinds: (): CallOutput<'audit:list-kinds'> => [...repo.kinds(), ...handovers.kinds()],
  };
};

export type AuditService = ReturnType<typeof createAuditService>;
