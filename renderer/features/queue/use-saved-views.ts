import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SavedView } from '../../../shared/ipc/desk-schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { filterCountsQuery, queueCountsQuery, savedViewsQuery } from '../../ipc/queries.ts';
import { wholeText } from '../../state/queue-filters.ts';
import { useAsOfMs } from '../../state/replay-store.ts';
import { useUiStore, type UiState } from '../../state/ui-store.ts';
import { useQueueCounts } from './use-queue-counts.ts';

const NONE: readonly SavedView[] = [];

/** The personal views of whoever works here, by name. */
export const useSavedViews = (): readonly SavedView[] => useQuery(savedViewsQuery).data ?? NONE;

/** How many tickets each personal view holds, by its id. */
export const useSavedCounts = (views: readonly SavedView[]): ReadonlyMap<number, number> => {
  const asOfMs = useAsOfMs();
  const filters = views.map(({ filter }) => filter);
  const { data } = useQuery({
    ...filterCountsQuery(filters, asOfMs),
    enabled: filters.length > 0,
    placeholderData: keepPreviousData,
  });
  return new Map(views.flatMap(({ id }, i) => (data?.counts[i] === undefined ? [] : [[id, data.counts[i]] as const])));
};

/** How many tickets each built-in view would show: under the present filters, or without those that belong to a personal view. */
export const useViewCounts = () => {
  const isSaved = useUiStore(({ viewId }) => viewId !== null);
  const present = useQueueCounts();
  const counts = queueCountsQuery(EMPTY_FILTER, useAsOfMs());
  const { data } = useQuery({ ...counts, enabled: isSaved, placeholderData: keepPreviousData });
  return isSaved ? data?.views : present?.views;
};

/** What is shown is no longer what the view keeps. */
export const isChanged = (view: SavedView, { filter, sort, columns }: UiState): boolean =>
  wholeText(view.filter) !== wholeText(filter) ||
  view.sort.by !== sort.by ||
  view.sort.isDescending !== sort.isDescending ||
  (view.columns ?? []).join(' ') !== (columns ?? []).join(' ');
