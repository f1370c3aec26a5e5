import { foldHandover, type Handover, type RecordedHandoverEvent } from '../../../shared/handover/handover.ts';
import type { AuditChange, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import type { Connection } from '../db/database.ts';
import { createHandoverRepo } from '../handover/handover-repo.ts';
import type { AuditLog } from './audit-log.ts';
import { createOwnLog, type OwnEvent } from './own-log.ts';

/** Kinds of handovers among those of tickets and customers. */
const PREFIX = 'handover.';

const told = (fact: string, after: AuditChange['after'], before: AuditChange['before'] = null): AuditChange => ({
  ...{ fact, before, after },
});

const titleOf = (handover: Handover | null, itemId: string): string =>
  handover?.items.find(({ id }) => id === itemId)?.title ?? itemId;

/** What an event of a handover did; `before` is the handover as earlier events left it. */
const changesOf = (before: Handover | null, event: RecordedHandoverEvent): AuditChange[] => {
  switch (event.kind) {
    case 'begun':
      return [told('untilMs', event.untilMs), told('items', event.items.length)];
    case 'itemChanged': {
      const was = before?.items.find(({ id }) => id === event.itemId);
      const words = ['nextAction', 'nextUpdateMs', 'note'] as const;
      return [
        told('handoverItem', titleOf(before, event.itemId)),
        ...words
          .map((fact) => told(fact, event[fact], was?.[fact] ?? null))
          .filter((change) => change.before !== change.after),
      ];
    }
    case 'noteAdded':
      return [told('note', event.item.title)];
    case 'noteRemoved':
      return [told('note', null, titleOf(before, event.itemId))];
    case 'accepted': {
      const titles = [...new Set(event.itemIds.map((id) => titleOf(before, id)))];
      return [told('items', titles), ...(before?.signed === null ? [] : [told('isLate', true)])];
    }
    case 'offered':
    case 'signed':
      return [];
  }
};

/** What is written of an event beside what it changed; of a draft only which items it had. */
const payloadOf = (event: RecordedHandoverEvent): AuditRow['payload'] => {
  switch (event.kind) {
    case 'begun':
      return { untilMs: event.untilMs, itemIds: event.items.map(({ id }) => id) };
    case 'itemChanged':
      return {
        ...{ itemId: event.itemId, nextAction: event.nextAction },
        nextUpdateMs: event.nextUpdateMs,
        note: event.note,
      };
    case 'noteAdded':
      return { itemId: event.item.id, text: event.item.title };
    case 'noteRemoved':
      return { itemId: event.itemId };
    case 'accepted':
      return { itemIds: [...event.itemIds] };
    case 'offered':
    case 'signed':
      return {};
  }
};

/** The log of handovers as the audit shows it. A handover is of no one ticket, and nothing of it is undone. */
export const createHandoverLog = (connection: Connection): AuditLog => {
  const repo = createHandoverRepo(connection);

  const log = createOwnLog(connection, { table: 'handover_event', of: 'handover_id', prefix: PREFIX, ofTicket: null });

  /** `logs` keeps what was read of each handover for the other rows of a page. */
  const toRow = (recorded: OwnEvent, logs: Map<string, readonly RecordedHandoverEvent[]>): AuditRow => {
    const { seq, ofId: handoverId, kind, actor, workstation, recordedAtMs, place } = recorded;
    const all = logs.get(handoverId) ?? repo.events(handoverId);
    logs.set(handoverId, all);
    const [event, first] = [all[place], all[0]];
    return {
      ...{ seq, atMs: recordedAtMs, recordedAtMs, actor, workstation, kind: `${PREFIX}${kind}` },
      payload: event === undefined ? {} : payloadOf(event),
      ...{ ticket: null, customer: '', voidedBy: null },
      ...{ person: null, request: null },
      handover: { id: handoverId, by: first?.actor ?? '', begunAtMs: first?.atMs ?? recordedAtMs },
      changes: event === undefined ? [] : changesOf(foldHandover(all.slice(0, place)), event),
    };
  };

  return {
    page: (filter, before, limit) => {
      const logs = new Map<string, readonly RecordedHandoverEvent[]>();
      return log.page(filter, before, limit).map((recorded) => ({
        ...{ seq: recorded.seq, recordedAtMs: recorded.recordedAtMs, rank: -1 },
        toRow: () => toRow(recorded, logs),
      }));
    },
    kinds: log.kinds,
  };
};
