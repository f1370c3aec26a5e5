import { queryOptions } from '@tanstack/react-query';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { ImportRequest } from '../../shared/ipc/import-schemas.ts';
import type { QueueFilter, QueuePage, QueueSort } from '../../shared/ipc/schemas.ts';
import { compileVersions, type Policy, type Rules } from '../../shared/sla/policy.ts';
import type { InstantMs } from '../../shared/time/instant.ts';
import { useReplayStore } from '../state/replay-store.ts';
import { call, CallFailure } from './client.ts';

/** Rows of one `queue:get-page`. */
export const PAGE_ROWS = 100;

/** A past instant as of which something is asked; null is now. */
export type AsOf = InstantMs | null;

/** What the queue lists, in which order, and as of when. */
export type QueueQuery = { readonly filter: QueueFilter; readonly sort: QueueSort; readonly asOfMs: AsOf };

/** A page that knows which question it answers, so that the table never shows a page under another filter's heading. */
export type AnsweredPage = { readonly query: QueueQuery; readonly page: QueuePage };

/** Passing time moves tickets between 'at risk' and 'breached' without any commit; this often the window asks again. */
const DRIFT_MS = 30_000;

const parseRules = ({ versions }: CallOutput<'clock:get-rules'>): Rules => {
  const nowMs = Date.now();
  const parsed = versions.map(({ fromMs, policyJson, zone }) => {
    const policy: Policy = JSON.parse(policyJson);
    return { fromMs: fromMs ?? -Infinity, policy, zone };
  });
  return compileVersions(parsed, nowMs, nowMs);
};

export const appStateQuery = queryOptions({ queryKey: ['app'], queryFn: () => call('app:get-state', {}) });

/** Whether the machine's clock can be believed. */
export const clockTrustQuery = queryOptions({ queryKey: ['clock-trust'], queryFn: () => call('clock:get-trust', {}) });

export const clockRulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async () => parseRules(await call('clock:get-rules', {})),
  structuralSharing: false,
});

const driftOf = ({ filter: { view }, asOfMs }: QueueQuery): number | false =>
  asOfMs === null && (view === 'atRisk' || view === 'breached') ? DRIFT_MS : false;

const SUPERSEDED: ReadonlySet<string> = new Set(['call/superseded', 'replay/superseded']);

/** The core replays one instant at a time: two that ask again whenever the other one overtook them would never end. */
const isOfWantedInstant = (asOf: AsOf): boolean => {
  const { wantedMs, asOfMs } = useReplayStore.getState();
  return asOf === null || asOf === (wantedMs ?? asOfMs);
};

/** A question that a newer one of this window overtook has no answer. Where it is still wanted it is asked again, else its query is gone. */
const unlessSuperseded = async <Value>(
  signal: AbortSignal,
  asOfMs: AsOf,
  ask: () => Promise<Value>,
): Promise<Value> => {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isSuperseded = error instanceof CallFailure && SUPERSEDED.has(error.code);
      if (!isSuperseded || signal.aborted || !isOfWantedInstant(asOfMs)) throw error;
    }
  }
};

export const queuePageQuery = (query: QueueQuery, index: number) =>
  queryOptions({
    queryKey: ['queue', 'page', query, index],
    queryFn: async ({ signal }): Promise<AnsweredPage> => {
      const wanted = { ...query, offset: index * PAGE_ROWS, limit: PAGE_ROWS };
      return { query, page: await unlessSuperseded(signal, query.asOfMs, () => call('queue:get-page', wanted)) };
    },
    gcTime: 15_000,
    refetchInterval: driftOf(query),
  });

export const queueCountsQuery = (filter: QueueFilter, asOfMs: AsOf) =>
  queryOptions({
    queryKey: ['queue', 'counts', filter, asOfMs],
    queryFn: ({ signal }) => unlessSuperseded(signal, asOfMs, () => call('queue:get-counts', { filter, asOfMs })),
    gcTime: 15_000,
    refetchInterval: asOfMs === null ? DRIFT_MS : false,
  });

export const customerWhatIfQuery = (customer: string, tier: string) =>
  queryOptions({
    queryKey: ['queue', 'what-if', customer, tier],
    queryFn: () => call('customer:what-if', { customer, tier }),
    gcTime: 0,
  });

export const forecastQuery = queryOptions({
  queryKey: ['queue', 'forecast'],
  queryFn: () => call('queue:forecast', {}),
  gcTime: 0,
});

export const repliesQuery = queryOptions({ queryKey: ['reply'], queryFn: () => call('reply:list', {}) });

export const macrosQuery = queryOptions({ queryKey: ['macro'], queryFn: () => call('macro:list', {}) });

export const savedViewsQuery = queryOptions({ queryKey: ['view'], queryFn: () => call('view:list', {}) });

/** How many tickets each of some filters lets through. */
export const filterCountsQuery = (filters: readonly QueueFilter[], asOfMs: AsOf) =>
  queryOptions({
    queryKey: ['queue', 'filter-counts', filters, asOfMs],
    queryFn: ({ signal }) =>
      unlessSuperseded(signal, asOfMs, () => call('queue:count-filters', { filters: [...filters], asOfMs })),
    gcTime: 15_000,
    refetchInterval: asOfMs === null ? DRIFT_MS : false,
  });

export const ticketDetailQuery = (id: number, asOfMs: AsOf) =>
  queryOptions({
    queryKey: ['ticket', id, asOfMs],
    queryFn: ({ signal }) => unlessSuperseded(signal, asOfMs, () => call('ticket:get-detail', { id, asOfMs })),
    gcTime: 15_000,
  });

/** What chosen files are, from the whole of them. */
export const importGuessQuery = (selectionId: string, machineZone: string) =>
  queryOptions({
    queryKey: ['import', 'guess', selectionId, machineZone],
    queryFn: () => call('import:guess', { selectionId, machineZone }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });

export const importPreviewQuery = (request: ImportRequest) =>
  queryOptions({
    queryKey: ['import', 'preview', request],
    queryFn: () => call('import:preview', request),
    gcTime: 0,
    retry: false,
  });

/** Where a ticket stands under a filter and sort; null where it is not among them. */
export const findPosition = async (input: CallInput<'queue:find-position'>): Promise<number | null> =>
  (await call('queue:find-position', input)).position;
