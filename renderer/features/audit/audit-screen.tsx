import '../../styles/audit.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { IconFilterOff } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { AuditDetail } from './audit-detail.tsx';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { auditQuery, NO_AUDIT_FILTER } from './audit-queries.ts';
import { auditRowKey } from '../../../shared/audit/row-key.ts';

/** While somebody types, the log is not searched for every letter. */
const REST_MS = 150;

/** Who did what when, on which workstation, with before and after: the event log itself. */
export const AuditScreen = () => {
  const intl = useIntl();
  const [filter, setFilter] = useState<AuditFilter>(NO_AUDIT_FILTER);
  const [asked] = useDebouncedValue(filter, REST_MS);
  const query = useInfiniteQuery({ ...auditQuery(asked), placeholderData: keepPreviousData });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  // Newer events come in above: the chosen one stays.
  const chosen = Math.max(
    0,
    rows.findIndex((one) => auditRowKey(one) === chosenKey),
  );
  const row = rows[chosen];
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const change = (next: Partial<AuditFilter>): void => {
    setFilter((before) => ({ ...before, ...next }));
    setChosenKey(null);
  };
  /** The fields of the filters begin anew with it. */
  const [round, setRound] = useState(0);
  const clear = (): void => {
    change(NO_AUDIT_FILTER);
    setRound(round + 1);
  };
  return (
    <main className="audit" aria-labelledby="audit-title" data-testid="audit-screen">
      <header className="queue-header">
        <h1 id="audit-title">{intl.formatMessage({ id: 'audit.title' })}</h1>
        <span className="quiet" role="status" data-testid="audit-count" data-count={rows.length}>
          {intl.formatMessage({ id: hasNextPage ? 'audit.countMore' : 'audit.count' }, { count: rows.length })}
        </span>
        <span className="grow" />
        <AuditExport filter={asked} />
      </header>
      <AuditFilters filter={filter} onChange={change} key={round} />
      {error !== null ? (
        <FailureScreen title={intl.formatMessage({ id: 'audit.failed' })} error={error} />
      ) : rows.length === 0 && data !== undefined ? (
        <StateScreen icon={<IconFilterOff size={26} stroke={1.5} />} title={intl.formatMessage({ id: 'audit.none' })}>
          <button type="button" className="banner-button" onClick={clear}>
            {intl.formatMessage({ id: 'filter.clearAll' })}
          </button>
        </StateScreen>
      ) : (
        <div className="audit-place">
          <AuditList
            // Another filter is shown from its top on.
            key={JSON.stringify(asked)}
            rows={rows}
            chosen={chosen}
            onChoose={(index) => {
              const to = rows[index];
              setChosenKey(to === undefined ? null : auditRowKey(to));
            }}
            hasMore={hasNextPage}
            onMore={more}
          />
          {row === undefined ? null : <AuditDetail row={row} key={auditRowKey(row)} />}
        </div>
      )}
    </main>
  );
};
