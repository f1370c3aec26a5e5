import type { Actor } from '../../../shared/access/actor.ts';
import {
  ME,
  type ClockState,
  type Distance,
  type QueueFilter,
  type QueueSort,
  type QueueView,
} from '../../../shared/ipc/schemas.ts';
import { searchWords } from '../../../shared/search/find-words.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

type Parameter = string | number | null;
export type Sql = { readonly text: string; readonly parameters: readonly Parameter[] };

const FINISHED = QUEUE_GROUPS.finished;

/** Who looks at the queue, and when. */
export type Looking = { readonly nowMs: InstantMs; readonly me: Actor };

const sql = (text: string, ...parameters: readonly Parameter[]): Sql => ({ text, parameters });

/** Breached tickets lead the queue, so only the due ones are looked at. */
const ofClock = (clock: ClockState, nowMs: InstantMs): Sql => {
  const due = `queue_group = ${QUEUE_GROUPS.due}`;
  switch (clock) {
    case 'breached':
      return sql(`${due} AND breach_after_ms < ?`, nowMs);
    case 'atRisk':
      return sql(`${due} AND at_risk_at_ms <= ? AND breach_after_ms >= ?`, nowMs, nowMs);
    case 'running':
      return sql(`${due} AND at_risk_at_ms > ?`, nowMs);
    case 'paused':
    case 'bestEffort':
    case 'none':
      return sql(`queue_group = ${QUEUE_GROUPS[clock]}`);
  }
};

const ofView = (view: QueueView, { nowMs, me }: Looking): Sql | null => {
  const open = `queue_group < ${FINISHED}`;
  switch (view) {
    case 'all':
      return null;
    case 'open':
      return sql(open);
    case 'finished':
      return sql(`queue_group = ${FINISHED}`);
    case 'breached':
    case 'atRisk': {
      const { text, parameters } = ofClock(view, nowMs);
      return sql(`${open} AND ${text}`, ...parameters);
    }
    case 'waiting':
      return sql(`${open} AND state = 'waitingCustomer'`);
    case 'unassigned':
      return sql(`${open} AND assignee IS NULL`);
    case 'mine':
      return sql(`${open} AND assignee = ?`, me.name);
    case 'myLevel':
      return sql(`${open} AND level = ?`, me.level);
    case 'escalated':
      return sql(`${open} AND escalated_to = ?`, me.level);
  }
};

/** The `+` keeps SQLite from reading the index once for each clock, and sorting what it found. */
const ofClocks = (clocks: readonly ClockState[], nowMs: InstantMs): Sql | null => {
  if (clocks.length === 0) return null;
  const tests = clocks.map((clock) => ofClock(clock, nowMs));
  const texts = tests.map(({ text }) => `(${text.replace('queue_group', '+queue_group')})`);
  return sql(`(${texts.join(' OR ')})`, ...tests.flatMap(({ parameters }) => parameters));
};

/** `within` two hours of now is due by then, what is breached included. */
const ofDue = (due: Distance | null, nowMs: InstantMs): Sql | null => {
  if (due === null) return null;
  return sql(`queue_group = ${QUEUE_GROUPS.due} AND queue_key ${due.is === 'within' ? '<=' : '>'} ?`, nowMs + due.ms);
};

const ofOpened = (opened: Distance | null, nowMs: InstantMs): Sql | null =>
  opened === null ? null : sql(`opened_at_ms ${opened.is === 'within' ? '>=' : '<'} ?`, nowMs - opened.ms);

const ofTags = (tags: readonly string[]): Sql | null =>
  tags.length === 0
    ? null
    : sql(
        `tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value IN (${tags.map(() => '?').join(', ')}))`,
        ...tags,
      );

/** The passing of time changes which tickets such a filter lets through. */
export const changesWithTime = ({ view, clocks, due, opened }: QueueFilter): boolean =>
  view === 'breached' || view === 'atRisk' || clocks.length > 0 || due !== null || opened !== null;

/** What an answer under a filter is kept by; null where it would not hold. */
export const filterKey = (filter: QueueFilter, { me }: Looking): string | null =>
  changesWithTime(filter) ? null : `${me.level} ${me.name} ${JSON.stringify(filter)}`;

type FilterColumn =
  | 'state'
  | 'priority'
  | 'tier'
  | 'level'
  | 'assignee'
  | 'owner'
  | 'customer'
  | 'category'
  | 'platform'
  | 'language'
  | 'escalated_to';

/** `column` is one of the list below, never a caller's text; the values are bound. */
const anyOf = (column: FilterColumn, values: readonly Parameter[]): Sql | null => {
  if (values.length === 0) return null;
  const known = values.filter((value) => value !== null);
  const tests = [
    ...(known.length > 0 ? [`${column} IN (${known.map(() => '?').join(', ')})`] : []),
    ...(known.length < values.length ? [`${column} IS NULL`] : []),
  ];
  return { text: `(${tests.join(' OR ')})`, parameters: known };
};

/** The words of a search as an FTS5 query in which nothing is an operator; null where there is no word. */
export const searchQuery = (text: string): string | null => {
  const words = searchWords(text);
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
};

const ofText = (text: string): Sql | null => {
  if (text.trim() === '') return null;
  const query = searchQuery(text);
  if (query === null) return { text: 'FALSE', parameters: [] };
  return {
    text: 'ticket_id IN (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ?)',
    parameters: [query],
  };
};

/** A filter as a WHERE clause; the text is made of fixed parts only. */
export const filterSql = (filter: QueueFilter, looking: Looking): Sql => {
  const { nowMs, me } = looking;
  const named = (names: readonly (string | null)[]) => names.map((name) => (name === ME ? me.name : name));
  const parts = [
    ofView(filter.view, looking),
    anyOf('state', filter.states),
    ofClocks(filter.clocks, nowMs),
    anyOf('priority', filter.priorities),
    anyOf('tier', filter.tiers),
    anyOf('level', filter.levels),
    anyOf('assignee', named(filter.assignees)),
    anyOf('owner', named(filter.owners)),
    anyOf('customer', filter.customers),
    anyOf('category', filter.categories),
    anyOf('platform', filter.platforms),
    anyOf('language', filter.languages),
    anyOf('escalated_to', filter.escalatedTo),
    filter.isBeta === null ? null : sql('is_beta = ?', filter.isBeta ? 1 : 0),
    ofTags(filter.tags),
    ofDue(filter.due, nowMs),
    ofOpened(filter.opened, nowMs),
    ofText(filter.text),
  ].filter((part) => part !== null);
  if (parts.length === 0) return { text: 'TRUE', parameters: [] };
  return {
    text: parts.map(({ text }) => text).join(' AND '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
};

const ORDERS: Readonly<Record<Exclude<QueueSort['by'], 'rank'>, readonly string[]>> = {
  due: ['queue_group', 'queue_key', 'reference'],
  opened: ['opened_at_ms', 'reference'],
  priority: ['priority', 'queue_group', 'queue_key', 'reference'],
  customer: ['customer', 'queue_group', 'queue_key', 'reference'],
  reference: ['reference'],
};

/** The columns of a sort, ending with the row's id so that no two rows tie. */
export const orderColumns = (by: QueueSort['by']): readonly string[] => [
  ...ORDERS[by === 'rank' ? 'due' : by],
  'ticket_id',
];

/** The same, each in its direction. */
export const orderSql = ({ by, isDescending }: QueueSort): string =>
  orderColumns(by)
    .map((column) => (isDescending ? `${column} DESC` : column))
    .join(', ');
