import type { AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import type { Connection } from '../db/database.ts';
import { heldBy, partOf } from './audit-repo.ts';

/** An event of a log of its own (handovers, requests), by what it is of. */
export type OwnEvent = {
  readonly seq: number;
  readonly ofId: string;
  readonly kind: string;
  readonly actor: string;
  readonly workstation: string;
  readonly recordedAtMs: number;
  /** Events of the same handover or request before it. */
  readonly place: number;
};

type Log = {
  readonly table: 'handover_event' | 'request_event';
  /** The column with the id of what an event is of. */
  readonly of: 'handover_id' | 'request_id';
  /** What its kinds begin with among those of tickets and customers. */
  readonly prefix: string;
  /** SQL that holds for events of tickets with a part `@ticket` in their reference; null where none are of a ticket. */
  readonly ofTicket: string | null;
};

/** Reads a log of its own, whose events nothing undoes, by the filters of the audit. */
export const createOwnLog = (connection: Connection, { table, of, prefix, ofTicket }: Log) => ({
  page: (filter: AuditFilter, before: number, limit: number): OwnEvent[] => {
    const { ticket, kind, isVoided } = filter;
    if ((ticket !== '' && ofTicket === null) || isVoided === true) return [];
    if (kind !== null && !kind.startsWith(prefix)) return [];
    const held = heldBy({ ...filter, kind: kind?.slice(prefix.length) ?? null });
    const conditions = ['seq < @before', ...held.conditions, ...(ticket === '' || ofTicket === null ? [] : [ofTicket])];
    return connection
      .prepare<[object], OwnEvent>(
        `SELECT seq, ${of} AS ofId, kind, actor, workstation, recorded_at_ms AS recordedAtMs,
             (SELECT count(*) FROM ${table} AS earlier WHERE earlier.${of} = own.${of} AND earlier.seq < own.seq) AS place
           FROM ${table} AS own WHERE ${conditions.join(' AND ')} ORDER BY seq DESC LIMIT @limit`,
      )
      .all({ ...held.values, before, limit, ticket: partOf(ticket) });
  },
  kinds: (): string[] =>
    connection
      .prepare<[], string>(`SELECT DISTINCT kind FROM ${table} ORDER BY kind`)
      .pluck()
      .all()
      .map((kind) => `${prefix}${kind}`),
});
