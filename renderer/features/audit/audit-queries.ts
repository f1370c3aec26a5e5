import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AuditFilter, AuditPlace } from '../../../shared/ipc/audit-schemas.ts';
import { call } from '../../ipc/client.ts';

const PAGE_ROWS = 100;

export const NO_AUDIT_FILTER: AuditFilter = {
  ...{ actor: '', ticket: '', kind: null },
  ...{ fromMs: null, toMs: null, isVoided: null },
};

/** The log by pages, the newest first. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'rows', filter],
    queryFn: ({ pageParam }) => call('audit:list', { filter, before: pageParam, limit: PAGE_ROWS }),
    initialPageParam: null as AuditPlace | null,
    getNextPageParam: ({ next }) => next,
    gcTime: 15_000,
  });

export const auditKindsQuery = queryOptions({
  queryKey: ['audit', 'kinds'],
  queryFn: () => call('audit:list-kinds', {}),
});
