import type { QueueFilter, QueueView } from '../../shared/ipc/schemas.ts';
import { formatFilterText } from '../../shared/queue/filter-text.ts';

/** In the order of the tabs: what burns first stands beside what is open. */
export const VIEWS = [
  'open',
  'mine',
  'myLevel',
  'escalated',
  'atRisk',
  'breached',
  'waiting',
  'unassigned',
  'finished',
  'all',
] as const satisfies readonly QueueView[];

/** The filters that are lists of values, in the order of their menus. */
export const LIST_FILTERS = ['states', 'priorities', 'tiers', 'levels', 'assignees'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];
export type FilterValue = string | null;

/** A filter as text but for its view, which the tabs show. */
export const narrowingText = (filter: QueueFilter): string => formatFilterText({ ...filter, view: 'open' });

/** A filter as text that gives the same list wherever it is pasted. */
export const wholeText = (filter: QueueFilter): string =>
  filter.view === 'open' ? `view:open ${narrowingText(filter)}`.trimEnd() : formatFilterText(filter);

/** Something beside the view narrows the list. */
export const isNarrowed = (filter: QueueFilter): boolean => narrowingText(filter) !== '';

/** There are words to search for. */
export const isSearch = ({ text }: QueueFilter): boolean => text.trim() !== '';

const toggle = <Value>(values: readonly Value[], value: Value): Value[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/** The change that adds a value to a list, or takes it out where it stands in it. Unknown words of a closed set change nothing. */
export const toggleValue = (filter: QueueFilter, name: ListFilter, value: FilterValue): Partial<QueueFilter> => {
  const next = toggle<FilterValue>(filter[name], value);
  return { [name]: next };
};
