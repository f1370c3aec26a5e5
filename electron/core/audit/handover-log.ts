import { foldHandover, type Handover, type RecordedHandoverEvent } from '../../../shared/handover/handover.ts';
import type { AuditChange, AuditFilter, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import type { Connection } from '../db/database.ts';
import { createHandoverRepo } from '../handover/handover-repo.ts';
import type { AuditLog } from './audit-log.ts';
import { partOf } from './audit-repo.ts';

/** Kinds of handovers among those of tickets and customers. */
const PREFIX = 'handover.';

type Recorded = {
  readonly seq: number;
  readonly handoverId: string;
  readonly kind: string;
  readonly actor: string;
  readonly workstation: string;
  readonly recordedAtMs: number;
  /** Events of the same handover before it. */
  readonly place: number;
};

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

  const select = (
    { actor, ticket, kind, fromMs, toMs, isVoided }: AuditFilter,
    before: number,
    limit: number,
  ): Recorded[] => {
    if (ticket !== '' || isVoided === true || (kind !== null && !kind.startsWith(PREFIX))) return [];
    const conditions = [
      'seq < @before',
      ...(actor === '' ? [] : [`actor LIKE @actor ESCAPE '\\'`]),
      ...(kind === null ? [] : ['kind = @kind']),
      ...(fromMs === null ? [] : ['recorded_at_ms >= @fromMs']),
      ...(toMs === null ? [] : ['recorded_at_ms < @toMs']),
    ];
    return connection
      .prepare<[object], Recorded>(
        `SELECT seq, handover_id AS handoverId, kind, actor, workstation, recorded_at_ms AS recordedAtMs,
             (SELECT count(*) FROM handover_event AS earlier
              WHERE earlier.handover_id = own.handover_id AND earlier.seq < own.seq) AS place
           FROM handover_event AS own WHERE ${conditions.join(' AND ')} ORDER BY seq DESC LIMIT @limit`,
      )
      .all({ before, actor: partOf(actor), kind: kind?.slice(PREFIX.length) ?? null, fromMs, toMs, limit });
  };

  /** `logs` keeps what was read of each handover for the other rows of a page. */
  const toRow = (recorded: Recorded, logs: Map<string, readonly RecordedHandoverEvent[]>): AuditRow => {
    const { seq, handoverId, kind, actor, workstation, recordedAtMs, place } = recorded;
    const all = logs.get(handoverId) ?? repo.events(handoverId);
    logs.set(handoverId, all);
    const [event, first] = [all[place], all[0]];
    return {
      ...{ seq, atMs: recordedAtMs, recordedAtMs, actor, workstation, kind: `${PREFIX}${kind}` },
      payload: event === undefined ? {} : payloadOf(event),
      ...{ ticket: null, customer: '', voidedBy: null },
      person: null,
      handover: { id: handoverId, by: first?.actor ?? '', begunAtMs: first?.atMs ?? recordedAtMs },
      changes: event === undefined ? [] : changesOf(foldHandover(all.slice(0, place)), event),
    };
  };

  return {
    page: (filter, before, limit) => {
      const logs = new Map<string, readonly RecordedHandoverEvent[]>();
      return select(filter, before, limit).map((recorded) => ({
        ...{ seq: recorded.seq, recordedAtMs: recorded.recordedAtMs, rank: -1 },
        toRow: () => toRow(recorded, logs),
      }));
    },
    kinds: (): string[] =>
      connection
        .prepare<[], string>(`SELECT DISTINCT kind FROM handover_event ORDER BY kind`)
        .pluck()
        .all()
        .map((kind) => `${PREFIX}${kind}`),
  };
};
