import { ME, QUEUE_VIEWS, type QueueCounts, type QueueFilter, type QueueView } from '../../../shared/ipc/schemas.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import { TICKET_STATES, type TicketState } from '../../../shared/ticket/ticket.ts';
import type { Database } from '../db/database.ts';
import type { Looking } from './queue-filter-sql.ts';
import type { FacetRow, QueueRepo } from './queue-repo.ts';

/** Most values of a list that are told. */
const MAX_VALUES = 100;

type Values = { value: string | null; count: number }[];

const inView = (row: FacetRow, view: QueueView, { nowMs, me }: Looking): boolean => {
  const isOpen = row.queueGroup < QUEUE_GROUPS.finished;
  const isDue = row.queueGroup === QUEUE_GROUPS.due && row.breachAfterMs !== null;
  switch (view) {
    case 'all':
      return true;
    case 'open':
      return isOpen;
    case 'finished':
      return !isOpen;
    case 'breached':
      return isDue && (row.breachAfterMs ?? Infinity) < nowMs;
    case 'atRisk':
      return isDue && (row.atRiskAtMs ?? Infinity) <= nowMs && (row.breachAfterMs ?? 0) >= nowMs;
    case 'waiting':
      return isOpen && row.state === 'waitingCustomer';
    case 'unassigned':
      return isOpen && row.assignee === null;
    case 'mine':
      return isOpen && row.assignee === me.name;
    case 'myLevel':
      return isOpen && row.level === me.level;
    case 'escalated':
      return isOpen && row.escalatedTo === me.level;
  }
};

const tally = (): { readonly add: (value: string | null) => void; readonly values: () => Values } => {
  const counts = new Map<string | null, number>();
  return {
    add: (value) => void counts.set(value, (counts.get(value) ?? 0) + 1),
    values: () =>
      [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
        .slice(0, MAX_VALUES),
  };
};

type Parts = { views: [QueueView, number][]; states: Values; tiers: Values; assignees: Values };

/** One pass over the tickets that the words let through: searching them again for each count would take ten times as long. */
const countMatches = (rows: readonly FacetRow[], filter: QueueFilter, looking: Looking): Parts => {
  const wanted = filter.assignees.map((name) => (name === ME ? looking.me.name : name));
  const admits = (values: readonly (string | null)[], value: string | null): boolean =>
    values.length === 0 || values.includes(value);
  const views = new Map<QueueView, number>(QUEUE_VIEWS.map((view) => [view, 0]));
  const [states, tiers, assignees] = [tally(), tally(), tally()];
  for (const row of rows) {
    const [ofState, ofTier, ofAssignee] = [
      admits(filter.states, row.state),
      admits(filter.tiers, row.tier),
      admits(wanted, row.assignee),
    ];
    if (ofState && ofTier && ofAssignee) {
      for (const view of QUEUE_VIEWS) if (inView(row, view, looking)) views.set(view, (views.get(view) ?? 0) + 1);
    }
    if (!inView(row, filter.view, looking)) continue;
    if (ofTier && ofAssignee) states.add(row.state);
    if (ofState && ofAssignee) tiers.add(row.tier);
    if (ofState && ofTier) assignees.add(row.assignee);
  }
  return { views: [...views], states: states.values(), tiers: tiers.values(), assignees: assignees.values() };
};

/** Answers kept until the next commit, of this process or another; those that the passing of time changes are not kept. */
const createKeeper = (database: Database) => {
  const kept = new Map<string, unknown>();
  let version = '';
  return <Value>(name: string, filter: QueueFilter, { me }: Looking, make: () => Value): Value => {
    if (changesWithTime(filter)) return make();
    const current = database.dataVersion();
    if (current !== version || kept.size > 500) kept.clear();
    version = current;
    const key = `${name} ${me.level} ${me.name} ${JSON.stringify(filter)}`;
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as Value;
  };
};

const changesWithTime = ({ view, clocks, due, opened }: QueueFilter): boolean =>
  view === 'breached' || view === 'atRisk' || clocks.length > 0 || due !== null || opened !== null;

/** How many tickets each view, state, tier and assignee has under a filter. */
export const createQueueCounts = (database: Database, queue: QueueRepo) => {
  const keep = createKeeper(database);
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
      const parts = isSearch ? countMatches(queue.facets(filter, looking), filter, looking) : countAll(filter, looking);
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
