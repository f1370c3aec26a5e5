import type { SavedView } from '../../../shared/ipc/desk-schemas.ts';
import type { QueueView } from '../../../shared/ipc/schemas.ts';
import { savedViewsQuery } from '../../ipc/queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { VIEWS } from '../../state/queue-filters.ts';
import { showSavedView, showView, useUiStore } from '../../state/ui-store.ts';

/** A view of the row of views: a built-in one, or one that somebody saved. */
export type ListedView =
  { readonly kind: 'builtIn'; readonly view: QueueView } | { readonly kind: 'saved'; readonly saved: SavedView };

/** These end the row: personal views are wanted more often. */
const LAST = new Set<QueueView>(['unassigned', 'finished', 'all']);

const builtIn = (view: QueueView): ListedView => ({ kind: 'builtIn', view });

/** Every view in the order of the row. */
export const listViews = (saved: readonly SavedView[]): readonly ListedView[] => [
  ...VIEWS.filter((view) => !LAST.has(view)).map(builtIn),
  ...saved.map((view): ListedView => ({ kind: 'saved', saved: view })),
  ...VIEWS.filter((view) => LAST.has(view)).map(builtIn),
];

export const keyOfView = (listed: ListedView): string =>
  listed.kind === 'builtIn' ? listed.view : `saved-${listed.saved.id}`;

export const openView = (listed: ListedView): void => {
  if (listed.kind === 'builtIn') showView(listed.view);
  else showSavedView(listed.saved);
};

export const isShownView = (listed: ListedView, view: QueueView, viewId: number | null): boolean =>
  listed.kind === 'builtIn' ? viewId === null && listed.view === view : listed.saved.id === viewId;

/** Shows the view after (1) or before (−1) the present one in the row, round about; personal views have their turn. */
export const stepView = (step: 1 | -1): void => {
  const views = listViews(queryClient.getQueryData(savedViewsQuery.queryKey) ?? []);
  const { filter, viewId } = useUiStore.getState();
  const at = views.findIndex((listed) => isShownView(listed, filter.view, viewId));
  const next = views[(Math.max(0, at) + step + views.length) % views.length];
  if (next !== undefined) openView(next);
};
