import type { QueueFilter, QueueSort } from '../../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';

type Asked = keyof QueueFilter;

/** What a filter asks beside its view. */
const askedBy = (filter: QueueFilter): Asked[] =>
  (Object.keys(filter) as Asked[]).filter((key) => {
    const value = filter[key];
    if (key === 'view') return false;
    return Array.isArray(value) ? value.length > 0 : value !== EMPTY_FILTER[key];
  });

const TALLIED: ReadonlySet<Asked> = new Set(['states', 'priorities', 'tiers', 'levels', 'assignees', 'escalatedTo']);

/** Whether all that a filter asks stands in `ticket_tally`, under the names that it has in `ticket`. */
export const isTallied = (filter: QueueFilter): boolean =>
  filter.view !== 'breached' && filter.view !== 'atRisk' && askedBy(filter).every((key) => TALLIED.has(key));

/** More matches than this are met soon on the order's own index; of fewer, many others would be looked up in vain. */
const MANY = 20_000;

const isOfOpen = ({ view }: QueueFilter): boolean => view !== 'all' && view !== 'finished';

/** By an index that has all that filters ask but tags and customers: no row is looked up. */
const BY_DUE = 'ticket INDEXED BY ticket_by_due';

const OPEN_IN_ORDER = {
  opened: 'ticket INDEXED BY ticket_open_by_opening',
  priority: 'ticket INDEXED BY ticket_open_by_priority',
  customer: 'ticket INDEXED BY ticket_open_by_customer',
  reference: 'ticket INDEXED BY ticket_open_by_reference',
} as const;

/**
 * The table to read from, and the index to read it by where SQLite, which knows no amounts, would not choose it; what is not in an index is
 * left to it. `total` is how many there are, where that is known.
 */
export const tableSql = (filter: QueueFilter, by: QueueSort['by'], total = Infinity): string => {
  if (filter.text.trim() !== '' || filter.customers.length > 0) return 'ticket';
  const hasTags = filter.tags.length > 0;
  const isBare = askedBy(filter).length === 0;
  if (by === 'due' || by === 'rank') {
    if (hasTags) return 'ticket INDEXED BY ticket_tagged';
    return isBare && (filter.view === 'open' || !isOfOpen(filter)) ? 'ticket INDEXED BY ticket_in_order' : BY_DUE;
  }
  if (hasTags) return 'ticket';
  const isFew = total < MANY && !(isBare && filter.view === 'all');
  if (isFew && by !== 'customer') return BY_DUE;
  return isOfOpen(filter) ? OPEN_IN_ORDER[by] : 'ticket';
};
