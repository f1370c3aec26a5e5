import { ME, QUEUE_VIEWS, type QueueCounts, type QueueFilter, type QueueView } from '../../../shared/ipc/schemas.ts';
import { TICKET_STATES, type TicketState } from '../../../shared/ticket/ticket.ts';
import type { Database } from '../db/database.ts';
import { createKeeper } from './keeper.ts';
import { filterKey, type Looking } from './queue-filter-sql.ts';
import type { QueueRepo } from './queue-repo.ts';

/** Most values of a list that are told. */
const MAX_VALUES = 100;

type Values = { value: string | null; count: number }[];

const tally = (): { readonly add: (value: string | null, count: number) => void; readonly values: () => Values } => {
  const counts = new Map<string | null, number>();
  return {
    add: (value, count) => void (count > 0 && counts.set(value, (counts.get(value) ?? 0) + count)),
    values: () =>
      [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
        .slice(0, MAX_VALUES),
  };
};

type Parts = { views: [QueueView, number][]; states: Values; tiers: Values; assignees: Values };

/** Words are searched once, and each count made from what they find. */
const countHits = (queue: QueueRepo, filter: QueueFilter, looking: Looking): Parts => {
  const wanted = filter.assignees.map((name) => (name === ME ? looking.me.name : name));
  const admits = (values: readonly (string | null)[], value: string | null): boolean =>
    values.length === 0 || values.includes(value);
  const [states, tiers, assignees] = [tally(), tally(), tally()];
  for (const { state, tier, assignee, count } of queue.facets(filter, looking)) {
    const [ofState, ofTier, ofAssignee] = [
      admits(filter.states, state),
      admits(filter.tiers, tier),
      admits(wanted, assignee),
    ];
    if (ofTier && ofAssignee) states.add(state, count);
    if (ofState && ofAssignee) tiers.add(tier, count);
    if (ofState && ofTier) assignees.add(assignee, count);
  }
  return {
    views: QUEUE_VIEWS.map((view) => [view, queue.count({ ...filter, view }, looking)]),
    states: states.values(),
    tiers: tiers.values(),
    assignees: assignees.values(),
  };
};

/** How many tickets each view, state, tier and assignee has under a filter. */
export const createQueueCounts = (database: Database, queue: QueueRepo) => {
  const keeper = createKeeper<unknown>(database, 500);
  const keep = <Value>(name: string, filter: QueueFilter, looking: Looking, make: () => Value): Value => {
    const key = filterKey(filter, looking);
    return keeper(key === null ? null : `${name} ${key}`, make) as Value;
  };
  const total = (filter: QueueFilter, looking: Looking): number =>
    keep('total', filter, looking, () => queue.count(filter, looking));

  const countAll = (filter: QueueFilter, looking: Looking): Parts => ({
    views: QUEUE_VIEWS.map((view) => [view, total({ ...filter, view }, looking)]),
    states: keep('states', filter, looking, () =>
      queue.countsBy('state', { ...filter, states: [] }, looking, MAX_VALUES),
    ),
    tiers: keep('tiers', filter, looking, () => queue.countsBy('tier', { ...filter, tiers: [] }, looking, MAX_VALUES)),
    assignees: keep('assignees', filter, looking, () =>
      queue.countsBy('assignee', { ...filter, assignees: [] }, looking, MAX_VALUES),
    ),
  });

  return {
    total,
    counts: (filter: QueueFilter, looking: Looking): QueueCounts => {
      const isSearch = filter.text.trim() !== '';
      const parts = isSearch ? countHits(queue, filter, looking) : countAll(filter, looking);
      const states = new Map(parts.states.map(({ value, count }) => [value, count]));
      return {
        views: Object.fromEntries(parts.views) as Record<QueueView, number>,
        states: Object.fromEntries(TICKET_STATES.map((state) => [state, states.get(state) ?? 0])) as Record<
          TicketState,
          number
        >,
        tiers: parts.tiers.map(({ value, count }) => ({ tier: value ?? '', count })),
        assignees: parts.assignees.map(({ value, count }) => ({ assignee: value, count })),
        hasSamples: queue.hasSamples(),
      };
    },
  };
};

export type QueueCounting = ReturnType<typeof createQueueCounts>;
