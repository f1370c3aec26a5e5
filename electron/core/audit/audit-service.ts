import type { AuditCursor, AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { AccessRepo } from '../access/access-repo.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { Input } from '../router.ts';
import { createAccessLog } from './access-log.ts';
import { mergeNewest, pageInTurns, type AuditEntry, type AuditLog } from './audit-log.ts';
import { createEventLog } from './event-log.ts';
import { createHandoverLog } from './handover-log.ts';
import { createRequestLog } from './request-log.ts';

type LogName = keyof AuditCursor;

/** Nothing was recorded after it. */
const NEWEST = Number.MAX_SAFE_INTEGER;

/** Who did what when, on which workstation, and what it changed: of tickets and customers, of handovers, of what leads were asked for, and of access. */
export const createAuditService = (database: Database, book: CustomerBook, access: AccessRepo) => {
  const { connection } = database;
  const logs: readonly (readonly [LogName, AuditLog])[] = [
    ['event', createEventLog(connection, book.zone)],
    ['handover', createHandoverLog(connection)],
    ['request', createRequestLog(connection, book)],
    ['access', createAccessLog(access)],
  ];

  const page = async (
    filter: AuditFilter,
    before: AuditCursor | null,
    limit: number,
  ): Promise<CallOutput<'audit:list'>> => {
    const from = before ?? { event: NEWEST, handover: NEWEST, request: NEWEST, access: NEWEST };
    const lists: [LogName, readonly AuditEntry[]][] = [];
    for (const [name, log] of logs) lists.push([name, await pageInTurns(log, filter, from[name], limit + 1)]);
    return database.read(() => {
      const shown = mergeNewest(lists, limit);
      const last = (name: LogName): number => shown.findLast(([of]) => of === name)?.[1].seq ?? from[name];
      const isEnd = lists.reduce((count, [, entries]) => count + entries.length, 0) === shown.length;
      return {
        rows: shown.map(([, { toRow }]) => toRow()),
        next: isEnd
          ? null
          : { event: last('event'), handover: last('handover'), request: last('request'), access: last('access') },
      };
    });
  };

  return {
    page,
    list: ({ filter, before, limit }: Input<'audit:list'>): Promise<CallOutput<'audit:list'>> =>
      page(filter, before, limit),
    kinds: (): CallOutput<'audit:list-kinds'> => logs.flatMap(([, log]) => log.kinds()).sort(),
  };
};

export type AuditService = ReturnType<typeof createAuditService>;
