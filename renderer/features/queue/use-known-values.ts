import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FILTER_FIELDS, type FieldName } from '../../../shared/queue/filter-fields.ts';
import type { KnownValues } from '../../../shared/queue/complete-filter.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import type { AnsweredPage } from '../../ipc/queries.ts';
import { useQueueCounts } from './use-queue-counts.ts';

type Kind = keyof KnownValues;

const kindOf = (name: FieldName | null): Kind | null => {
  const field = name === null ? null : FILTER_FIELDS[name];
  return field !== null && field.kind === 'open' ? field.known : null;
};

const findNames = async (kind: Kind | null, text: string): Promise<readonly string[]> => {
  if (kind !== 'people' && kind !== 'customers') return [];
  const hits = await call(kind === 'people' ? 'people:find' : 'customer:find', { text });
  return hits.map(({ name }) => name);
};

/** The names that a field can be completed with: asked for as they are typed, tags from the tickets that were listed. */
export const useKnownValues = (field: FieldName | null, typed: string): KnownValues => {
  const kind = kindOf(field);
  const client = useQueryClient();
  const { rules } = useApp();
  const counts = useQueueCounts();
  const { data: names } = useQuery({
    queryKey: ['queue', 'names', kind, typed],
    queryFn: () => findNames(kind, typed),
    enabled: kind === 'people' || kind === 'customers',
    placeholderData: keepPreviousData,
    gcTime: 15_000,
  });
  return useMemo((): KnownValues => {
    const pages = client.getQueriesData<AnsweredPage>({ queryKey: ['queue', 'page'] });
    const rows = kind === 'tags' ? pages.flatMap(([, answered]) => answered?.page.rows ?? []) : [];
    const assignees = counts?.assignees.flatMap(({ assignee }) => assignee ?? []) ?? [];
    return {
      tiers: [...rules.policy.tiers, ...(counts?.tiers.map(({ tier }) => tier) ?? [])],
      customers: kind === 'customers' ? (names ?? []) : [],
      people: kind === 'people' ? [...(names ?? []), ...assignees] : [],
      tags: [...new Set(rows.flatMap(({ tags }) => tags))].sort(),
    };
  }, [client, kind, names, counts, rules]);
};
