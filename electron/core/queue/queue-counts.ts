import { ME, QUEUE_VIEWS, type QueueCounts, type QueueFilter, type QueueView } from '../../../shared/ipc/schemas.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import { TICKET_STATES, type TicketState } from '../../../shared/ticket/ticket.ts';
import type { Database } from '../db/database.ts';
import { createKeeper } from './keeper.ts';
import { filterKey, type Looking } from './queue-filter-sql.ts';
import type { KindCount } from './ticket-kinds.ts';
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

const isOpen = ({ queueGroup }: KindCount): boolean => queueGroup < QUEUE_GROUPS.finished;

/** Whether tickets of a kind are of a view; null where it is time that tells. */
const isOfView = (kind: KindCount, view: QueueView, { me }: Looking): boolean | null => {
  switch (view) {
    case 'all':
      return true;
    case 'open':
      return isOpen(kind);
    case 'finished':
      return !isOpen(kind);
    case 'waiting':
      return isOpen(kind) && kind.state === 'waitingCustomer';
    case 'unassigned':
      return isOpen(kind) && kind.assignee === null;
    case 'mine':
      return isOpen(kind) && kind.assignee === me.name;
    case 'myLevel':
      return isOpen(kind) && kind.level === me.level;
    case 'escalated':
      return isOpen(kind) && kind.escalatedTo === me.level;
    case 'breached':
    case 'atRisk':
      return null;
  }
};

const isOfTime = (view: QueueView): boolean => view === 'breached' || view === 'atRisk';

/** Words are searched once, and each count made from the kinds of what they find. */
const countHits = (queue: QueueRepo, filter: QueueFilter, looking: Looking): Parts => {
  const wanted = filter.assignees.map((name) => (name === ME ? looking.me.name : name));
  const admits = (values: readonly (string | null)[], value: string | null): boolean =>
    values.length === 0 || values.includes(value);
  const rest = { ...filter, states: [], tiers: [], assignees: [] };
  const all = queue.kindsOf({ ...rest, view: 'all' }, looking) ?? [];
  const shown = isOfTime(filter.view)
    ? (queue.kindsOf(rest, looking) ?? [])
    : all.filter((kind) => isOfView(kind, filter.view, looking) === true);
  const [states, tiers, assignees] = [tally(), tally(), tally()];
  for (const { state, tier, assignee, count } of shown) {
    const [ofState, ofTier, ofAssignee] = [
      admits(filter.states, state),
      admits(filter.tiers, tier),
      admits(wanted, assignee),
    ];
    if (ofTier && ofAssignee) states.add(state, count);
    if (ofState && ofAssignee) tiers.add(tier, count);
    if (ofState && ofTier) assignees.add(assignee, count);
  }
  const counted = all.filter(
    ({ state, tier, assignee }) =>
      admits(filter.states, state) && admits(filter.tiers, tier) && admits(wanted, assignee),
  );
  const countOf = (view: QueueView): number =>
    isOfTime(view)
      ? queue.count({ ...filter, view }, looking)
      : counted.reduce((sum, kind) => (isOfView(kind, view, looking) === true ? sum + kind.count : sum), 0);
  return {
    views: QUEUE_VIEWS.map((view) => [view, countOf(view)]),
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
    /** Before `counts` of a search that finds much: others are answered while it reads. */
    prepare: async (filter: QueueFilter, looking: Looking): Promise<void> => {
      if (filter.text.trim() === '') return;
      await queue.prepareKinds(database.read(() => queue.count({ ...filter, view: 'all' }, looking)));
    },
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
