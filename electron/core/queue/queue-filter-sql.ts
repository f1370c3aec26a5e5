import type { QueueFilter, QueueSort, QueueView } from '../../../shared/ipc/schemas.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

type Parameter = string | number | null;
export type Sql = { readonly text: string; readonly parameters: readonly Parameter[] };

const FINISHED = QUEUE_GROUPS.finished;

const ofView = (view: QueueView, nowMs: InstantMs): Sql | null => {
  switch (view) {
    case 'all':
      return null;
    case 'open':
      return { text: `queue_group < ${FINISHED}`, parameters: [] };
    case 'finished':
      return { text: `queue_group = ${FINISHED}`, parameters: [] };
    case 'breached':
      // Breached tickets lead the queue, so only the due ones are looked at.
      return { text: `queue_group = ${QUEUE_GROUPS.due} AND breach_after_ms < ?`, parameters: [nowMs] };
    case 'atRisk':
      return {
        text: `queue_group = ${QUEUE_GROUPS.due} AND at_risk_at_ms <= ? AND breach_after_ms >= ?`,
        parameters: [nowMs, nowMs],
      };
    case 'waiting':
      return { text: `queue_group < ${FINISHED} AND state = 'waitingCustomer'`, parameters: [] };
    case 'unassigned':
      return { text: `queue_group < ${FINISHED} AND assignee IS NULL`, parameters: [] };
  }
};

/** `column` is one of the list below, never a caller's text; the values are bound. */
const anyOf = (
  column: 'state' | 'priority' | 'tier' | 'level' | 'assignee',
  values: readonly Parameter[],
): Sql | null => {
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
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*/gu);
  return words === null ? null : words.map((word) => `"${word}"*`).join(' ');
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
export const filterSql = (filter: QueueFilter, nowMs: InstantMs): Sql => {
  const parts = [
    ofView(filter.view, nowMs),
    anyOf('state', filter.states),
    anyOf('priority', filter.priorities),
    anyOf('tier', filter.tiers),
    anyOf('level', filter.levels),
    anyOf('assignee', filter.assignees),
    ofText(filter.text),
  ].filter((part) => part !== null);
  if (parts.length === 0) return { text: 'TRUE', parameters: [] };
  return {
    text: parts.map(({ text }) => text).join(' AND '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
};

const ORDERS: Readonly<Record<QueueSort['by'], readonly string[]>> = {
  due: ['queue_group', 'queue_key', 'reference'],
  opened: ['opened_at_ms', 'reference'],
  priority: ['priority', 'queue_group', 'queue_key', 'reference'],
  customer: ['customer', 'queue_group', 'queue_key', 'reference'],
  reference: ['reference'],
};

/** The columns of a sort, each in its direction, ending with the row's id so that no two rows tie. */
export const orderSql = ({ by, isDescending }: QueueSort): string =>
  [...ORDERS[by], 'ticket_id'].map((column) => (isDescending ? `${column} DESC` : column)).join(', ');

/**
 * The table to read from. In the default order everything that a filter asks stands in that order's index, so it is walked and no row is
 * looked up; words are better found first.
 */
export const tableSql = (filter: QueueFilter, by: QueueSort['by']): string =>
  by === 'due' && filter.text.trim() === '' ? 'ticket INDEXED BY ticket_by_due' : 'ticket';
